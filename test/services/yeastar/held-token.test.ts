import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createHeldToken } from '../../../src/services/yeastar/held-token.ts';
import type { Holding } from '../../../src/services/yeastar/holding.ts';
import { handClock, hour, minute } from './hand-clock.ts';

const holdingUntil = (value: string, renewAt: number): Holding => ({
  value,
  renewAt,
  endsAt: renewAt + 6 * minute,
  refreshToken: 'spare',
  refreshUntil: 24 * hour,
  isKept: true,
});
const young = holdingUntil('young', 24 * minute);
const old = holdingUntil('old', 10 * minute);

test('a found token takes the place of one that is older, over or rejected, and of no better one', () => {
  const clock = handClock();
  const held = createHeldToken(clock);
  held.adopt(null);
  assert.equal(held.get(), null);
  held.adopt(old);
  assert.equal(held.get(), old);
  held.adopt(young);
  assert.equal(held.get(), young);
  held.adopt(old);
  assert.equal(held.get(), young, 'what is found is older');
  held.reject(young);
  held.adopt(old);
  assert.equal(held.get(), old, 'what was in hand is rejected');
});

test('a token that was rejected is not taken up again where it is found', () => {
  const held = createHeldToken(handClock());
  held.take(old);
  held.reject(old);
  held.take(young);
  held.adopt(null);
  held.reject(old);
  assert.equal(held.fresh(), young, 'late news about an older token');
  held.take(holdingUntil('brief', -7 * minute));
  held.adopt(old);
  assert.equal(held.get()?.value, 'brief');
});

test('a token is good for everybody, then only for want of a better one, then not at all', () => {
  const clock = handClock();
  const held = createHeldToken(clock);
  held.take(old);
  assert.deepEqual([held.fresh(), held.alive()], [old, old]);
  clock.advance(10 * minute);
  assert.deepEqual([held.fresh(), held.alive()], [null, old]);
  const used = held.useOn(old);
  assert.deepEqual([held.fresh(), used.renewAt], [used, 11 * minute]);
  clock.advance(5.5 * minute);
  assert.equal(held.useOn(old).renewAt, old.endsAt, 'not beyond its end');
  clock.advance(minute);
  assert.deepEqual([held.fresh(), held.alive()], [null, null]);
});
