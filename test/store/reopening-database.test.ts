import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { type TestContext, test } from 'node:test';
import { createKysely } from '../../src/store/sqlite/kysely.ts';
import { createReopeningDatabase } from '../../src/store/sqlite/reopening-database.ts';
import type { Session } from '../../src/store/sqlite/session.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { bounded } from './support.ts';

/** A database whose sessions are counted, and are what the test says they are. */
function countedDatabase(t: TestContext) {
  const handle = new DatabaseSync(':memory:');
  t.after(() => handle.close());
  const db = createKysely(handle, 1_000);
  const seen = { opened: [] as boolean[], closed: 0, isInPlace: true };
  const session: Session = {
    db,
    isInPlace: () => seen.isInPlace,
    close: async () => {
      seen.closed += 1;
    },
  };
  const database = createReopeningDatabase(async (isFirst) => {
    seen.opened.push(isFirst);
    return session;
  });
  return { database, seen };
}

const sqliteError = (errcode: number) => Object.assign(new Error('from SQLite'), { code: 'ERR_SQLITE_ERROR', errcode });
const nothing = async () => {};

test('one session serves all, also those who come while it is being opened', bounded, async (t) => {
  const { database, seen } = countedDatabase(t);
  await Promise.all([database.open(), database.use(nothing), database.use(nothing)]);
  await database.use(nothing);
  assert.deepEqual(seen.opened, [true]);
});

test(
  'after damage or a failed reading the database is opened again, after a lock or a full disk it is not',
  bounded,
  async (t) => {
    const table = [
      { resultCode: 11, fault: 'corrupt', opened: 2 },
      { resultCode: 26, fault: 'corrupt', opened: 2 },
      { resultCode: 10, fault: 'failed', opened: 2 },
      { resultCode: 8, fault: 'read_only', opened: 2 },
      { resultCode: 522, fault: 'failed', opened: 2 },
      { resultCode: 1032, fault: 'read_only', opened: 2 },
      { resultCode: 5, fault: 'locked', opened: 1 },
      { resultCode: 517, fault: 'locked', opened: 1 },
      { resultCode: 13, fault: 'disk_full', opened: 1 },
    ];
    for (const { resultCode, fault, opened } of table) {
      const { database, seen } = countedDatabase(t);
      const failed = database.use(() => Promise.reject(sqliteError(resultCode)));
      await assert.rejects(failed, (thrown) => {
        assert.ok(thrown instanceof StoreError);
        assert.deepEqual([thrown.fault, thrown.resultCode], [fault, resultCode]);
        return true;
      });
      await database.use(nothing);
      assert.equal(seen.opened.length, opened, fault);
      assert.equal(seen.closed, opened - 1, fault);
    }
  },
);

test('a mistake of ours stays what it is, and costs no session', bounded, async (t) => {
  const { database, seen } = countedDatabase(t);
  const mistakes = [new TypeError('not a function'), sqliteError(19), sqliteError(275)];
  for (const mistake of mistakes)
    await assert.rejects(
      database.use(() => Promise.reject(mistake)),
      mistake,
    );
  assert.deepEqual(seen.opened, [true]);
});

test('only the first session may begin with nothing', bounded, async (t) => {
  const { database, seen } = countedDatabase(t);
  await database.open();
  seen.isInPlace = false;
  await database.use(nothing);
  assert.deepEqual(seen.opened, [true, false]);
});

test('work that ends badly because its session was given up says that the store failed', bounded, async (t) => {
  const { database } = countedDatabase(t);
  const gate = Promise.withResolvers<never>();
  const late = database.use(() => gate.promise);
  await assert.rejects(
    database.use(() => Promise.reject(sqliteError(11))),
    StoreError,
  );
  gate.reject(new Error('driver has already been destroyed'));
  await assert.rejects(late, (thrown) => thrown instanceof StoreError && thrown.fault === 'failed');
});

test('closing waits for the work that runs, and admits none', bounded, async (t) => {
  const { database, seen } = countedDatabase(t);
  await database.open();
  const gate = Promise.withResolvers<string>();
  const running = database.use(() => gate.promise);
  const closed = database.close();
  await assert.rejects(database.use(nothing), (thrown) => thrown instanceof StoreError && thrown.fault === 'closed');
  assert.equal(seen.closed, 0);
  gate.resolve('done');
  assert.equal(await running, 'done');
  await closed;
  assert.equal(seen.closed, 1);
});

test('a database that was never opened closes too', bounded, async (t) => {
  const { database, seen } = countedDatabase(t);
  await database.close();
  assert.deepEqual(seen.opened, []);
});
