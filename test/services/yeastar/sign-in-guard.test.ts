import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CallSummaryError } from '../../../src/errors.ts';
import { createSignInGuard, isTurningAway } from '../../../src/services/yeastar/sign-in-guard.ts';
import { handClock, hour, minute } from './hand-clock.ts';

function guardAt() {
  const clock = handClock();
  const guard = createSignInGuard(clock);
  const isLetBy = (gate: () => void) => {
    try {
      gate();
      return true;
    } catch (refusal) {
      assert.ok(isTurningAway(refusal));
      return false;
    }
  };
  return {
    clock,
    guard,
    maySignIn: () => isLetBy(guard.assertMaySignIn),
    mayAsk: () => isLetBy(guard.assertMayAsk),
  };
}

const waysOfTurningAway = [
  { refusal: new CallSummaryError('pbx_sign_in_refused', {}), rest: 10 * minute, isAboutAddress: false },
  { refusal: new CallSummaryError('pbx_address_blocked', {}), rest: 10 * minute, isAboutAddress: true },
  { refusal: new CallSummaryError('pbx_address_not_allowed', {}), rest: 10 * minute, isAboutAddress: true },
  { refusal: new CallSummaryError('pbx_tokens_used_up', {}), rest: minute, isAboutAddress: false },
];

test('a PBX nobody has complained about may be asked', () => {
  const { mayAsk, maySignIn } = guardAt();
  assert.deepEqual([mayAsk(), maySignIn()], [true, true]);
});

test('each way of being turned away is believed for its own time', () => {
  for (const { refusal, rest } of waysOfTurningAway) {
    const { clock, guard, maySignIn } = guardAt();
    guard.remember(refusal);
    assert.throws(guard.assertMaySignIn, refusal);
    clock.advance(rest - 1);
    assert.equal(maySignIn(), false, `${refusal.code} after ${rest - 1} ms`);
    clock.advance(1);
    assert.equal(maySignIn(), true, `${refusal.code} after ${rest} ms`);
  }
});

test('who is turned away for the address asks nothing at all; else a token in hand may still be used', () => {
  for (const { refusal, isAboutAddress } of waysOfTurningAway) {
    const { guard, mayAsk } = guardAt();
    guard.remember(refusal);
    assert.equal(mayAsk(), !isAboutAddress, refusal.code);
  }
});

test('to be reminded of a refusal is not to be refused again', () => {
  for (const { refusal, rest } of waysOfTurningAway) {
    const { clock, guard, maySignIn } = guardAt();
    guard.remember(refusal);
    clock.advance(rest - 1);
    guard.remember(refusal);
    clock.advance(1);
    assert.equal(maySignIn(), true, refusal.code);
  }
});

test('after a second refused sign-in nobody knocks again, however long it is waited', () => {
  const { clock, guard, maySignIn } = guardAt();
  guard.remember(new CallSummaryError('pbx_sign_in_refused', {}));
  clock.advance(10 * minute);
  guard.remember(new CallSummaryError('pbx_sign_in_refused', {}));
  clock.advance(1_000 * hour);
  assert.equal(maySignIn(), false);
});

test('troubles with a single question are not taken for being turned away', () => {
  const { guard, maySignIn, mayAsk } = guardAt();
  const troubles = [
    new CallSummaryError('pbx_refused', { errcode: -1 }),
    new CallSummaryError('pbx_token_rejected', {}),
    new CallSummaryError('pbx_timeout', {}),
    new CallSummaryError('pbx_certificate', { fault: 'CERT_HAS_EXPIRED' }),
    new Error('anything'),
    undefined,
  ];
  for (const trouble of troubles) guard.remember(trouble);
  assert.deepEqual([mayAsk(), maySignIn()], [true, true]);
  assert.equal(troubles.some(isTurningAway), false);
});
