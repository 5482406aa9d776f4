import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';
import { type DatabaseFile, type FileAccess, openDatabaseFile } from './database-file.ts';
import { patiently } from './driver.ts';
import { createKysely } from './kysely.ts';
import { assertReadable, migrate, needsMigration } from './schema.ts';

/** A database that is open and has the present schema. */
export interface Session {
  readonly db: Kysely<Tables>;
  /** Whether it is still the database that the path leads to. */
  isInPlace(): boolean;
  close(): Promise<void>;
}

/** Opens a database for use. @throws what the file system and SQLite throw, and {StoreError} */
export async function openSession(path: string, access: FileAccess, patienceMs: number): Promise<Session> {
  const file = openDatabaseFile(path, access);
  const db = createKysely(file.handle, patienceMs);
  const close = async () => {
    await db.destroy();
    file.close();
  };
  try {
    await prepare(db, file, access, patienceMs);
    return { db, isInPlace: file.isInPlace, close };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

/** Looks whose database it is before anything is changed in it. */
async function prepare(db: Kysely<Tables>, file: DatabaseFile, access: FileAccess, patienceMs: number): Promise<void> {
  if (access === 'read') return await assertReadable(db);
  const mayBeEmpty = access === 'create';
  const isBehind = await needsMigration(db, mayBeEmpty);
  await patiently(file.settle, performance.now() + patienceMs);
  if (isBehind) await migrate(db, mayBeEmpty);
}
