/** Why the store cannot be used, with the words for whoever runs the app. */
const faults = {
  locked: 'it stayed busy for too long, or another process keeps it locked',
  read_only: 'it cannot be written to',
  no_permission: 'this process may not read and write it',
  gone: 'it is not there',
  cannot_open: 'it cannot be opened',
  corrupt: 'it is damaged',
  disk_full: 'the disk is full',
  newer_schema: 'a newer callsummary has written it',
  older_schema: 'an older callsummary has written it, and the app has not been started since',
  foreign: 'it is the database of another program',
  closed: 'it is being closed',
  failed: 'reading or writing failed',
} as const;

export type StoreFault = keyof typeof faults;

/**
 * The store cannot be used at the moment. Carries no `cause` and no path; `resultCode` is SQLite's number for it, where
 * there is one (sqlite.org/rescode.html).
 */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly fault: StoreFault;
  readonly resultCode: number | null;

  constructor(fault: StoreFault, resultCode: number | null = null) {
    super(`the store cannot be used: ${faults[fault]}`);
    this.fault = fault;
    this.resultCode = resultCode;
  }
}
