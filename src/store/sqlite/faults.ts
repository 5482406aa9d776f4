import { StoreError, type StoreFault } from '../store-error.ts';

// sqlite.org/rescode.html: the low byte is the primary result code.
const primary = (resultCode: number) => resultCode & 0xff;
const busy = 5;
const constraint = 19;
const faultsOfSqlite: Readonly<Record<number, StoreFault>> = {
  3: 'no_permission',
  5: 'locked',
  6: 'locked',
  8: 'read_only',
  11: 'corrupt',
  13: 'disk_full',
  14: 'cannot_open',
  23: 'no_permission',
  26: 'corrupt',
};

const faultsOfFileSystem: Readonly<Record<string, StoreFault>> = {
  EACCES: 'no_permission',
  EPERM: 'no_permission',
  EROFS: 'read_only',
  ENOSPC: 'disk_full',
  EDQUOT: 'disk_full',
  ENOENT: 'cannot_open',
  ENOTDIR: 'cannot_open',
  EEXIST: 'cannot_open', // its folder is a file
  EISDIR: 'cannot_open',
};

const resultCodeOf = (thrown: unknown): number | null =>
  thrown instanceof Error && 'errcode' in thrown && typeof thrown.errcode === 'number' ? thrown.errcode : null;

/** Whether another process holds a lock, so that trying again may help. */
export const isBusy = (thrown: unknown): boolean => primary(resultCodeOf(thrown) ?? 0) === busy;

/**
 * What SQLite and the file system throw, as a `StoreError`. A broken constraint is none: then the store works, and
 * whoever called made a mistake.
 */
export function storeErrorOf(thrown: unknown): unknown {
  const resultCode = resultCodeOf(thrown);
  if (resultCode === null) return fileSystemErrorOf(thrown);
  if (primary(resultCode) === constraint) return thrown;
  return new StoreError(faultsOfSqlite[primary(resultCode)] ?? 'failed', resultCode);
}

function fileSystemErrorOf(thrown: unknown): unknown {
  if (!(thrown instanceof Error) || !('syscall' in thrown) || !('code' in thrown)) return thrown;
  return new StoreError(faultsOfFileSystem[String(thrown.code)] ?? 'failed');
}

const passing = new Set<StoreFault>(['locked', 'disk_full', 'closed']);

/** Whether the open database is of no more use: the next attempt begins with opening it again. */
export const isSpoilt = (thrown: unknown): boolean => thrown instanceof StoreError && !passing.has(thrown.fault);
