import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { StoreError } from '../store-error.ts';
import type { Tables } from '../tables.ts';
import { migrations as allMigrations } from './migrations/index.ts';

type Migrations = Readonly<Record<string, Migration>>;
type SchemaState = 'empty' | 'current' | 'older_schema' | 'newer_schema' | 'foreign';

const migrationTableName = 'store_migrations';

/**
 * Whether the schema is behind this program's, or not there at all where it may be missing. Changes nothing.
 * @throws {StoreError} when it is newer than this program or somebody else's, or when it is missing and must not be
 */
export async function needsMigration(
  db: Kysely<Tables>,
  mayBeEmpty: boolean,
  migrations = allMigrations,
): Promise<boolean> {
  const state = await schemaStateOf(db, migrations);
  if (state === 'newer_schema' || state === 'foreign') throw new StoreError(state);
  if (state === 'empty' && !mayBeEmpty) throw new StoreError('gone');
  return state !== 'current';
}

/** Brings the schema up to this program's, all steps or none. @throws what `needsMigration` throws */
export async function migrate(db: Kysely<Tables>, mayBeEmpty: boolean, migrations = allMigrations): Promise<void> {
  await db.transaction().execute(async (within) => {
    // Another process may just have done it.
    if (await needsMigration(within, mayBeEmpty, migrations)) await runMigrations(within, migrations);
  });
}

/** For reading only: the schema as it is has to do. @throws {StoreError} when it is another one */
export async function assertReadable(db: Kysely<Tables>): Promise<void> {
  const state = await schemaStateOf(db, allMigrations);
  if (state !== 'current') throw new StoreError(state === 'empty' ? 'gone' : state);
}

async function schemaStateOf(db: Kysely<Tables>, migrations: Migrations): Promise<SchemaState> {
  const tables = await db.introspection.getTables();
  if (tables.length === 0) return 'empty';
  if (!tables.some(({ name }) => name === migrationTableName)) return 'foreign';
  const done = await db.selectFrom(migrationTableName).select('name').execute();
  if (done.some(({ name }) => !(name in migrations))) return 'newer_schema';
  return done.length < Object.keys(migrations).length ? 'older_schema' : 'current';
}

async function runMigrations(within: Kysely<Tables>, migrations: Migrations): Promise<void> {
  const migrator = new Migrator({
    db: within,
    provider: { getMigrations: async () => ({ ...migrations }) },
    migrationTableName,
    migrationLockTableName: `${migrationTableName}_lock`,
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
