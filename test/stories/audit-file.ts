import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSqliteStore } from '../../src/store/sqlite-store.ts';

/** A store in a folder of its own, and what its audit log says. */
export interface AuditFile extends Disposable {
  /** The settings that have the app use it. */
  readonly env: { readonly CALLSUMMARY_STORE_FILE: string };
  /** Each entry as `act outcome rule place`, oldest first, as `npm run audit` would read it now. */
  readonly lines: () => Promise<readonly string[]>;
}

export function openAuditFile(): AuditFile {
  const folder = mkdtempSync(join(tmpdir(), 'callsummary-'));
  const file = join(folder, 'callsummary.db');
  const lines = async () => {
    const store = createSqliteStore(file, { isReadOnly: true });
    const found: string[] = [];
    for await (const { act, outcome, rule, target } of store.audit.read()) {
      found.push([act, outcome, rule, target?.channelId].filter((word) => word != null).join(' '));
    }
    await store.close();
    return found;
  };
  const dispose = () => rmSync(folder, { recursive: true });
  return { env: { CALLSUMMARY_STORE_FILE: file }, lines, [Symbol.dispose]: dispose };
}
