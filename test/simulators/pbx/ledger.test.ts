import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askForToken, bounded, call, errcode, fetchFile, logIn, offeredPath, pbxFor, ping } from './client.ts';

test('each request is recorded with what matters about it, and without any secret', bounded, async (t) => {
  const pbx = await pbxFor(t, { now: () => 1_778_000_000_000 });
  const { token } = await logIn(pbx);
  const query = { cdr_id: '20260513223234-3EE9E', src_ext_id: 60 };
  await call(pbx, 'cdr/getaisummary', { token, query, headers: { authorization: `Bearer ${token}` } });
  await pbx.until(() => pbx.requests.every(({ isOver }) => isOver));
  assert.deepEqual(pbx.requests, [
    {
      at: 1_778_000_000_000,
      method: 'POST',
      version: 'v1.0',
      endpoint: 'get_token',
      query: {},
      tokenInQuery: false,
      tokenInHeader: false,
      bodyFields: ['username', 'password'],
      hasUserAgent: true,
      errcode: 0,
      fault: null,
      isOver: true,
    },
    {
      at: 1_778_000_000_000,
      method: 'GET',
      version: 'v2.0',
      endpoint: 'cdr/getaisummary',
      query: { cdr_id: '20260513223234-3EE9E', src_ext_id: '60' },
      tokenInQuery: true,
      tokenInHeader: true,
      bodyFields: [],
      hasUserAgent: true,
      errcode: 0,
      fault: null,
      isOver: true,
    },
  ]);
  const told = JSON.stringify(pbx.requests);
  assert.ok(!told.includes(token) && !told.includes(pbx.clientSecret));
});

test('requests are counted by endpoint and in all, faults included', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const { token } = await logIn(pbx);
  pbx.script('system/information', { kind: 'http-status', status: 502 });
  await assert.rejects(ping(pbx, token));
  await ping(pbx, token);
  assert.deepEqual([pbx.count('get_token'), pbx.count('system/information'), pbx.count('*')], [1, 2, 3]);
  assert.equal(pbx.count('refresh_token'), 0);
  const [, failed, good] = pbx.requests;
  assert.deepEqual([failed?.fault, failed?.errcode, good?.fault, good?.errcode], ['http-status', null, null, 0]);
});

test(
  'lists of calls and their downloads are counted apart, with their queries and without the token',
  bounded,
  async (t) => {
    const pbx = await pbxFor(t);
    const { token } = await logIn(pbx);
    const path = await offeredPath(pbx, token, { start_time: '2026/05/13 00:00:00', call_to: '3202' });
    await fetchFile(pbx, path, token);
    await fetchFile(pbx, '/api/download/gone.json', token);
    assert.deepEqual([pbx.count('cdr/aidownload'), pbx.count('api/download')], [1, 2]);
    const [, asked, fetched, gone] = pbx.requests;
    assert.deepEqual(asked?.query, { start_time: '2026/05/13 00:00:00', call_to: '3202' });
    assert.deepEqual([fetched?.query, fetched?.tokenInQuery, fetched?.errcode], [{}, true, 0]);
    assert.equal(gone?.errcode, null);
    assert.ok(!JSON.stringify(pbx.requests).includes(token));
  },
);

test('whoever started the PBX is told of each request when it is over', bounded, async (t) => {
  const told: string[] = [];
  const pbx = await pbxFor(t, { onServed: ({ endpoint, errcode }) => told.push(`${endpoint} ${errcode}`) });
  await askForToken(pbx);
  await ping(pbx);
  await pbx.until(() => pbx.openConnections === 0);
  assert.deepEqual(told, ['get_token 0', 'system/information 10004']);
});

test('a reset makes the PBX forget everything', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const { token } = await logIn(pbx);
  for (let attempt = 1; attempt <= 5; attempt += 1) await askForToken(pbx, 'wrong');
  pbx.script('*', { kind: 'errcode', errcode: -2 }, Number.POSITIVE_INFINITY);
  pbx.changeClientSecret('another');
  pbx.reset();
  assert.deepEqual([pbx.blocked, pbx.refusedLogins, pbx.liveTokens, pbx.requests.length], [false, 0, 0, 0]);
  assert.equal(pbx.clientSecret, 'simulated-client-secret');
  assert.equal(await errcode(ping(pbx, token)), 10004);
});
