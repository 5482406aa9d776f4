import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { CallSummaryError } from '../../../src/errors.ts';
import { type AccessTokens, createAccessTokens } from '../../../src/services/yeastar/access-token.ts';
import type { TokenAnswer } from '../../../src/services/yeastar/schema.ts';
import type { TokenOffice } from '../../../src/services/yeastar/token-office.ts';
import { type HandClock, handClock, minute, second, wallClockBy } from './hand-clock.ts';
import { brokenPbxStore, freshPbxStore } from './pbx-stores.ts';

/** An office that hands out numbered tokens and writes down what it was asked. */
function tokenOffice(lives: Pick<TokenAnswer, 'access_token_expire_time' | 'refresh_token_expire_time'> = {}) {
  const asked: string[] = [];
  const issue = (how: string) => {
    asked.push(how);
    return { access_token: `token ${asked.length}`, refresh_token: `spare ${asked.length}`, ...lives };
  };
  const signIn = async () => issue('sign in');
  const refresh = async (spare: string) => issue(`refresh with ${spare}`);
  return { asked, signIn, refresh };
}

/** The tokens of one process with a store of its own. */
const tokensOf = (t: TestContext, office: TokenOffice, clock: HandClock = handClock()): AccessTokens =>
  createAccessTokens(office, clock, freshPbxStore(t).tokens, wallClockBy(clock));

/** After how many seconds of use a token of this announced life is replaced. */
async function secondsInUse(t: TestContext, announcedSeconds: number | undefined): Promise<number> {
  const office = tokenOffice({ access_token_expire_time: announcedSeconds });
  const clock = handClock();
  const tokens = tokensOf(t, office, clock);
  await tokens.current();
  for (let age = 1; age <= 3_600; age += 1) {
    clock.advance(second);
    await tokens.current();
    if (office.asked.length > 1) return age;
  }
  return Number.POSITIVE_INFINITY;
}

test('a token is used for four fifths of its life and never in its last minute, but not below a minute', async (t) => {
  const table = [
    { announced: 1_800, used: 1_440 },
    { announced: 600, used: 480 },
    { announced: 200, used: 140 },
    { announced: 120, used: 60 },
    { announced: 90, used: 60 },
    { announced: 1, used: 60 },
    { announced: undefined, used: 1_440 },
  ];
  for (const { announced, used } of table) assert.equal(await secondsInUse(t, announced), used, `of ${announced}`);
});

test('however odd the life it is given, a token is used between a minute and half an hour', async (t) => {
  for (const announced of [0, -1, -1e12, 0.5, 7_200, 86_400, 1e12, Number.MAX_VALUE]) {
    const used = await secondsInUse(t, announced);
    assert.ok(used >= 60 && used <= 1_800, `of ${announced} s: used ${used} s`);
  }
});

test('age is what counts: the same token is given out until then, without asking anybody', async (t) => {
  const office = tokenOffice();
  const clock = handClock();
  const tokens = tokensOf(t, office, clock);
  const first = await tokens.current();
  clock.advance(24 * minute - 1);
  assert.equal(await tokens.current(), first);
  clock.advance(1);
  assert.notEqual(await tokens.current(), first);
  assert.deepEqual(office.asked, ['sign in', 'refresh with spare 1']);
});

test('all who wait for a token wait for the same one', async (t) => {
  const office = tokenOffice();
  const tokens = tokensOf(t, office);
  const given = await Promise.all(Array.from({ length: 1_000 }, () => tokens.current()));
  assert.equal(new Set(given).size, 1);
  assert.deepEqual(office.asked, ['sign in']);
});

test('each refresh uses the refresh token of the one before', async (t) => {
  const office = tokenOffice();
  const clock = handClock();
  const tokens = tokensOf(t, office, clock);
  for (let round = 0; round < 4; round += 1) {
    await tokens.current();
    clock.advance(25 * minute);
  }
  assert.deepEqual(office.asked, ['sign in', 'refresh with spare 1', 'refresh with spare 2', 'refresh with spare 3']);
});

test('a refresh token that is over is not tried', async (t) => {
  const office = tokenOffice({ refresh_token_expire_time: 3_600 });
  const clock = handClock();
  const tokens = tokensOf(t, office, clock);
  await tokens.current();
  clock.advance(60 * minute);
  await tokens.current();
  assert.deepEqual(office.asked, ['sign in', 'sign in']);
});

test('an answer without a refresh token leads to a new sign-in', async (t) => {
  const asked: string[] = [];
  const signIn = async () => {
    asked.push('sign in');
    return { access_token: `token ${asked.length}` };
  };
  const tokens = tokensOf(t, { signIn, refresh: () => assert.fail('there is nothing to refresh with') }, handClock());
  tokens.reject(await tokens.current());
  assert.equal((await tokens.current()).value, 'token 2');
  assert.deepEqual(asked, ['sign in', 'sign in']);
});

test('a rejected token is replaced, and one rejected late is not', async (t) => {
  const office = tokenOffice();
  const tokens = tokensOf(t, office);
  const first = await tokens.current();
  tokens.reject(first);
  const next = await tokens.current();
  assert.notEqual(next, first);
  tokens.reject(first);
  assert.equal(await tokens.current(), next);
  assert.equal(office.asked.length, 2);
});

test('a token that could not be kept is there for giving back, until it is rejected', async () => {
  const clock = handClock();
  const tokens = createAccessTokens(tokenOffice(), clock, brokenPbxStore().tokens, wallClockBy(clock));
  assert.equal(tokens.unkept(), null);
  const token = await tokens.current();
  assert.equal(tokens.unkept(), token);
  tokens.reject(token);
  assert.equal(tokens.unkept(), null);
});

test('a token that is kept is not for giving back', async (t) => {
  const tokens = tokensOf(t, tokenOffice());
  await tokens.current();
  assert.equal(tokens.unkept(), null);
});

test('a refresh that fails is followed by one sign-in, and a sign-in that fails by nothing', async (t) => {
  const asked: string[] = [];
  const fail = (how: string) => async () => {
    asked.push(how);
    throw new CallSummaryError('pbx_unexpected', { fault: 'not JSON' });
  };
  const office = { ...tokenOffice(), refresh: fail('refresh') };
  const tokens = tokensOf(t, office);
  tokens.reject(await tokens.current());
  assert.equal((await tokens.current()).value, 'token 2');
  const cold = tokensOf(t, { signIn: fail('sign in'), refresh: fail('refresh') });
  await assert.rejects(cold.current(), { code: 'pbx_unexpected' });
  assert.deepEqual(asked, ['refresh', 'sign in']);
});

test('a PBX that turns us away at the refresh is not asked to sign us in', async (t) => {
  const refusals = [
    new CallSummaryError('pbx_address_blocked', {}),
    new CallSummaryError('pbx_address_not_allowed', {}),
    new CallSummaryError('pbx_tokens_used_up', {}),
  ];
  for (const refusal of refusals) {
    const office = tokenOffice();
    const tokens = tokensOf(t, { ...office, refresh: () => Promise.reject(refusal) });
    tokens.reject(await tokens.current());
    await assert.rejects(tokens.current(), refusal);
    assert.deepEqual(office.asked, ['sign in']);
  }
});

test('a PBX in trouble at the refresh neither loses us the refresh token nor is shown the secret while the old token lives', async (t) => {
  for (const trouble of [
    new CallSummaryError('pbx_unexpected', { fault: 'HTTP 503' }),
    new CallSummaryError('pbx_overloaded', { retryAfterMs: null }),
    new CallSummaryError('pbx_certificate', { fault: 'CERT_HAS_EXPIRED' }),
  ]) {
    const office = tokenOffice();
    const troubles: unknown[] = [trouble];
    const refresh = async (spare: string) => {
      for (const thrown of troubles.splice(0)) throw thrown;
      return await office.refresh(spare);
    };
    const clock = handClock();
    const tokens = tokensOf(t, { ...office, refresh }, clock);
    await tokens.current();
    clock.advance(25 * minute);
    assert.equal((await tokens.current()).value, 'token 1', 'good for a while yet');
    clock.advance(2 * minute);
    assert.equal((await tokens.current()).value, 'token 2');
    assert.deepEqual(office.asked, ['sign in', 'refresh with spare 1']);
  }
});
