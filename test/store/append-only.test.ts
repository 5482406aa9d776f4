import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { type TestContext, test } from 'node:test';
import { hashOf } from '../../src/store/audit-chain.ts';
import { rowOf } from '../../src/store/audit-rows.ts';
import { createSqliteStore } from '../../src/store/sqlite-store.ts';
import { bounded, entryOf, fileOf, readAll, storeOf } from './support.ts';

/** A log of five entries, and a way to it past the app. */
async function writtenLog(t: TestContext) {
  const file = fileOf(t);
  const store = createSqliteStore(file);
  for (const number of [1, 2, 3, 4, 5]) await store.audit.record(entryOf({ referenceId: `entry-${number}` }));
  await store.close();
  const database = new DatabaseSync(file);
  t.after(() => database.close());
  return { file, database };
}

const copyOf = (number: number, columns: string) => `select ${columns} from audit_entries where number = ${number}`;
const content =
  'at, person_id, team_id, act, cdr_id, extension_number, rule, rules_version, surface, channel_id, thread_ts, outcome, reference_id';

test('the database itself refuses to change, remove or slip in an entry', bounded, async (t) => {
  const { file, database } = await writtenLog(t);
  const attempts = [
    "update audit_entries set outcome = 'denied' where number = 3",
    "update or replace audit_entries set outcome = 'denied' where number = 3",
    'update audit_entries set number = 6 where number = 3',
    'delete from audit_entries where number = 3',
    'delete from audit_entries',
    `insert into audit_entries ${copyOf(3, `7, ${content}, previous_hash, hash`)}`,
    `insert or replace into audit_entries ${copyOf(3, `3, ${content}, previous_hash, hash`)}`,
    `insert or replace into audit_entries ${copyOf(5, `5, ${content}, hash, hash`)}`,
    'update audit_chain set head_number = 3',
    'update audit_chain set head_number = 9',
    'update audit_chain set anchor_hash = head_hash',
    'update audit_chain set anchor_number = 3',
    'update audit_chain set anchor_number = 9, anchor_hash = head_hash',
    'delete from audit_chain',
    `insert or replace into audit_chain select * from audit_chain`,
  ];
  for (const attempt of attempts) assert.throws(() => database.exec(attempt), /audit/, attempt);
  assert.equal((await storeOf(t, file).audit.verify()).isIntact, true);
});

test('the beginning of the log does not move back, and entries after it stay', bounded, async (t) => {
  const { file, database } = await writtenLog(t);
  await storeOf(t, file).audit.forgetBefore(new Date('2020-01-01'));
  const forgetTwo =
    'update audit_chain set anchor_number = 2, anchor_hash = (select hash from audit_entries where number = 2)';
  database.exec(forgetTwo);
  assert.throws(() => database.exec('delete from audit_entries where number <= 3'), /retention/);
  assert.throws(
    () => database.exec(`update audit_chain set anchor_number = 0, anchor_hash = '${'0'.repeat(64)}'`),
    /forward/,
  );
});

/** What somebody could do who takes the guards away first. */
const forgeries: readonly { readonly what: string; readonly forge: string; readonly found: object }[] = [
  {
    what: 'a changed outcome',
    forge: "update audit_entries set outcome = 'denied' where number = 3",
    found: { number: 3, problem: 'altered' },
  },
  {
    what: 'a changed time',
    forge: "update audit_entries set at = '2026-05-13T22:33:00.001Z' where number = 1",
    found: { number: 1, problem: 'altered' },
  },
  {
    what: 'a field that was emptied',
    forge: 'update audit_entries set rule = null where number = 2',
    found: { number: 2, problem: 'altered' },
  },
  {
    what: 'a value moved into the next field',
    forge: 'update audit_entries set channel_id = rule, rule = null where number = 2',
    found: { number: 2, problem: 'altered' },
  },
  {
    what: 'a missing first entry',
    forge: 'delete from audit_entries where number = 1',
    found: { number: 1, problem: 'missing' },
  },
  {
    what: 'a missing entry',
    forge: 'delete from audit_entries where number = 3',
    found: { number: 3, problem: 'missing' },
  },
  {
    what: 'a missing last entry',
    forge: 'delete from audit_entries where number = 5',
    found: { number: 5, problem: 'missing' },
  },
  { what: 'an emptied log', forge: 'delete from audit_entries', found: { number: 1, problem: 'missing' } },
  {
    what: 'a missing entry whose place was closed',
    forge: 'delete from audit_entries where number = 3; update audit_entries set number = number - 1 where number > 3',
    found: { number: 3, problem: 'altered' },
  },
  {
    what: 'a last entry left out of the count too',
    forge: `delete from audit_entries where number = 5; update audit_chain set head_number = 4`,
    found: { number: 4, problem: 'altered' },
  },
  {
    what: 'two entries that changed places',
    forge: `update audit_entries set number = 99 where number = 2; update audit_entries set number = 2 where number = 3;
      update audit_entries set number = 3 where number = 99`,
    found: { number: 2, problem: 'altered' },
  },
  {
    what: 'an end that was put elsewhere',
    forge: `update audit_chain set head_hash = '${'f'.repeat(64)}'`,
    found: { number: 5, problem: 'altered' },
  },
];

for (const { what, forge, found } of forgeries) {
  test(`checking the log finds ${what}`, bounded, async (t) => {
    const { file, database } = await writtenLog(t);
    const guards = database.prepare("select name from sqlite_master where type = 'trigger'").all();
    assert.equal(guards.length, 6);
    for (const { name } of guards) database.exec(`drop trigger ${name}`);
    database.exec(forge);
    assert.deepEqual(await storeOf(t, file).audit.verify(), { isIntact: false, ...found });
  });
}

test('checking the log finds an entry that was changed and sealed again', bounded, async (t) => {
  const { file, database } = await writtenLog(t);
  database.exec('drop trigger audit_entries_never_change');
  const [, , third] = await readAll(storeOf(t, file).audit);
  assert.ok(third !== undefined);
  const { previous_hash } = database.prepare('select previous_hash from audit_entries where number = 3').get() ?? {};
  const hash = hashOf(rowOf({ ...third, outcome: 'denied' }, 3, String(previous_hash)));
  database.prepare('update audit_entries set outcome = ?, hash = ? where number = 3').run('denied', hash);
  assert.deepEqual(await storeOf(t, file).audit.verify(), { isIntact: false, number: 4, problem: 'altered' });
});

test('a log rewritten as a whole shows in its last hash, for whoever noted it', bounded, async (t) => {
  const { file } = await writtenLog(t);
  const noted = await storeOf(t, file).audit.verify();
  const rewritten = storeOf(t, fileOf(t));
  for (const number of [1, 2, 3, 4, 5]) await rewritten.audit.record(entryOf({ referenceId: `other-${number}` }));
  const check = await rewritten.audit.verify();
  assert.ok(noted.isIntact && check.isIntact);
  assert.equal(check.head.number, noted.head.number);
  assert.notEqual(check.head.hash, noted.head.hash);
});
