import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PbxSimulator } from '../../simulators/pbx/index.ts';
import type { AuditRecord } from '../../src/store/audit-entry.ts';
import { createSqliteStore } from '../../src/store/sqlite-store.ts';
import type { AuditCheck, StoredToken } from '../../src/store/store.ts';

/** A place for a store that nobody has made yet, and looks into what a program keeps there. */
export interface StoreFolder extends Disposable {
  /** A folder of the test's own; the store's is inside, and not there before a program makes it. */
  readonly folder: string;
  readonly file: string;
  readonly env: { readonly CALLSUMMARY_STORE_FILE: string };
  /** The database and the journals beside it that are there now. */
  files(): readonly string[];
  /** Which of these texts stand readable in any of those files, however they are written down. */
  holds(texts: readonly string[]): readonly string[];
  /** The audit log, oldest first, as another process reads it. */
  entries(): Promise<readonly AuditRecord[]>;
  check(): Promise<AuditCheck>;
  /** The PBX's tokens, opened with the secret. */
  tokens(pbx: PbxSimulator): Promise<StoredToken | null>;
}

export function openStoreFolder(): StoreFolder {
  const folder = mkdtempSync(join(tmpdir(), 'callsummary-process-'));
  const file = join(folder, 'kept', 'callsummary.db');
  const files = () => ['', '-wal', '-shm'].map((end) => file + end).filter((path) => existsSync(path));
  return {
    folder,
    file,
    env: { CALLSUMMARY_STORE_FILE: file },
    files,
    holds(texts) {
      const bytes = Buffer.concat(files().map((path) => readFileSync(path)));
      return texts.filter((text) => waysToWrite(text).some((written) => bytes.includes(written)));
    },
    entries: () => looking(file, ({ audit }) => all(audit.read())),
    check: () => looking(file, ({ audit }) => audit.verify()),
    tokens: ({ url, clientId, clientSecret }) =>
      looking(file, (store) => store.tokensOf({ pbx: new URL(url).host, clientId, clientSecret }).load()),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true }),
  };
}

async function looking<T>(file: string, look: (store: ReturnType<typeof createSqliteStore>) => Promise<T>): Promise<T> {
  const store = createSqliteStore(file, { isReadOnly: true });
  try {
    return await look(store);
  } finally {
    await store.close();
  }
}

async function all<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

const waysToWrite = (text: string): readonly Buffer[] => [
  Buffer.from(text),
  Buffer.from(text, 'utf16le'),
  Buffer.from(Buffer.from(text).toString('base64url')),
  Buffer.from(Buffer.from(text).toString('hex')),
];
