import assert from 'node:assert/strict';
import { test } from 'node:test';
import { once } from '../../src/middleware/once.ts';
import { aRequest } from './a-request.ts';

/** Lets requests through the same `once`, and counts how many reach what comes after it. */
function gate() {
  const onlyOnce = once();
  let passed = 0;
  const next = async () => {
    passed += 1;
  };
  return { passes: (one: ReturnType<typeof aRequest>) => one.runs(onlyOnce, next), passed: () => passed };
}

test('what has been done already is acknowledged, and not done again', async () => {
  const { passes, passed } = gate();
  const [first, second] = [aRequest(), aRequest()];
  await passes(first);
  await passes(second);
  assert.equal(passed(), 1);
  assert.deepEqual([first.request.outcome.code, second.request.outcome.code], ['ok', 'repeated']);
  assert.equal(second.acks(), 1);
  assert.notEqual(second.request.acknowledgedAfterMs, null);
});

test('a repetition says nothing to the person', async () => {
  const { passes } = gate();
  await passes(aRequest());
  const second = aRequest();
  await passes(second);
  assert.deepEqual(second.told, []);
});

test('different things are all done, and so is everything of which nothing tells whether it was done before', async () => {
  const { passes, passed } = gate();
  for (const sameAgain of ['a', 'b', null, null]) await passes(aRequest({ sameAgain }));
  assert.equal(passed(), 4);
});

test('what failed is not tried again by a repetition', async () => {
  const onlyOnce = once();
  await assert.rejects(
    aRequest().runs(onlyOnce, () => Promise.reject(new Error('on purpose'))),
    /on purpose/,
  );
  const { runs, request } = aRequest();
  await runs(onlyOnce, () => Promise.reject(new Error('ran again')));
  assert.equal(request.outcome.code, 'repeated');
});
