import assert from 'node:assert/strict';
import { test } from 'node:test';
import { account, bounded, fileOf, readAll, startProcess, storeOf } from './support.ts';

test('two processes that are refused at the same time lose no refusal', bounded, async (t) => {
  const file = fileOf(t);
  const store = storeOf(t, file);
  await store.open();
  const others = [1, 2].map(() => startProcess(t, 'sign-in', [file, '150', '1000']));
  for (const other of others) assert.equal(await other.finish(), 0);
  assert.deepEqual(await store.signInsOf(account).history(), { refused: 300, unanswered: 0, rest: null });
});

test('three processes in a restart loop are refused twice together, however often they try', bounded, async (t) => {
  const file = fileOf(t);
  const others = [1, 2, 3].map(() => startProcess(t, 'sign-in', [file, '20', '2']));
  const begun = await Promise.all(others.map(async (other) => Number(await other.nextLine())));
  assert.equal(
    begun.reduce((sum, number) => sum + number),
    2,
  );
  assert.equal((await storeOf(t, file).signInsOf(account).history()).refused, 2);
});

test('entries of two processes make one chain', bounded, async (t) => {
  const file = fileOf(t);
  const others = [1, 2].map(() => startProcess(t, 'record', [file, '100']));
  for (const other of others) assert.equal(await other.finish(), 0);
  const check = await storeOf(t, file).audit.verify();
  assert.ok(check.isIntact);
  assert.equal(check.entries, 200);
});

test('a process killed while it writes leaves a whole log with everything it had confirmed', bounded, async (t) => {
  const file = fileOf(t);
  let confirmed = 0;
  for (const howMany of [1, 7, 40, 100]) {
    const writer = startProcess(t, 'record', [file, '1000000']);
    for (let line = 0; line < howMany; line += 1) assert.equal(await writer.nextLine(), String(line + 1));
    await writer.kill();
    confirmed += howMany;
  }
  const { audit } = storeOf(t, file);
  const check = await audit.verify();
  assert.ok(check.isIntact);
  assert.ok(check.entries >= confirmed, `${check.entries} of at least ${confirmed}`);
  assert.equal((await readAll(audit)).length, check.entries);
});
