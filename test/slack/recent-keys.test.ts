import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createRecentKeys } from '../../src/slack/recent-keys.ts';

const second = 1_000;
const mostRemembered = 10_000;

/** A memory of one minute, and the hand that moves its clock. */
function memory() {
  let now = 0;
  const keys = createRecentKeys(60 * second, () => now);
  const passes = (ms: number) => {
    now += ms;
  };
  return { keys, passes };
}

test('a key is new once, and once more when it has been forgotten', () => {
  const { keys, passes } = memory();
  assert.equal(keys.addIfNew('a'), true);
  passes(60 * second - 1);
  assert.equal(keys.addIfNew('a'), false);
  passes(1);
  assert.equal(keys.addIfNew('a'), true);
});

test('asking for a key again does not make it remembered for longer', () => {
  const { keys, passes } = memory();
  keys.addIfNew('a');
  passes(59 * second);
  keys.addIfNew('a');
  passes(second);
  assert.equal(keys.addIfNew('a'), true);
});

test('a flood of keys pushes out the oldest, and only as many as it must', () => {
  const { keys } = memory();
  for (let count = 0; count <= mostRemembered; count += 1) keys.addIfNew(`key ${count}`);
  assert.equal(keys.addIfNew('key 1'), false, 'the second one is still known');
  assert.equal(keys.addIfNew(`key ${mostRemembered}`), false, 'and so is the last');
  assert.equal(keys.addIfNew('key 0'), true, 'the first had to go');
});

const step = fc.record({ key: fc.constantFrom('a', 'b', 'c'), after: fc.integer({ min: 0, max: 50 * second }) });

test('whatever comes in whatever order, a key is new exactly when it did not count as new within the last minute', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const { keys, passes } = memory();
      const lastNew = new Map<string, number>();
      let now = 0;
      for (const { key, after } of steps) {
        passes(after);
        now += after;
        const isNew = now - (lastNew.get(key) ?? Number.NEGATIVE_INFINITY) >= 60 * second;
        assert.equal(keys.addIfNew(key), isNew);
        if (isNew) lastNew.set(key, now);
      }
    }),
  );
});
