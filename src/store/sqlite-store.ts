import { createAuditLog } from './audit-log.ts';
import { createSignInRecord } from './sign-in-record.ts';
import { createReopeningDatabase } from './sqlite/reopening-database.ts';
import { openSession } from './sqlite/session.ts';
import type { Store } from './store.ts';
import { createTokenVault } from './token-vault.ts';

export interface SqliteStoreOptions {
  /** Milliseconds to wait for another process that is writing. */
  readonly patienceMs?: number;
  /** For looking at the store of a running app: changes nothing, and needs a store that is there. */
  readonly isReadOnly?: boolean;
}

const defaultPatienceMs = 2_000;

/**
 * The store in one file on this machine, or, as `:memory:`, in none. Its folder is made where it is missing; folder and
 * file are for their owner alone.
 */
export function createSqliteStore(file: string, options: SqliteStoreOptions = {}): Store {
  const { patienceMs = defaultPatienceMs, isReadOnly = false } = options;
  const accessOf = (isFirst: boolean) => (isFirst ? 'create' : 'write');
  const database = createReopeningDatabase((isFirst) =>
    openSession(file, isReadOnly ? 'read' : accessOf(isFirst), patienceMs),
  );
  return {
    audit: createAuditLog(database),
    tokensOf: (account) => createTokenVault(database, account),
    signInsOf: (account) => createSignInRecord(database, account),
    open: database.open,
    close: database.close,
  };
}
