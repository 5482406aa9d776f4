import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { StoreError } from '../../src/store/store-error.ts';
import { account, bounded, entryOf, fileOf, readAll, startProcess, storeOf } from './support.ts';

const isLocked = (thrown: unknown) => thrown instanceof StoreError && thrown.fault === 'locked';
const latestMs = 2_500;

async function msOf(work: Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work;
  return performance.now() - start;
}

test(
  'while another process keeps the store locked, all who write hear so in time, and nothing else stands still',
  bounded,
  async (t) => {
    const file = fileOf(t);
    const store = storeOf(t, file);
    await store.audit.record(entryOf());
    const other = startProcess(t, 'lock', [file, 'immediate']);
    await other.nextLine();

    let ticks = 0;
    const ticking = setInterval(() => {
      ticks += 1;
    }, 10);
    const writers = [
      ...Array.from({ length: 20 }, () => store.audit.record(entryOf())),
      store.tokensOf(account).forget(),
      store.signInsOf(account).begin(2),
      store.audit.forgetBefore(new Date()),
    ];
    const waited = await msOf(Promise.all(writers.map((writer) => assert.rejects(writer, isLocked))));
    clearInterval(ticking);
    assert.ok(waited > 1_500 && waited < latestMs, `${waited} ms`);
    assert.ok(ticks > 50, `${ticks} ticks of a hundred and more`);

    assert.equal(await other.finish(), 0);
    await store.audit.record(entryOf());
    assert.equal((await readAll(store.audit)).length, 2, 'what was refused was not recorded later');
  },
);

test('a short lock is waited for', bounded, async (t) => {
  const file = fileOf(t);
  const store = storeOf(t, file);
  await store.open();
  const other = startProcess(t, 'lock', [file, 'immediate']);
  await other.nextLine();
  const recorded = store.audit.record(entryOf());
  assert.equal(await other.finish(), 0);
  await recorded;
});

test('a lock held by somebody does not keep others from reading', bounded, async (t) => {
  const file = fileOf(t);
  const store = storeOf(t, file);
  await store.audit.record(entryOf());
  await startProcess(t, 'lock', [file, 'immediate']).nextLine();
  assert.equal((await readAll(store.audit)).length, 1);
  assert.equal((await readAll(storeOf(t, file).audit)).length, 1, 'nor a store that is opened meanwhile');
});

test('a store that cannot be opened because of a lock says so in time and opens afterwards', bounded, async (t) => {
  const file = fileOf(t);
  writeFileSync(file, '');
  const other = startProcess(t, 'lock', [file, 'exclusive']);
  await other.nextLine();
  const store = storeOf(t, file, { patienceMs: 300 });
  const waited = await msOf(assert.rejects(store.open(), isLocked));
  assert.ok(waited >= 300 && waited < latestMs, `${waited} ms`);
  assert.equal(await other.finish(), 0);
  await store.audit.record(entryOf());
});
