import assert from 'node:assert/strict';
import { test } from 'node:test';
import { always, assertFails, bounded, failureOf, hungUp, openLine } from './support.ts';

const thousand = Array.from({ length: 1_000 });

test('a thousand people who ask a cold app share one sign-in', bounded, async (t) => {
  const line = await openLine(t, { limits: { connections: 50, waiting: 1_000, deadlineMs: 10_000 } });
  await Promise.all(thousand.map(line.ask));
  assert.equal(line.pbx.count('get_token'), 1);
  assert.equal(line.pbx.count('refresh_token'), 0);
  assert.equal(line.pbx.count('system/information'), 1_000);
  assert.equal(line.pbx.liveTokens, 1);
  await hungUp(line);
});

test('a thousand answers that the token has expired cause one refresh, and all are answered', bounded, async (t) => {
  const line = await openLine(t, { limits: { connections: 400, waiting: 1_000, deadlineMs: 10_000 } });
  const { pbx } = line;
  await line.ask();
  pbx.script('system/information', { kind: 'hold' }, 400);
  const answers = thousand.map(line.ask);
  await pbx.until(() => pbx.held === 400, 8_000);
  pbx.expireAccessTokens();
  pbx.release();
  await Promise.all(answers);
  assert.equal(pbx.requests.filter(({ errcode }) => errcode === 10004).length, 1_000);
  assert.equal(pbx.count('refresh_token'), 1);
  assert.equal(pbx.count('get_token'), 1);
  assert.equal(pbx.count('system/information'), 1 + 2_000);
});

test('late news that an old token has expired adopts the token of today', bounded, async (t) => {
  const { pbx, ask } = await openLine(t);
  await ask();
  pbx.script('system/information', { kind: 'hold', next: { kind: 'errcode', errcode: 10004 } });
  pbx.script('system/information', { kind: 'errcode', errcode: 10004 });
  const late = ask();
  await pbx.until(() => pbx.held === 1);
  await ask();
  assert.equal(pbx.count('refresh_token'), 1);
  pbx.release();
  await late;
  assert.equal(pbx.count('refresh_token'), 1);
  assert.equal(pbx.count('get_token'), 1);
});

test('an expired token costs one new token and one repeat of the question', bounded, async (t) => {
  const { pbx, ask } = await openLine(t);
  await ask();
  pbx.expireAccessTokens();
  await ask();
  const asked = pbx.requests.map(({ endpoint, errcode }) => [endpoint, errcode]);
  assert.deepEqual(asked, [
    ['get_token', 0],
    ['system/information', 0],
    ['system/information', 10004],
    ['refresh_token', 0],
    ['system/information', 0],
  ]);
});

test(
  'a PBX that calls every token expired is given up on, question by question, after two tries each',
  bounded,
  async (t) => {
    const { pbx, ask } = await openLine(t, { pbx: { rotateKillsOldToken: true } });
    pbx.script('system/information', { kind: 'errcode', errcode: 10004 }, always);
    for (let question = 1; question <= 5; question += 1) {
      await assertFails(ask(), 'pbx_token_rejected');
      assert.equal(pbx.count('system/information'), 2 * question);
    }
    assert.equal(pbx.count('get_token'), 1);
    assert.equal(pbx.count('refresh_token'), 5);
  },
);

test('a PBX that forgets its tokens under our hands is not asked for more than eight', bounded, async (t) => {
  const { pbx, ask } = await openLine(t);
  pbx.script('system/information', { kind: 'errcode', errcode: 10004 }, always);
  for (let question = 1; question <= 30; question += 1) await failureOf(ask());
  assert.ok(pbx.count('get_token') + pbx.count('refresh_token') <= 9);
  assert.ok(pbx.count('*') <= 30);
});

test('where every second answer is "token expired", every person is answered all the same', bounded, async (t) => {
  const { pbx, ask } = await openLine(t, { pbx: { rotateKillsOldToken: true } });
  const everySecond = { kind: 'cycle', of: [{ kind: 'errcode', errcode: 10004 }, { kind: 'none' }] } as const;
  pbx.script('system/information', everySecond, always);
  for (let question = 1; question <= 5; question += 1) await ask();
  assert.equal(pbx.count('system/information'), 10);
  assert.equal(pbx.count('refresh_token'), 5);
  assert.equal(pbx.liveTokens, 1);
});

test('a PBX whose new token ends the old one loses nobody’s question', bounded, async (t) => {
  const { pbx, ask, clock } = await openLine(t, { pbx: { rotateKillsOldToken: true }, limits: { connections: 20 } });
  await ask();
  pbx.script('system/information', { kind: 'hold' }, 10);
  const underway = Array.from({ length: 10 }, ask);
  await pbx.until(() => pbx.held === 10);
  clock.advance(1_500_000);
  await ask();
  pbx.release();
  await Promise.all(underway);
  assert.equal(pbx.liveTokens, 1);
  assert.equal(pbx.count('refresh_token'), 1);
  assert.equal(pbx.count('get_token'), 1);
});
