import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bounded, call, errcode, logIn, pbxFor, send, urlOf } from './client.ts';

test('a call without a User-Agent, or with an empty one, is a parameter error', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const { token } = await logIn(pbx);
  for (const headers of [{}, { 'user-agent': '' }]) {
    const reply = await send(urlOf(pbx, 'system/information', { token }), { headers });
    assert.deepEqual(JSON.parse(reply.body.toString()), { errcode: 40002, errmsg: 'PARAMETER ERROR' });
  }
});

test('the token is looked for in the query string only', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const { token } = await logIn(pbx);
  assert.equal(await errcode(call(pbx, 'system/information', { token })), 0);
  const headers = { authorization: `Bearer ${token}` };
  assert.equal(await errcode(call(pbx, 'system/information', { headers })), 10004);
  assert.equal(await errcode(call(pbx, 'system/information')), 10004);
  assert.equal(await errcode(call(pbx, 'system/information', { token: 'unknown' })), 10004);
});

test('the wrong method is an interface that does not exist', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const { token } = await logIn(pbx);
  const notExisted = { errcode: 10001, errmsg: 'INTERFACE NOT EXISTED' };
  assert.deepEqual(await call(pbx, 'get_token'), notExisted);
  assert.deepEqual(await call(pbx, 'system/information', { token, method: 'POST' }), notExisted);
  assert.deepEqual(await call(pbx, 'cdr/getaisummary', { token, method: 'PUT' }), notExisted);
});

test('each interface lives in one API version', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const { token } = await logIn(pbx);
  const inTheOther = {
    'extension/search': 'v2.0',
    'extension/list': 'v2.0',
    'system/information': 'v2.0',
    'cdr/getaisummary': 'v1.0',
    'cdr/aidownload': 'v1.0',
    'api/download': 'v2.0',
  };
  for (const [endpoint, version] of Object.entries(inTheOther)) {
    assert.equal(await errcode(call(pbx, endpoint, { token, version })), 10001, endpoint);
  }
});

test('unknown interfaces and unknown versions are told apart', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const { token } = await logIn(pbx);
  assert.equal(await errcode(call(pbx, 'no/such', { token })), 10001);
  assert.equal(await errcode(call(pbx, '__proto__', { token })), 10001);
  const unsupported = { errcode: 10003, errmsg: 'API VERSION UNSUPPORTED' };
  assert.deepEqual(await call(pbx, 'system/information', { token, version: 'v3.0' }), unsupported);
});

test('outside the API the PBX is a web server that does not know the page', bounded, async (t) => {
  const pbx = await pbxFor(t);
  for (const path of ['/', '//', '/openapi', '/openapi/v1.0/', '/portal?x=1']) {
    const reply = await send(`${pbx.url}${path}`, { headers: { 'user-agent': 'OpenAPI' } });
    assert.equal(reply.status, 404, path);
    assert.match(reply.headers['content-type'] ?? '', /text\/html/);
  }
});

test('the connection is closed after each answer, even when the client would keep it', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const headers = { 'user-agent': 'OpenAPI', connection: 'keep-alive' };
  const reply = await send(urlOf(pbx, 'system/information'), { headers });
  assert.equal(reply.headers.connection, 'close');
  await pbx.until(() => pbx.openConnections === 0);
});

test('system/information tells the PBX’s local wall clock beside the UTC timestamp', bounded, async (t) => {
  let now = Date.UTC(2025, 7, 22, 8, 40, 0);
  const pbx = await pbxFor(t, { now: () => now });
  const { token } = await logIn(pbx);
  now = Date.UTC(2025, 7, 22, 8, 44, 40, 999);
  assert.deepEqual(await call(pbx, 'system/information', { token }), {
    errcode: 0,
    errmsg: 'SUCCESS',
    data: {
      device_name: 'PBX',
      model_name: 'P-Series Software Edition',
      sn: '3631A2124SIM',
      firmware_version: '83.23.0.123',
      system_time: '2025/08/22 16:44:40',
      up_time: 280,
      system_date_format: 'YYYY/MM/DD',
      system_time_format: 'hh:mm:ss',
      timestamp: 1755852280,
    },
  });
});
