import assert from 'node:assert/strict';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { sql } from 'kysely';
import { createAuditLog } from '../../src/store/audit-log.ts';
import { createReopeningDatabase } from '../../src/store/sqlite/reopening-database.ts';
import { openSession } from '../../src/store/sqlite/session.ts';
import { StoreError, type StoreFault } from '../../src/store/store-error.ts';
import { bounded, entryOf, fileOf, folderOf, giveToUnprivileged, readAll, startProcess, storeOf } from './support.ts';

const failsWith = (work: Promise<unknown>, fault: StoreFault) =>
  assert.rejects(work, (thrown) => {
    assert.ok(thrown instanceof StoreError, String(thrown));
    assert.equal(thrown.fault, fault);
    return true;
  });

test('a folder nobody may write to is no place for a new store', bounded, async (t) => {
  const folder = folderOf(t);
  chmodSync(folder, 0o555);
  for (const place of ['callsummary.db', 'inner/callsummary.db'])
    assert.equal(await startProcess(t, 'open', [join(folder, place)], true).nextLine(), 'no_permission');
});

test('a store that this process may not read is left alone', bounded, async (t) => {
  const file = fileOf(t);
  await storeOf(t, file).audit.record(entryOf());
  chmodSync(dirname(file), 0o755);
  chmodSync(file, 0o000);
  assert.equal(await startProcess(t, 'open', [file], true).nextLine(), 'cannot_open');
});

test('a store that may only be read is missed when it is opened, not at the first entry', bounded, async (t) => {
  const file = fileOf(t);
  await storeOf(t, file).audit.record(entryOf());
  for (const path of [dirname(file), ...['', '-wal', '-shm'].map((end) => file + end)]) giveToUnprivileged(path);
  chmodSync(file, 0o400);
  assert.equal(await startProcess(t, 'open', [file, 'only'], true).nextLine(), 'no_permission');
});

test('a file that is no database is called damaged, and the store works once it is mended', bounded, async (t) => {
  const file = fileOf(t);
  await storeOf(t, file).audit.record(entryOf());
  const other = fileOf(t);
  writeFileSync(other, 'This is not a database. '.repeat(500));
  const store = storeOf(t, other);
  await failsWith(store.open(), 'corrupt');
  await failsWith(store.audit.record(entryOf()), 'corrupt');
  writeFileSync(other, '');
  await store.audit.record(entryOf());
});

test('damaged pages are noticed, and the store works again when the file is put right', bounded, async (t) => {
  const file = fileOf(t);
  const first = storeOf(t, file);
  for (let number = 0; number < 200; number += 1) await first.audit.record(entryOf());
  await first.close();
  const good = readFileSync(file);
  const bad = Buffer.from(good);
  bad.fill(0xa5, 4096 * 3);
  writeFileSync(file, bad);
  const store = storeOf(t, file);
  await failsWith(readAll(store.audit), 'corrupt');
  writeFileSync(file, good);
  assert.equal((await readAll(store.audit)).length, 200);
});

test('a store that vanishes while we run is missed at the next word, and not begun anew', bounded, async (t) => {
  const file = fileOf(t);
  const store = storeOf(t, file);
  await store.audit.record(entryOf());
  renameSync(file, `${file}.away`);
  await failsWith(store.audit.record(entryOf()), 'gone');
  await failsWith(readAll(store.audit), 'gone');
  assert.equal(existsSync(file), false);
  renameSync(`${file}.away`, file);
  await store.audit.record(entryOf());
  assert.equal((await readAll(store.audit)).length, 2);
  assert.equal((await store.audit.verify()).isIntact, true);
});

test('a store whose folder vanishes is missed too, and found again', bounded, async (t) => {
  const file = join(folderOf(t), 'inner', 'callsummary.db');
  const store = storeOf(t, file);
  await store.audit.record(entryOf());
  renameSync(dirname(file), `${dirname(file)}.away`);
  await failsWith(store.audit.record(entryOf()), 'gone');
  renameSync(`${dirname(file)}.away`, dirname(file));
  await store.audit.record(entryOf());
  assert.equal((await store.audit.verify()).isIntact, true);
});

test('a store that is emptied while we run is not begun anew', bounded, async (t) => {
  const file = fileOf(t);
  const store = storeOf(t, file);
  await store.audit.record(entryOf());
  await store.audit.forgetBefore(new Date());
  truncateSync(file, 0);
  await assert.rejects(store.audit.record(entryOf()), StoreError);
  await assert.rejects(store.audit.record(entryOf()), StoreError);
});

test('a store put back from a copy is taken up at once', bounded, async (t) => {
  const file = fileOf(t);
  const backup = `${file}.backup`;
  const first = storeOf(t, file);
  await first.audit.record(entryOf({ referenceId: 'saved' }));
  await first.close();
  copyFileSync(file, backup);
  const store = storeOf(t, file);
  for (let number = 0; number < 50; number += 1) await store.audit.record(entryOf({ referenceId: 'lost' }));
  renameSync(backup, file);
  await store.audit.record(entryOf({ referenceId: 'after' }));
  assert.deepEqual(
    (await readAll(store.audit)).map(({ referenceId }) => referenceId),
    ['saved', 'after'],
  );
  assert.equal((await store.audit.verify()).isIntact, true);
});

test('a full disk is called so, nothing is half recorded, and space brings the store back', bounded, async (t) => {
  const file = fileOf(t);
  const database = createReopeningDatabase(() => openSession(file, 'create', 1_000));
  t.after(() => database.close());
  const audit = createAuditLog(database);
  const allow = (pages: number) =>
    database.use((db) => sql`pragma max_page_count = ${sql.lit(pages)}`.execute(db)).then(() => {});
  await audit.record(entryOf());
  await allow(30);
  let recorded = 1;
  const fill = async () => {
    for (;;) {
      await audit.record(entryOf());
      recorded += 1;
    }
  };
  await failsWith(fill(), 'disk_full');
  await failsWith(audit.record(entryOf()), 'disk_full');
  assert.equal((await readAll(audit)).length, recorded);
  await allow(1_000);
  await audit.record(entryOf());
  const check = await audit.verify();
  assert.ok(check.isIntact);
  assert.equal(check.entries, recorded + 1);
});

test("another program's database is left exactly as it is", bounded, async (t) => {
  const file = fileOf(t);
  const other = new DatabaseSync(file);
  other.exec('create table dashboards (id integer)');
  other.close();
  chmodSync(file, 0o644);
  const before = readFileSync(file);
  await failsWith(storeOf(t, file).open(), 'foreign');
  assert.deepEqual(readFileSync(file), before);
  assert.equal(statSync(file).mode & 0o777, 0o644);
});

test('a folder in the place of the file is said to be the trouble', bounded, async (t) => {
  const file = fileOf(t);
  mkdirSync(file);
  await failsWith(storeOf(t, file).open(), 'cannot_open');
});

test('a store to be read only has to be there, and is not touched', bounded, async (t) => {
  const file = fileOf(t);
  await failsWith(readAll(storeOf(t, file, { isReadOnly: true }).audit), 'gone');
  assert.equal(existsSync(file), false);
  const store = storeOf(t, file);
  await store.audit.record(entryOf());
  const reader = storeOf(t, file, { isReadOnly: true });
  assert.equal((await readAll(reader.audit)).length, 1, 'while the app has it open');
  await failsWith(reader.audit.record(entryOf()), 'read_only');
  await store.close();
  assert.equal(
    (await readAll(storeOf(t, file, { isReadOnly: true }).audit)).length,
    1,
    'and after the app has closed it',
  );
});
