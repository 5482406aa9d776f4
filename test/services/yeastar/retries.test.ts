import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CallSummaryError } from '../../../src/errors.ts';
import { ErrcodeAnswer } from '../../../src/services/yeastar/errcodes.ts';
import { repeatsAllowed, withRepeats } from '../../../src/services/yeastar/retries.ts';

const unexpected = (fault: string) => new CallSummaryError('pbx_unexpected', { fault });
const unreachable = (fault: string) => new CallSummaryError('pbx_unreachable', { fault });

const repeats: readonly (readonly [string, unknown, number])[] = [
  ['the PBX calls itself broken (-2)', new ErrcodeAnswer(-2), 2],
  ['the PBX is overloaded (70082)', new ErrcodeAnswer(70082), 2],
  ['HTTP 429', new CallSummaryError('pbx_overloaded', { retryAfterMs: null }), 2],
  ['HTTP 429 with Retry-After', new CallSummaryError('pbx_overloaded', { retryAfterMs: 30_000 }), 0],
  ['HTTP 500', unexpected('HTTP 500'), 2],
  ['HTTP 502', unexpected('HTTP 502'), 2],
  ['HTTP 503', unexpected('HTTP 503'), 2],
  ['HTTP 504', unexpected('HTTP 504'), 2],
  ['HTTP 501', unexpected('HTTP 501'), 0],
  ['HTTP 404', unexpected('HTTP 404'), 0],
  ['HTTP 302', unexpected('HTTP 302'), 0],
  ['no JSON', unexpected('not JSON'), 0],
  ['a broken connection', unreachable('ECONNRESET'), 1],
  ['an answer that broke off', unreachable('UND_ERR_RES_CONTENT_LENGTH_MISMATCH'), 1],
  ['a closed connection', unreachable('UND_ERR_SOCKET'), 1],
  ['a refused connection', unreachable('ECONNREFUSED'), 0],
  ['a connection that could not be opened in time', unreachable('UND_ERR_CONNECT_TIMEOUT'), 0],
  ['no such name', unreachable('ENOTFOUND'), 0],
  ['no answer in time', new CallSummaryError('pbx_timeout', {}), 0],
  ['a wrong certificate', new CallSummaryError('pbx_certificate', { fault: 'CERT_HAS_EXPIRED' }), 0],
  ['a refused sign-in', new CallSummaryError('pbx_sign_in_refused', {}), 0],
  ['an expired token, which has a repair of its own', new ErrcodeAnswer(10004), 0],
  ['a FAILURE', new ErrcodeAnswer(-1), 0],
  ['nothing found', new ErrcodeAnswer(60001), 0],
  ['a blocked address', new ErrcodeAnswer(70004), 0],
  ['a slip of ours', new TypeError('x is undefined'), 0],
];

for (const [what, thrown, allowed] of repeats)
  test(`after ${what}: ${allowed} repeats`, () => assert.equal(repeatsAllowed(thrown), allowed));

const never = new AbortController().signal;

/** Fails with each of these in turn, then answers; `at` holds the moments at which it was asked. */
function failing(...failures: readonly unknown[]) {
  const at: number[] = [];
  const ask = async () => {
    at.push(performance.now());
    const failure = failures[at.length - 1];
    if (failure !== undefined) throw failure;
    return 'answer';
  };
  return { at, ask };
}

test('each pause before a repeat is longer than the one before', async (t) => {
  t.mock.method(Math, 'random', () => 0);
  const { at, ask } = failing(new ErrcodeAnswer(-2), new ErrcodeAnswer(-2));
  assert.equal(await withRepeats(never, ask), 'answer');
  const [first = 0, second = 0, third = 0] = at;
  assert.ok(second - first >= 74, `${second - first} ms`);
  assert.ok(third - second >= 149, `${third - second} ms`);
});

test('pauses differ by chance, so that many do not come back at the same moment', async (t) => {
  const dice = t.mock.method(Math, 'random', () => 0.1);
  await withRepeats(never, failing(new ErrcodeAnswer(-2)).ask);
  assert.equal(dice.mock.callCount(), 1);
});

test('the last failure is the one that counts', async (t) => {
  t.mock.method(Math, 'random', () => 0);
  const last = unexpected('not JSON');
  const { at, ask } = failing(new ErrcodeAnswer(-2), last, 'never reached');
  await assert.rejects(withRepeats(never, ask), last);
  assert.equal(at.length, 2);
});

test('whoever asks may allow fewer repeats', async (t) => {
  t.mock.method(Math, 'random', () => 0);
  const { at, ask } = failing(new ErrcodeAnswer(-2), new ErrcodeAnswer(-2));
  await assert.rejects(withRepeats(never, ask, 1), { errcode: -2 });
  assert.equal(at.length, 2);
});

test('nothing is repeated once the time is over', async () => {
  const { at, ask } = failing(new ErrcodeAnswer(-2));
  await assert.rejects(withRepeats(AbortSignal.abort(), ask), { errcode: -2 });
  assert.equal(at.length, 1);
});

test('a pause ends when the time is over', async (t) => {
  t.mock.method(Math, 'random', () => 1_000);
  const leaving = new AbortController();
  const { ask, at } = failing(new ErrcodeAnswer(-2));
  const answer = withRepeats(leaving.signal, ask);
  setImmediate(() => leaving.abort());
  await assert.rejects(answer, { name: 'AbortError' });
  assert.equal(at.length, 1);
});
