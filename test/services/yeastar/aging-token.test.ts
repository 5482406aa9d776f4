import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CallSummaryError } from '../../../src/errors.ts';
import { createAccessTokens } from '../../../src/services/yeastar/access-token.ts';
import { handClock, minute, wallClockBy } from './hand-clock.ts';
import { brokenPbxStore } from './pbx-stores.ts';

/** Tokens from an office that signs in once, and after that refuses everything with this. */
function tokensOfOfficeThatCloses(failure: Error) {
  const clock = handClock();
  let isOpen = true;
  const signIn = async () => {
    if (!isOpen) throw failure;
    isOpen = false;
    return { access_token: 'token 1', refresh_token: 'spare 1' };
  };
  const office = { signIn, refresh: () => Promise.reject(failure) };
  return { clock, tokens: createAccessTokens(office, clock, brokenPbxStore().tokens, wallClockBy(clock)) };
}

const failure = new CallSummaryError('pbx_tokens_used_up', {});

test('a token that is only getting old is used on while no new one can be had, until its life is over', async () => {
  const { clock, tokens } = tokensOfOfficeThatCloses(failure);
  await tokens.current();
  clock.advance(24 * minute);
  for (let age = 24; age < 30; age += 1) {
    assert.equal((await tokens.current()).value, 'token 1', `after ${age} min`);
    clock.advance(minute);
  }
  await assert.rejects(tokens.current(), failure);
});

test('a token the PBX has rejected is not used on', async () => {
  const { tokens } = tokensOfOfficeThatCloses(failure);
  tokens.reject(await tokens.current());
  await assert.rejects(tokens.current(), failure);
  await assert.rejects(tokens.current(), failure);
});

test('who got the token before a failed renewal can still say that the PBX rejects it', async () => {
  const { clock, tokens } = tokensOfOfficeThatCloses(failure);
  const early = await tokens.current();
  clock.advance(25 * minute);
  assert.equal((await tokens.current()).value, early.value);
  tokens.reject(early);
  assert.equal(tokens.unkept(), null);
  await assert.rejects(tokens.current(), failure);
});
