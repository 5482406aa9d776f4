import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { waitingForPbx, withPbxStopwatch } from '../../src/services/pbx-stopwatch.ts';

/** Time that stands still until work passes it. */
function slowTime(t: TestContext) {
  let now = 1_000;
  t.mock.method(performance, 'now', () => now);
  return async (milliseconds: number) => {
    now += milliseconds;
  };
}

test('the time of all waiting inside a request is added up', async (t) => {
  const pass = slowTime(t);
  const stopwatch = { waitedMs: 0 };
  const answer = await withPbxStopwatch(stopwatch, async () => {
    await waitingForPbx(() => pass(30));
    await pass(500);
    await waitingForPbx(() => pass(12));
    return 'answer';
  });
  assert.equal(answer, 'answer');
  assert.equal(stopwatch.waitedMs, 42);
});

test('waiting that ends in a failure counts too, and the failure is passed on', async (t) => {
  const pass = slowTime(t);
  const stopwatch = { waitedMs: 0 };
  const fail = async () => {
    await pass(8);
    throw new Error('no answer');
  };
  await assert.rejects(
    withPbxStopwatch(stopwatch, () => waitingForPbx(fail)),
    /no answer/,
  );
  assert.equal(stopwatch.waitedMs, 8);
});

test('two requests at once have a stopwatch each', async (t) => {
  const pass = slowTime(t);
  const [mine, yours] = [{ waitedMs: 0 }, { waitedMs: 0 }];
  await withPbxStopwatch(mine, () => waitingForPbx(() => pass(5)));
  await withPbxStopwatch(yours, () => waitingForPbx(() => pass(7)));
  assert.deepEqual([mine.waitedMs, yours.waitedMs], [5, 7]);
});

test('outside a request waiting is just waiting', async () => {
  assert.equal(await waitingForPbx(async () => 'answer'), 'answer');
});
