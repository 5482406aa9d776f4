import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { type TestContext, test } from 'node:test';
import { sql } from 'kysely';
import { createKysely } from '../../src/store/sqlite/kysely.ts';
import { migrate } from '../../src/store/sqlite/schema.ts';
import { createTurnstile } from '../../src/store/sqlite/turnstile.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { bounded, fileOf } from './support.ts';

function databaseAt(t: TestContext, file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  t.after(() => database.close());
  return database;
}

test('whoever reads in order to write keeps others from writing in between', bounded, async (t) => {
  const file = fileOf(t);
  const db = createKysely(databaseAt(t, file), 1_000);
  await migrate(db, true);
  const other = databaseAt(t, file);
  other.exec('pragma journal_mode = wal');
  await db.transaction().execute(async (within) => {
    await within.selectFrom('sign_ins').selectAll().execute();
    assert.throws(() => other.exec("insert into pbx_tokens values ('pbx', 'sealed')"), /locked/);
  });
  other.exec("insert into pbx_tokens values ('pbx', 'sealed')");
});

test('where SQLite has rolled back by itself, the reason is what is told', bounded, async (t) => {
  const db = createKysely(databaseAt(t, ':memory:'), 1_000);
  await sql`create table once (id integer primary key)`.execute(db);
  const twice = db.transaction().execute(async (within) => {
    await sql`insert into once values (1)`.execute(within);
    await sql`insert or rollback into once values (1)`.execute(within);
  });
  await assert.rejects(twice, /UNIQUE constraint failed/);
  assert.equal((await sql`select * from once`.execute(db)).rows.length, 0);
});

test('a unit of work that does not end is not waited for longer than patience lasts', bounded, async (t) => {
  const db = createKysely(databaseAt(t, ':memory:'), 100);
  const gate = Promise.withResolvers<void>();
  const endless = db.transaction().execute(() => gate.promise);
  const waiting = [1, 2].map(() => sql`select 1`.execute(db));
  for (const one of waiting)
    await assert.rejects(one, (thrown) => thrown instanceof StoreError && thrown.fault === 'locked');
  gate.resolve();
  await endless;
  assert.equal((await sql`select 1`.execute(db)).rows.length, 1);
});

test('the turnstile lets one in at a time, in order, also past somebody who went away', bounded, async () => {
  const { enter } = createTurnstile();
  const soon = () => performance.now() + 5_000;
  const seen: string[] = [];
  const leaveFirst = await enter(soon());
  const second = enter(performance.now()).catch(() => seen.push('second went away'));
  const third = enter(soon()).then((leave) => {
    seen.push('third');
    leave();
  });
  const fourth = enter(soon()).then((leave) => {
    seen.push('fourth');
    leave();
  });
  await second;
  seen.push('first leaves');
  leaveFirst();
  await Promise.all([third, fourth]);
  assert.deepEqual(seen, ['second went away', 'first leaves', 'third', 'fourth']);
});
