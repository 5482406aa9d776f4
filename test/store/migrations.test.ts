import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import type { SqliteHandle } from '../../src/store/sqlite/driver.ts';
import { createKysely } from '../../src/store/sqlite/kysely.ts';
import { migrations } from '../../src/store/sqlite/migrations/index.ts';
import { migrate } from '../../src/store/sqlite/schema.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { bounded, entryOf, fileOf, readAll, startProcess, storeOf } from './support.ts';

class PowerCut extends Error {}

/** A database that answers this many statements and then none. */
function answeringUntil(database: DatabaseSync, statements: number): SqliteHandle {
  let left = statements;
  return {
    get isTransaction() {
      return database.isTransaction;
    },
    prepare(text) {
      if (left === 0) throw new PowerCut();
      left -= 1;
      return database.prepare(text);
    },
  };
}

/** Whether the migration came to its end. */
async function migrateUntil(file: string, statements: number): Promise<boolean> {
  const database = new DatabaseSync(file);
  try {
    await migrate(createKysely(answeringUntil(database, statements), 1_000), true);
    return true;
  } catch (thrown) {
    assert.ok(thrown instanceof PowerCut, String(thrown));
    return false;
  } finally {
    database.close();
  }
}

test(
  'a first start that is cut off at any statement leaves nothing behind, and the next one succeeds',
  bounded,
  async (t) => {
    const tables = (file: string) => {
      const database = new DatabaseSync(file);
      const found = database.prepare("select name from sqlite_master where name not like 'sqlite_%'").all();
      database.close();
      return found.length;
    };
    let statements = 0;
    for (;;) {
      const file = fileOf(t);
      if (await migrateUntil(file, statements)) break;
      assert.equal(tables(file), 0, `cut off after ${statements} statements`);
      const store = storeOf(t, file);
      await store.audit.record(entryOf());
      assert.equal((await store.audit.verify()).isIntact, true);
      await store.close();
      statements += 1;
    }
    assert.ok(statements > 15, `${statements} statements`);
  },
);

for (const statement of [4, 11, 18]) {
  test(
    `a process killed at statement ${statement} of its first start is no trouble for the next one`,
    bounded,
    async (t) => {
      const file = fileOf(t);
      assert.equal(await startProcess(t, 'migrate', [file, String(statement)]).finish(), 'SIGKILL');
      const store = storeOf(t, file);
      await store.audit.record(entryOf());
      assert.equal((await readAll(store.audit)).length, 1);
    },
  );
}

test('several processes may start for the first time at once', bounded, async (t) => {
  const file = fileOf(t);
  const others = [1, 2, 3].map(() => startProcess(t, 'open', [file]));
  for (const other of others) assert.equal(await other.nextLine(), 'recorded');
  const check = await storeOf(t, file).audit.verify();
  assert.ok(check.isIntact);
  assert.equal(check.entries, 3);
});

const later = { '9999-something-new': { up: async () => {} } };

test('a step that fails takes back everything before it in the same start', bounded, async (t) => {
  const file = fileOf(t);
  const handle = new DatabaseSync(file);
  t.after(() => handle.close());
  const db = createKysely(handle, 1_000);
  const failing = { '9999-fails': { up: () => Promise.reject(new PowerCut()) } };
  await assert.rejects(migrate(db, true, { ...migrations, ...failing }), PowerCut);
  assert.equal((await db.introspection.getTables()).length, 0);
});

test('an older callsummary does not start on what a newer one has written, and says why', bounded, async (t) => {
  const file = fileOf(t);
  const handle = new DatabaseSync(file);
  t.after(() => handle.close());
  await migrate(createKysely(handle, 1_000), true, { ...migrations, ...later });
  for (const isReadOnly of [false, true])
    await assert.rejects(storeOf(t, file, { isReadOnly }).open(), (thrown) => {
      assert.ok(thrown instanceof StoreError);
      assert.equal(thrown.fault, 'newer_schema');
      assert.match(thrown.message, /newer callsummary/);
      return true;
    });
});

test('a newer callsummary takes the next step and keeps what is there', bounded, async (t) => {
  const file = fileOf(t);
  const store = storeOf(t, file);
  await store.audit.record(entryOf());
  await store.close();
  const handle = new DatabaseSync(file);
  t.after(() => handle.close());
  const db = createKysely(handle, 1_000);
  await migrate(db, false, { ...migrations, ...later });
  await migrate(db, false, { ...migrations, ...later });
  const names = await db.selectFrom('store_migrations').select('name').orderBy('name').execute();
  assert.deepEqual(
    names.map(({ name }) => name),
    [...Object.keys(migrations), '9999-something-new'],
  );
  assert.equal((await db.selectFrom('audit_entries').selectAll().execute()).length, 1);
});

test('a reader waits for the app to bring an old store up to date', bounded, async (t) => {
  const file = fileOf(t);
  const handle = new DatabaseSync(file);
  t.after(() => handle.close());
  const db = createKysely(handle, 1_000);
  await migrate(db, true);
  await db.deleteFrom('store_migrations').execute();
  await assert.rejects(
    storeOf(t, file, { isReadOnly: true }).open(),
    (thrown) => thrown instanceof StoreError && thrown.fault === 'older_schema',
  );
});
