import { hash } from 'node:crypto';
import type { AuditRow } from './tables.ts';

/** A row before it is sealed. */
export type UnsealedRow = Omit<AuditRow, 'hash'>;

// Columns in a fixed order, and only those that hold something: a column that is added later leaves old hashes as they are.
const columns = [
  'number',
  'previous_hash',
  'at',
  'person_id',
  'team_id',
  'act',
  'cdr_id',
  'extension_number',
  'rule',
  'rules_version',
  'surface',
  'channel_id',
  'thread_ts',
  'outcome',
  'reference_id',
] as const satisfies readonly (keyof UnsealedRow)[];

/** SHA-256 over a row and the hash before it, in hexadecimal. */
export function hashOf(row: UnsealedRow): string {
  const told = columns.map((column) => [column, row[column]] as const).filter(([, value]) => value !== null);
  return hash('sha256', JSON.stringify(told), 'hex');
}

/** A place in the chain: an entry's number, and its hash. */
export interface Link {
  readonly number: number;
  readonly hash: string;
}

/** What is wrong with a row that should follow a link; null when it does. */
export function problemAfter({ number, hash }: Link, row: AuditRow): 'altered' | 'missing' | null {
  if (row.number !== number + 1) return 'missing';
  return row.previous_hash === hash && hashOf(row) === row.hash ? null : 'altered';
}
