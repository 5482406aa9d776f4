import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRunningWork } from '../../src/middleware/running-work.ts';

const plenty = 5_000;

/** A piece of work that ends when the test says so. */
function work() {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  return { next: () => promise, done: resolve, fails: () => reject(new Error('on purpose')) };
}

test('with nothing running, waiting is over at once', async () => {
  assert.equal(await createRunningWork().drained(0), true);
});

test('waiting lasts until everything that runs has ended', async () => {
  const running = createRunningWork();
  const [first, second] = [work(), work()];
  const counted = [running.count(first), running.count(second)];
  const drained = running.drained(plenty);
  first.done();
  await counted[0];
  let isOver = false;
  void drained.then(() => {
    isOver = true;
  });
  await new Promise(setImmediate);
  assert.equal(isOver, false, 'one of two is still running');
  second.done();
  assert.equal(await drained, true);
});

test('work that starts while waiting is waited for as well', async () => {
  const running = createRunningWork();
  const [early, late] = [work(), work()];
  const counted = [running.count(early)];
  const drained = running.drained(plenty);
  counted.push(running.count(late));
  early.done();
  await counted[0];
  late.done();
  assert.equal(await drained, true);
  await Promise.all(counted);
});

test('work that fails is over too, and its failure is not swallowed', async () => {
  const running = createRunningWork();
  const { next, fails } = work();
  const counted = running.count({ next });
  const drained = running.drained(plenty);
  fails();
  await assert.rejects(counted, /on purpose/);
  assert.equal(await drained, true);
});

test('what takes too long is given up, and that is said', async () => {
  const running = createRunningWork();
  const { next, done } = work();
  const counted = running.count({ next });
  assert.equal(await running.drained(1), false);
  done();
  await counted;
});
