import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AccessWish, accessFileText } from './access-file.ts';

/** A folder for one demo, with the access file in it and room for the store. It is gone when the demo is. */
export interface StageFolder extends Disposable {
  readonly path: string;
  /** The names of the files in it. */
  readonly files: { readonly access: string; readonly store: string };
  /** What the access file says now. */
  readonly accessWish: AccessWish;
  /** Writes the access file anew; the app does not hear of it by that alone. */
  writeAccessFile(wish: AccessWish): void;
}

const files = { access: 'access.yml', store: 'callsummary.db' } as const;

export function openStageFolder(): StageFolder {
  const path = mkdtempSync(join(tmpdir(), 'callsummary-demo-'));
  // An app that is just being ended may still hold its files.
  const remove = () => rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  let accessWish: AccessWish = { allowsExternal: false };
  const writeAccessFile = (wish: AccessWish) => {
    writeFileSync(join(path, files.access), accessFileText(wish));
    accessWish = wish;
  };
  process.once('exit', remove);
  writeAccessFile(accessWish);
  return {
    path,
    files,
    get accessWish() {
      return accessWish;
    },
    writeAccessFile,
    [Symbol.dispose]: remove,
  };
}
