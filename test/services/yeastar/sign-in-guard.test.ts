import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { CallSummaryError } from '../../../src/errors.ts';
import type { PbxStore } from '../../../src/services/yeastar/client.ts';
import { ErrcodeAnswer } from '../../../src/services/yeastar/errcodes.ts';
import { isTurningAway } from '../../../src/services/yeastar/rests.ts';
import { createSignInGuard } from '../../../src/services/yeastar/sign-in-guard.ts';
import { handClock, hour, minute, wallClockBy } from './hand-clock.ts';
import { brokenPbxStore, freshPbxStore } from './pbx-stores.ts';

/** A guard at its post; `restart` puts another one there, with the same store. */
function guardWith({ signIns }: PbxStore) {
  const clock = handClock();
  const wall = { skew: 0 };
  const wallClock = () => new Date(wallClockBy(clock)().getTime() + wall.skew);
  let guard = createSignInGuard(clock, signIns, wallClock);
  const isLetBy = async (gate: Promise<unknown>) => {
    try {
      await gate;
      return true;
    } catch (refusal) {
      assert.ok(isTurningAway(refusal), String(refusal));
      return false;
    }
  };
  let sent = 0;
  const signIn = (end: () => Promise<string>) =>
    guard.attempt(() => {
      sent += 1;
      return end();
    });
  return {
    clock,
    wall,
    signIns,
    signIn,
    sent: () => sent,
    remember: (thrown: unknown) => guard.remember(thrown),
    restart: () => {
      guard = createSignInGuard(clock, signIns, wallClock);
    },
    maySignIn: () => isLetBy(signIn(unreachable).catch(unlessUnreachable)),
    mayRefresh: () => isLetBy(guard.assertMayRefresh()),
    mayAsk: () => isLetBy(guard.assertMayAsk()),
  };
}

const guardAt = (t: TestContext) => guardWith(freshPbxStore(t));

const unreachable = () => Promise.reject(new CallSummaryError('pbx_unreachable', { fault: 'ECONNREFUSED' }));
const unlessUnreachable = (thrown: unknown) => {
  if (thrown instanceof CallSummaryError && thrown.code === 'pbx_unreachable') return;
  throw thrown;
};
const refused = () => Promise.reject(new ErrcodeAnswer(-1));
const accepted = async () => 'token';

const waysOfTurningAway = [
  { refusal: new CallSummaryError('pbx_sign_in_refused', {}), rest: 10 * minute, asking: true, refreshing: true },
  { refusal: new CallSummaryError('pbx_address_blocked', {}), rest: 10 * minute, asking: false, refreshing: false },
  { refusal: new CallSummaryError('pbx_address_not_allowed', {}), rest: 10 * minute, asking: false, refreshing: false },
  { refusal: new CallSummaryError('pbx_tokens_used_up', {}), rest: minute, asking: true, refreshing: false },
];

test('a PBX nobody has complained about may be asked', async (t) => {
  const { mayAsk, mayRefresh, maySignIn } = guardAt(t);
  assert.deepEqual([await mayAsk(), await mayRefresh(), await maySignIn()], [true, true, true]);
});

test('each way of being turned away is believed for its own time, restarts or not', async (t) => {
  for (const { refusal, rest } of waysOfTurningAway)
    for (const isRestarted of [false, true]) {
      const { clock, remember, restart, maySignIn } = guardAt(t);
      await remember(refusal);
      if (isRestarted) restart();
      clock.advance(rest - 1);
      assert.equal(await maySignIn(), false, `${refusal.code} after ${rest - 1} ms`);
      clock.advance(1);
      assert.equal(await maySignIn(), true, `${refusal.code} after ${rest} ms`);
    }
});

test('who is turned away for the address asks nothing at all; else a token in hand may still be used', async (t) => {
  for (const { refusal, asking, refreshing } of waysOfTurningAway) {
    const { remember, restart, mayAsk, mayRefresh } = guardAt(t);
    await remember(refusal);
    assert.deepEqual([await mayAsk(), await mayRefresh()], [asking, refreshing], refusal.code);
    restart();
    assert.deepEqual([await mayAsk(), await mayRefresh()], [asking, refreshing], `${refusal.code} after a restart`);
  }
});

test('an overloaded PBX is left alone for as long as it said, and that is not kept', async (t) => {
  const { clock, remember, restart, mayAsk, maySignIn, signIns } = guardAt(t);
  await remember(new CallSummaryError('pbx_overloaded', { retryAfterMs: 5_000 }));
  assert.deepEqual([await mayAsk(), await maySignIn()], [false, false]);
  assert.equal((await signIns.history()).rest, null);
  clock.advance(5_000);
  assert.equal(await mayAsk(), true);
  await remember(new CallSummaryError('pbx_overloaded', { retryAfterMs: 5_000 }));
  restart();
  assert.equal(await mayAsk(), true);
});

test('after a second refused sign-in nobody knocks again, however long it is waited', async (t) => {
  const { clock, restart, signIn, sent } = guardAt(t);
  for (let knock = 0; knock < 20; knock += 1) {
    await assert.rejects(signIn(refused), { code: 'pbx_sign_in_refused' });
    clock.advance(hour);
    if (knock % 3 === 0) restart();
  }
  assert.equal(sent(), 2);
});

test('what stands against the secret is gone once the PBX takes it, or an administrator strikes it out', async (t) => {
  const { clock, signIn, sent, signIns } = guardAt(t);
  for (const forgive of [() => signIn(accepted), () => signIns.clear()]) {
    await assert.rejects(signIn(refused));
    clock.advance(10 * minute);
    await forgive();
    assert.deepEqual(await signIns.history(), { refused: 0, unanswered: 0, rest: null });
  }
  await signIn(accepted);
  assert.equal(sent(), 4);
});

test('what an administrator strikes out is noticed at the next question, without a restart', async (t) => {
  const { remember, mayAsk, maySignIn, signIns } = guardAt(t);
  await remember(new CallSummaryError('pbx_address_blocked', {}));
  assert.deepEqual([await mayAsk(), await maySignIn()], [false, false]);
  await signIns.clear();
  assert.deepEqual([await mayAsk(), await maySignIn()], [true, true]);
});

const noAnswerInTime = new CallSummaryError('pbx_timeout', {});

const saysNothing: Readonly<Record<string, Error>> = {
  'no answer in time': noAnswerInTime,
  'a refused connection': new CallSummaryError('pbx_unreachable', { fault: 'ECONNREFUSED' }),
  'a broken connection': new CallSummaryError('pbx_unreachable', { fault: 'ECONNRESET' }),
  'a wrong certificate': new CallSummaryError('pbx_certificate', { fault: 'CERT_HAS_EXPIRED' }),
  'HTTP 503': new CallSummaryError('pbx_unexpected', { fault: 'HTTP 503' }),
  'no JSON': new CallSummaryError('pbx_unexpected', { fault: 'not JSON' }),
  'a PBX that calls itself broken': new ErrcodeAnswer(-2),
  'no place for a token': new ErrcodeAnswer(60002),
  'an API that is switched off': new ErrcodeAnswer(10009),
};

test('a sign-in that ends without a word about the secret is not held against it', async (t) => {
  for (const [what, thrown] of Object.entries(saysNothing)) {
    const { signIn, signIns } = guardAt(t);
    for (let time = 0; time < 5; time += 1)
      await assert.rejects(
        signIn(() => Promise.reject(thrown)),
        thrown,
        what,
      );
    assert.deepEqual(await signIns.history(), { refused: 0, unanswered: 0, rest: null }, what);
  }
});

test('a lost answer counts once the secret was refused: the PBX may have refused it again', async (t) => {
  const { clock, signIn, signIns, sent } = guardAt(t);
  await assert.rejects(signIn(refused));
  clock.advance(10 * minute);
  await assert.rejects(signIn(unreachable), { code: 'pbx_unreachable' });
  await assert.rejects(
    signIn(() => Promise.reject(noAnswerInTime)),
    { code: 'pbx_timeout' },
  );
  assert.deepEqual(await signIns.history().then(({ refused: no, unanswered }) => [no, unanswered]), [1, 1]);
  await assert.rejects(signIn(accepted), { code: 'pbx_sign_in_refused' });
  assert.equal(sent(), 3);
});

test('refusals of every kind are counted', async (t) => {
  for (const refusal of [
    new ErrcodeAnswer(-1),
    new ErrcodeAnswer(40002),
    new CallSummaryError('pbx_unexpected', { fault: 'HTTP 401' }),
    new CallSummaryError('pbx_unexpected', { fault: 'HTTP 403' }),
  ]) {
    const { signIn, signIns } = guardAt(t);
    await assert.rejects(
      signIn(() => Promise.reject(refusal)),
      { code: 'pbx_sign_in_refused' },
    );
    assert.equal((await signIns.history()).refused, 1);
  }
});

test('a sign-in is counted before it is sent', async (t) => {
  const { signIn, signIns } = guardAt(t);
  await signIn(async () => {
    assert.equal((await signIns.history()).unanswered, 1);
    return 'token';
  });
});

test('a sign-in that cannot be counted is not sent; questions and refreshes go on', async () => {
  const { signIn, mayAsk, mayRefresh, sent } = guardWith(brokenPbxStore());
  await assert.rejects(signIn(accepted), { code: 'store_unavailable', details: { fault: 'gone' } });
  assert.equal(sent(), 0);
  assert.deepEqual([await mayAsk(), await mayRefresh()], [true, true]);
});

test('a rest that could not be kept is believed all the same, as long as the process lives', async () => {
  const { clock, remember, mayAsk, mayRefresh } = guardWith(brokenPbxStore());
  await remember(new CallSummaryError('pbx_address_blocked', {}));
  clock.advance(10 * minute - 1);
  assert.deepEqual([await mayAsk(), await mayRefresh()], [false, false]);
  clock.advance(1);
  assert.deepEqual([await mayAsk(), await mayRefresh()], [true, true]);
});

test('a wall clock that jumps by years neither keeps the PBX waiting for years nor forgives a refusal', async (t) => {
  for (const years of [-30, -1, 1, 30]) {
    const { clock, wall, signIn, restart, maySignIn, sent } = guardAt(t);
    await assert.rejects(signIn(refused));
    wall.skew = years * 365 * 24 * hour;
    for (let part = 0; part < 4; part += 1) {
      restart();
      await maySignIn();
      clock.advance(2.5 * minute);
    }
    assert.equal(await maySignIn(), true, `${years} years`);
    await assert.rejects(signIn(refused));
    clock.advance(hour);
    const before = sent();
    await assert.rejects(signIn(refused));
    assert.equal(sent(), before, `${years} years`);
  }
});

test('troubles with a single question are not taken for being turned away', async (t) => {
  const { remember, maySignIn, mayAsk } = guardAt(t);
  const troubles = [
    new CallSummaryError('pbx_refused', { errcode: -1 }),
    new CallSummaryError('pbx_token_rejected', {}),
    new CallSummaryError('pbx_timeout', {}),
    new CallSummaryError('pbx_certificate', { fault: 'CERT_HAS_EXPIRED' }),
    new CallSummaryError('pbx_overloaded', { retryAfterMs: null }),
    new Error('anything'),
    undefined,
  ];
  for (const trouble of troubles) await remember(trouble);
  assert.deepEqual([await mayAsk(), await maySignIn()], [true, true]);
  assert.equal(troubles.some(isTurningAway), false);
});
