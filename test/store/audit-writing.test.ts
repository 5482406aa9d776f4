import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { createAuditLog } from '../../src/store/audit-log.ts';
import type { Database } from '../../src/store/database.ts';
import { createReopeningDatabase } from '../../src/store/sqlite/reopening-database.ts';
import { openSession } from '../../src/store/sqlite/session.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { bounded, entryOf, fileOf, readAll, storeOf } from './support.ts';

/** An audit log that counts how often the database is used; `before` runs before each use. */
function countedLog(t: TestContext) {
  const database = createReopeningDatabase(() => openSession(fileOf(t), 'create', 1_000));
  t.after(() => database.close());
  const seen = { uses: 0, before: async (_use: number) => {} };
  const use: Database['use'] = async (work) => {
    seen.uses += 1;
    await seen.before(seen.uses);
    return await database.use(work);
  };
  return { audit: createAuditLog({ ...database, use }), seen };
}

const many = (count: number, differences: (index: number) => Parameters<typeof entryOf>[0] = () => ({})) =>
  Array.from({ length: count }, (_, index) => entryOf({ referenceId: `entry-${index}`, ...differences(index) }));

test('entries that come at once go to the disk together, in the order in which they came', bounded, async (t) => {
  const { audit, seen } = countedLog(t);
  const settled: number[] = [];
  const records = many(200).map((entry, index) => audit.record(entry).then(() => settled.push(index)));
  await Promise.all(records);
  assert.ok(seen.uses <= 5, `${seen.uses} ways to the disk`);
  const written = await readAll(audit);
  assert.deepEqual(
    written.map(({ referenceId }) => referenceId),
    many(200).map(({ referenceId }) => referenceId),
  );
  assert.deepEqual(
    settled,
    settled.toSorted((one, other) => one - other),
  );
  assert.equal((await audit.verify()).isIntact, true);
});

test('an entry is on the disk when its promise says so', bounded, async (t) => {
  const file = fileOf(t);
  const { audit } = storeOf(t, file);
  await audit.record(entryOf());
  const other = storeOf(t, file, { isReadOnly: true });
  const seen = await Promise.all(
    many(120).map(async (entry) => {
      await audit.record(entry);
      return (await readAll(other.audit)).some(({ referenceId }) => referenceId === entry.referenceId);
    }),
  );
  assert.ok(seen.every(Boolean));
});

test('an entry that cannot be recorded fails for itself, and its neighbours are recorded', bounded, async (t) => {
  const { audit } = countedLog(t);
  const bad = new Map<number, Parameters<typeof entryOf>[0]>([
    [3, { personId: 'two words' }],
    [70, { at: new Date(Number.NaN) }],
    [71, { referenceId: '' }],
  ]);
  const entries = many(100, (index) => bad.get(index) ?? {});
  const ends = await Promise.allSettled(entries.map((entry) => audit.record(entry)));
  assert.deepEqual(
    ends.flatMap(({ status }, index) => (status === 'rejected' ? [index] : [])),
    [...bad.keys()],
  );
  assert.deepEqual(
    (await readAll(audit)).map(({ referenceId }) => referenceId),
    entries.filter((_, index) => !bad.has(index)).map(({ referenceId }) => referenceId),
  );
  assert.equal((await audit.verify()).isIntact, true);
  await audit.record(entryOf());
});

test('where the store fails, all who wait hear so, nothing is recorded, and the next one is', bounded, async (t) => {
  const { audit, seen } = countedLog(t);
  seen.before = async (use) => {
    if (use === 1) throw new StoreError('locked');
  };
  const ends = await Promise.allSettled(many(500).map((entry) => audit.record(entry)));
  assert.ok(ends.every((end) => end.status === 'rejected' && end.reason instanceof StoreError));
  assert.equal(seen.uses, 1);
  await audit.record(entryOf({ referenceId: 'next' }));
  assert.deepEqual(
    (await readAll(audit)).map(({ referenceId }) => referenceId),
    ['next'],
  );
});

test('a slip in the database itself is told to all who wait, too', bounded, async (t) => {
  const { audit, seen } = countedLog(t);
  const slip = new TypeError('not a function');
  seen.before = () => Promise.reject(slip);
  const ends = await Promise.allSettled(many(10).map((entry) => audit.record(entry)));
  assert.ok(ends.every((end) => end.status === 'rejected' && end.reason === slip));
});

test(
  'a thousand entries at once keep nobody waiting: neither the last of them nor anything else',
  bounded,
  async (t) => {
    const { audit } = storeOf(t, fileOf(t));
    await audit.record(entryOf());
    let [longestGap, last] = [0, performance.now()];
    const tick = () => {
      longestGap = Math.max(longestGap, performance.now() - last);
      last = performance.now();
    };
    const ticking = setInterval(tick, 1);
    const start = performance.now();
    await Promise.all(many(1_000).map((entry) => audit.record(entry)));
    const waited = performance.now() - start;
    clearInterval(ticking);
    tick();
    assert.ok(waited < 2_000, `the last one waited ${waited} ms`);
    assert.ok(longestGap < waited / 3, `nothing else could happen for ${longestGap} of ${waited} ms`);
  },
);
