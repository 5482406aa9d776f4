import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inTurns } from '../../../src/services/recent-calls/in-turns.ts';

test('many calls are dealt with in their order, and others have their turn meanwhile', async () => {
  const happened: string[] = [];
  setImmediate(() => happened.push('somebody else'));
  const work = inTurns(
    Array.from({ length: 250 }, (_, index) => index),
    (index) => happened.push(`call ${index}`),
  );
  assert.equal((await work).length, 250);
  assert.equal(happened.indexOf('somebody else'), 100);
  assert.deepEqual(happened.slice(98, 102), ['call 98', 'call 99', 'somebody else', 'call 100']);
  assert.deepEqual(await inTurns([], String), []);
});
