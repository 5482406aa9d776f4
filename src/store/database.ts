import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** What the parts of the store write their queries against. */
export interface Database {
  /** Runs queries, opening the database where needed. @throws {StoreError} when it cannot be used */
  use<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** After a deletion: takes what was deleted out of the journal too, if nobody is reading it just now. */
  scrub(): Promise<void>;
}
