import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askForToken, bounded, call, errcode, logIn, pairOf, pbxFor, ping, send } from './client.ts';

test('a login answers the documented fields and nothing else', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const answer = await askForToken(pbx);
  const { token, refresh } = pairOf(answer);
  assert.deepEqual(answer, {
    errcode: 0,
    errmsg: 'SUCCESS',
    access_token_expire_time: 1800,
    access_token: token,
    refresh_token_expire_time: 86400,
    refresh_token: refresh,
  });
  assert.equal(token.length, 32);
  assert.notEqual(token, refresh);
});

test('an access token lives for 1800 seconds and not one longer', bounded, async (t) => {
  let now = Date.UTC(2026, 4, 13);
  const pbx = await pbxFor(t, { now: () => now });
  const { token } = await logIn(pbx);
  now += 1_799_999;
  assert.equal(await errcode(ping(pbx, token)), 0);
  now += 1;
  assert.deepEqual(await ping(pbx, token), { errcode: 10004, errmsg: 'TOKEN EXPIRED' });
  assert.equal(pbx.liveTokens, 0);
});

test('a refresh token lives for 86400 seconds, also when the access token is long over', bounded, async (t) => {
  let now = Date.UTC(2026, 4, 13);
  const pbx = await pbxFor(t, { now: () => now });
  const [early, late] = [await logIn(pbx), await logIn(pbx)];
  now += 86_399_999;
  assert.equal(await errcode(call(pbx, 'refresh_token', { body: { refresh_token: early.refresh } })), 0);
  now += 1;
  assert.equal(await errcode(call(pbx, 'refresh_token', { body: { refresh_token: late.refresh } })), 10004);
});

test('a refresh token is good once and gives a new pair', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const old = await logIn(pbx);
  const renewed = pairOf(await call(pbx, 'refresh_token', { body: { refresh_token: old.refresh } }));
  assert.notEqual(renewed.token, old.token);
  assert.notEqual(renewed.refresh, old.refresh);
  assert.equal(await errcode(ping(pbx, renewed.token)), 0);
  assert.equal(await errcode(call(pbx, 'refresh_token', { body: { refresh_token: old.refresh } })), 10004);
  assert.equal(await errcode(call(pbx, 'refresh_token', { body: {} })), 40002);
});

test('eight tokens may live at once, the ninth is refused until one is given back', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const pairs = await Promise.all(Array.from({ length: 8 }, () => logIn(pbx)));
  assert.equal(pbx.liveTokens, 8);
  assert.deepEqual(await askForToken(pbx), { errcode: 60002, errmsg: 'MAX LIMITATION EXCEEDED' });
  const [first, second] = pairs;
  assert.ok(first && second);
  assert.equal(await errcode(call(pbx, 'refresh_token', { body: { refresh_token: second.refresh } })), 60002);
  assert.deepEqual(await call(pbx, 'del_token', { token: first.token }), { errcode: 0, errmsg: 'SUCCESS' });
  assert.equal(pbx.liveTokens, 7);
  assert.equal(await errcode(ping(pbx, first.token)), 10004);
  assert.equal(await errcode(call(pbx, 'refresh_token', { body: { refresh_token: first.refresh } })), 10004);
  assert.equal(await errcode(call(pbx, 'refresh_token', { body: { refresh_token: second.refresh } })), 0);
});

test('a new token leaves older ones alone, unless the PBX is told to let it end them', bounded, async (t) => {
  const [tolerant, jealous] = [await pbxFor(t), await pbxFor(t, { rotateKillsOldToken: true })];
  for (const [pbx, expected] of [
    [tolerant, 0],
    [jealous, 10004],
  ] as const) {
    const { token } = await logIn(pbx);
    await logIn(pbx);
    assert.equal(await errcode(ping(pbx, token)), expected);
  }
  assert.equal(jealous.liveTokens, 1);
});

test('tokens and refresh tokens can be ended from outside, each by itself', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const [first, second] = [await logIn(pbx), await logIn(pbx)];
  pbx.expireAccessTokens();
  assert.equal(await errcode(ping(pbx, first.token)), 10004);
  assert.equal(await errcode(call(pbx, 'refresh_token', { body: { refresh_token: first.refresh } })), 0);
  pbx.expireRefreshTokens();
  assert.equal(await errcode(call(pbx, 'refresh_token', { body: { refresh_token: second.refresh } })), 10004);
  assert.equal(pbx.liveTokens, 1);
});

test('the announced life of a token can be odd, the real one is not touched by it', bounded, async (t) => {
  for (const announcedExpireTime of [0, -1, 1e12] as const) {
    const pbx = await pbxFor(t, { announcedExpireTime });
    const answer = await askForToken(pbx);
    assert.equal(answer.access_token_expire_time, announcedExpireTime);
    assert.equal(answer.refresh_token_expire_time, announcedExpireTime);
    assert.equal(await errcode(ping(pbx, pairOf(answer).token)), 0);
  }
  const silent = await askForToken(await pbxFor(t, { announcedExpireTime: 'absent' }));
  assert.deepEqual(Object.keys(silent), ['errcode', 'errmsg', 'access_token', 'refresh_token']);
});

test('a token of v1.0 is good for v2.0', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const { token } = await logIn(pbx);
  const query = { cdr_id: '20260513223234-3EE9E', dst_ext_id: 60 };
  assert.equal(await errcode(call(pbx, 'cdr/getaisummary', { token, query })), 0);
});

test('wrong credentials are refused in the vendor’s words', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const refusal = {
    errcode: -1,
    errmsg: 'FAILURE',
    invalid_param_list: [{ field: 'username or password', value: 'error' }],
  };
  assert.deepEqual(await askForToken(pbx, 'wrong'), refusal);
  const stranger = { username: 'somebody', password: pbx.clientSecret };
  assert.deepEqual(await call(pbx, 'get_token', { body: stranger }), refusal);
  assert.equal(pbx.refusedLogins, 2);
  assert.equal(pbx.liveTokens, 0);
});

test('the fifth refused login blocks the client for everything, good tokens included', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const { token } = await logIn(pbx);
  for (let attempt = 1; attempt <= 4; attempt += 1) await askForToken(pbx, 'wrong');
  assert.equal(await errcode(ping(pbx, token)), 0);
  assert.equal(pbx.blocked, false);
  assert.equal(await errcode(askForToken(pbx, 'wrong')), -1);
  assert.equal(pbx.blocked, true);
  assert.deepEqual(await askForToken(pbx), { errcode: 70004, errmsg: 'ACCOUNT IP BLOCKED' });
  assert.equal(await errcode(ping(pbx, token)), 70004);
  assert.equal(await errcode(call(pbx, 'no/such/interface')), 70004);
});

test('an administrator lifts the block and the client starts with a clean record', bounded, async (t) => {
  const pbx = await pbxFor(t);
  for (let attempt = 1; attempt <= 5; attempt += 1) await askForToken(pbx, 'wrong');
  pbx.unblock();
  assert.equal(pbx.blocked, false);
  assert.equal(pbx.refusedLogins, 0);
  assert.equal(await errcode(askForToken(pbx)), 0);
});

test('a good login does not make up for refused ones', bounded, async (t) => {
  const pbx = await pbxFor(t);
  for (let attempt = 1; attempt <= 4; attempt += 1) await askForToken(pbx, 'wrong');
  await logIn(pbx);
  await askForToken(pbx, 'wrong');
  assert.equal(pbx.blocked, true);
});

test(
  'a scripted refusal of a login counts like a real one, and a block comes before the script',
  bounded,
  async (t) => {
    const pbx = await pbxFor(t);
    pbx.script('get_token', { kind: 'errcode', errcode: -1 }, Number.POSITIVE_INFINITY);
    for (let attempt = 1; attempt <= 5; attempt += 1) assert.equal(await errcode(askForToken(pbx)), -1);
    assert.equal(pbx.blocked, true);
    assert.equal(await errcode(askForToken(pbx)), 70004);
  },
);

test('a login that says nothing about itself is a wrong call, not a refused login', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const { invalid_param_list: missing, ...rest } = await call(pbx, 'get_token', { body: { username: pbx.clientId } });
  assert.deepEqual(rest, { errcode: 40002, errmsg: 'PARAMETER ERROR' });
  assert.deepEqual(missing, [{ field: 'password', validation_type: 'required' }]);
  assert.equal(await errcode(call(pbx, 'get_token', { method: 'POST' })), 40001);
  assert.equal(pbx.refusedLogins, 0);
});

test('a body that is not declared as JSON is not read', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const body = JSON.stringify({ username: pbx.clientId, password: pbx.clientSecret });
  const headers = { 'user-agent': 'OpenAPI', 'content-type': 'text/plain' };
  const reply = await send(`${pbx.url}/openapi/v1.0/get_token`, { method: 'POST', headers }, body);
  assert.deepEqual(JSON.parse(reply.body.toString()), { errcode: 40001, errmsg: 'PARAMETER SYNTAX ERROR' });
});

test('a changed secret refuses the old one and leaves tokens alone', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const old = pbx.clientSecret;
  const { token } = await logIn(pbx);
  pbx.changeClientSecret('another secret');
  assert.equal(await errcode(askForToken(pbx, old)), -1);
  assert.equal(await errcode(ping(pbx, token)), 0);
  assert.equal(await errcode(askForToken(pbx)), 0);
});
