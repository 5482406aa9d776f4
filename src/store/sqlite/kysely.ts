import { CompiledQuery, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { Tables } from '../tables.ts';
import { createSqliteDriver, type SqliteHandle } from './driver.ts';

/** Kysely's words for SQLite, with what is true of it under our driver. */
class Adapter extends SqliteAdapter {
  /** Tables are created inside transactions, and vanish when those are rolled back. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }

  /** The driver lets one unit of work in at a time, and not for longer than it has patience. */
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

/** Queries over an open SQLite database. */
export const createKysely = (handle: SqliteHandle, patienceMs: number): Kysely<Tables> =>
  new Kysely<Tables>({
    dialect: {
      createAdapter: () => new Adapter(),
      createDriver: () => createSqliteDriver(handle, patienceMs),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });

/** Moves everything from the journal into the database and empties it; while another process reads, less than that. */
export async function emptyJournal(db: Kysely<Tables>): Promise<void> {
  await db.executeQuery(CompiledQuery.raw('pragma wal_checkpoint(truncate)'));
}
