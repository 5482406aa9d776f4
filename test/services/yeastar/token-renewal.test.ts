import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fault } from '../../../simulators/pbx/index.ts';
import { createPbxClient } from '../../../src/services/yeastar/client.ts';
import { minute, second } from './hand-clock.ts';
import { freshPbxStore } from './pbx-stores.ts';
import { assertFails, bounded, configFor, openLine, systemInformation, withoutPauses } from './support.ts';

test('a token is refreshed while the PBX would still take it', bounded, async (t) => {
  const { pbx, clock, ask } = await openLine(t);
  await ask();
  clock.advance(24 * minute - second);
  await ask();
  assert.equal(pbx.count('refresh_token'), 0);
  clock.advance(second);
  await ask();
  assert.equal(pbx.count('refresh_token'), 1);
  assert.equal(pbx.count('get_token'), 1);
  assert.equal(pbx.requests.filter(({ errcode }) => errcode === 10004).length, 0);
});

test('a day of steady questions costs one sign-in and at most 61 token calls', bounded, async (t) => {
  const { pbx, clock, ask } = await openLine(t);
  for (let asked = 0; asked < 24 * 6; asked += 1) {
    await ask();
    clock.advance(10 * minute);
  }
  assert.ok(pbx.count('get_token') <= 2, 'the refresh token itself lives for a day');
  assert.ok(pbx.count('get_token') + pbx.count('refresh_token') <= 61);
  assert.equal(pbx.requests.filter(({ errcode }) => errcode === 10004).length, 0);
});

test('a token the PBX forgot after a long silence is refreshed, and signed in anew after a day', bounded, async (t) => {
  const { pbx, clock, ask } = await openLine(t);
  await ask();
  clock.advance(23 * 60 * minute);
  await ask();
  assert.deepEqual([pbx.count('get_token'), pbx.count('refresh_token')], [1, 1]);
  clock.advance(25 * 60 * minute);
  await ask();
  assert.deepEqual([pbx.count('get_token'), pbx.count('refresh_token')], [2, 1]);
});

test('an expire time that is too long or absent does no harm', bounded, async (t) => {
  for (const announcedExpireTime of [1e12, 'absent'] as const) {
    const { pbx, clock, ask } = await openLine(t, { pbx: { announcedExpireTime } });
    for (let asked = 0; asked < 60; asked += 1) {
      await ask();
      clock.advance(minute);
    }
    assert.equal(pbx.count('get_token'), 1);
    assert.ok(pbx.count('refresh_token') <= 3, `${announcedExpireTime}`);
  }
});

const brokenRefreshes: Readonly<Record<string, Fault>> = {
  'the refresh token is unknown': { kind: 'errcode', errcode: 10004 },
  'the PBX says FAILURE': { kind: 'errcode', errcode: -1 },
  'the PBX does not like the parameter': { kind: 'errcode', errcode: 40002 },
  'a page of HTML comes back': { kind: 'http-status', status: 200 },
  'the answer is empty': { kind: 'raw', body: '' },
  'the answer holds no token': { kind: 'raw', body: '{"errcode":0,"errmsg":"SUCCESS"}' },
  'the answer holds an empty token': { kind: 'raw', body: '{"errcode":0,"errmsg":"SUCCESS","access_token":""}' },
  'the answer is too large': { kind: 'huge-body', bytes: 2_000_000 },
};

for (const [what, fault] of Object.entries(brokenRefreshes))
  test(`where ${what}, one sign-in replaces the refresh and the person is answered`, bounded, async (t) => {
    const { pbx, ask } = await openLine(t);
    await ask();
    pbx.expireAccessTokens();
    pbx.script('refresh_token', fault);
    await ask();
    assert.equal(pbx.count('refresh_token'), 1);
    assert.equal(pbx.count('get_token'), 2);
  });

test('a refresh whose connection broke after the PBX had done it ends in one sign-in', bounded, async (t) => {
  withoutPauses(t);
  const { pbx, ask } = await openLine(t);
  await ask();
  pbx.expireAccessTokens();
  pbx.script('refresh_token', { kind: 'reset', at: 'before-headers' });
  await ask();
  assert.equal(pbx.count('refresh_token'), 2);
  assert.equal(pbx.count('get_token'), 2);
});

test(
  'a refresh whose connection keeps breaking is tried twice, and no sign-in is tried in its place',
  bounded,
  async (t) => {
    withoutPauses(t);
    const { pbx, ask } = await openLine(t);
    await ask();
    pbx.expireAccessTokens();
    pbx.script('refresh_token', { kind: 'reset', at: 'before-headers' }, 2);
    await assertFails(ask(), 'pbx_unreachable', { fault: 'ECONNRESET' });
    assert.equal(pbx.count('refresh_token'), 2);
    assert.equal(pbx.count('get_token'), 1);
    await ask();
  },
);

test('expired refresh tokens lead to one sign-in', bounded, async (t) => {
  const { pbx, ask } = await openLine(t);
  await ask();
  pbx.expireAccessTokens();
  pbx.expireRefreshTokens();
  await Promise.all(Array.from({ length: 20 }, ask));
  assert.equal(pbx.count('refresh_token'), 1);
  assert.equal(pbx.count('get_token'), 2);
});

test('a PBX that turns us away at the refresh is not asked to sign us in', bounded, async (t) => {
  const { pbx, ask } = await openLine(t);
  await ask();
  pbx.expireAccessTokens();
  pbx.script('refresh_token', { kind: 'errcode', errcode: 70087 });
  await assertFails(ask(), 'pbx_address_not_allowed');
  assert.equal(pbx.count('get_token'), 1);
});

test('a refresh that hangs is cut at the deadline, and the next person gets a token', bounded, async (t) => {
  const { pbx, ask } = await openLine(t, { limits: { deadlineMs: 300 } });
  await ask();
  pbx.expireAccessTokens();
  pbx.script('refresh_token', { kind: 'silence' });
  await assertFails(ask(), 'pbx_timeout');
  assert.equal(pbx.count('refresh_token'), 1);
  await ask();
  assert.equal(pbx.count('get_token') + pbx.count('refresh_token'), 3);
});

test('where the PBX has no place for a new token, the one in hand is used as long as it lives', bounded, async (t) => {
  const { pbx, clock, ask } = await openLine(t);
  await ask();
  const others = Array.from({ length: 7 }, () => createPbxClient(configFor(pbx), { store: freshPbxStore(t) }));
  t.after(() => Promise.all(others.map((other) => other.close())));
  for (const other of others) await other.get(systemInformation);
  clock.advance(25 * minute);
  for (let asked = 0; asked < 20; asked += 1) await ask();
  assert.ok(pbx.count('refresh_token') + pbx.count('get_token') <= 8 + 2, 'without hammering');
});

test('an expire time that is zero or negative does not use up the places for tokens', bounded, async (t) => {
  for (const announcedExpireTime of [0, -1]) {
    const { pbx, clock, ask } = await openLine(t, { pbx: { announcedExpireTime } });
    for (let asked = 0; asked < 60; asked += 1) {
      await ask();
      clock.advance(minute);
    }
    assert.ok(pbx.liveTokens <= 2, `${announcedExpireTime}: ${pbx.liveTokens} tokens`);
  }
});

test(
  'a refresh that fails while the token still lives disturbs nobody, and is tried again after a minute',
  bounded,
  async (t) => {
    const { pbx, clock, ask } = await openLine(t, { limits: { deadlineMs: 300 } });
    await ask();
    clock.advance(25 * minute);
    pbx.script('refresh_token', { kind: 'silence' });
    await ask();
    await ask();
    assert.equal(pbx.count('refresh_token'), 1);
    clock.advance(minute);
    await ask();
    assert.deepEqual([pbx.count('refresh_token'), pbx.count('get_token')], [2, 1]);
    assert.equal(pbx.requests.filter(({ errcode }) => errcode === 10004).length, 0);
  },
);
