import assert from 'node:assert/strict';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { test } from 'node:test';
import { createPbxClient } from '../../../src/services/yeastar/client.ts';
import { second } from './hand-clock.ts';
import { forgetfulPbxStore } from './pbx-stores.ts';
import {
  always,
  assertFails,
  bounded,
  configFor,
  durationOf,
  failureOf,
  hungUp,
  listen,
  openLine,
  systemInformation,
} from './support.ts';

test(
  'each request is what the vendor asks for: version, method, User-Agent, the token in the query only',
  bounded,
  async (t) => {
    const { pbx, find, clock } = await openLine(t);
    await find();
    clock.advance(1_500 * second);
    await find();
    const seen = pbx.requests.map(({ method, version, endpoint, tokenInQuery, hasUserAgent, errcode }) => [
      ...[method, version, endpoint, errcode],
      ...[tokenInQuery ? 'token in query' : 'no token', hasUserAgent ? 'User-Agent' : 'no User-Agent'],
    ]);
    assert.deepEqual(seen, [
      ['POST', 'v1.0', 'get_token', 0, 'no token', 'User-Agent'],
      ['GET', 'v1.0', 'extension/search', 0, 'token in query', 'User-Agent'],
      ['GET', 'v2.0', 'cdr/getaisummary', 0, 'token in query', 'User-Agent'],
      ['POST', 'v1.0', 'refresh_token', 0, 'no token', 'User-Agent'],
      ['GET', 'v2.0', 'cdr/getaisummary', 0, 'token in query', 'User-Agent'],
    ]);
    assert.equal(
      pbx.requests.some(({ tokenInHeader }) => tokenInHeader),
      false,
    );
  },
);

test('credentials travel in bodies, and nothing else does', bounded, async (t) => {
  const { pbx, ask } = await openLine(t);
  await ask();
  pbx.expireAccessTokens();
  await ask();
  const bodies = pbx.requests.map(({ endpoint, bodyFields }) => [endpoint, ...bodyFields]);
  assert.deepEqual(
    bodies.filter(([, ...fields]) => fields.length > 0),
    [
      ['get_token', 'username', 'password'],
      ['refresh_token', 'refresh_token'],
    ],
  );
});

test('an answer is asked for uncompressed, and as JSON', bounded, async (t) => {
  const headers = Promise.withResolvers<IncomingHttpHeaders>();
  const server = createServer((request, response) => {
    headers.resolve(request.headers);
    response.end('{}');
  });
  const host = await listen(t, server);
  const { ask } = await openLine(t, { address: () => `http://${host}` });
  await failureOf(ask());
  const { 'accept-encoding': encoding, accept, 'content-type': type, 'user-agent': agent } = await headers.promise;
  assert.deepEqual([encoding, accept, type, agent], ['identity', 'application/json', 'application/json', 'OpenAPI']);
});

test('a PBX behind a path is asked below that path', bounded, async (t) => {
  for (const path of ['/office/pbx', '/office/pbx/']) {
    const { pbx, ask } = await openLine(t, { address: (url) => url + path });
    await failureOf(ask());
    assert.deepEqual(
      pbx.requests.map(({ endpoint }) => endpoint),
      ['/office/pbx/openapi/v1.0/get_token'],
    );
  }
});

test('a slash at the end of the address makes no difference', bounded, async (t) => {
  const { ask } = await openLine(t, { address: (url) => `${url}/` });
  await ask();
});

test('the errcode "partial success" is a success', bounded, async (t) => {
  const { pbx, ask } = await openLine(t);
  pbx.script('system/information', { kind: 'errcode', errcode: 1 });
  await ask();
});

test('a client that closes leaves its token to the next start, and the PBX in peace', bounded, async (t) => {
  const line = await openLine(t);
  await line.ask();
  const asked = line.pbx.count('*');
  await line.client.close();
  assert.equal(line.pbx.count('*'), asked);
  await hungUp(line);
});

test('a token nobody could find is given back, and its place is free at once', bounded, async (t) => {
  const line = await openLine(t, { store: forgetfulPbxStore(t) });
  await line.ask();
  assert.equal(line.pbx.liveTokens, 1);
  await line.client.close();
  assert.equal(line.pbx.count('del_token'), 1);
  assert.equal(line.pbx.liveTokens, 0);
  await hungUp(line);
});

test('a client that never asked anything closes without a word', bounded, async (t) => {
  const line = await openLine(t);
  await line.client.close();
  assert.equal(line.pbx.count('*'), 0);
});

test('a token that was rejected is not given back', bounded, async (t) => {
  const { pbx, ask, client } = await openLine(t, { store: forgetfulPbxStore(t) });
  await ask();
  pbx.script('system/information', { kind: 'errcode', errcode: 10004 });
  pbx.script('refresh_token', { kind: 'errcode', errcode: 70087 });
  await assertFails(ask(), 'pbx_address_not_allowed');
  await client.close();
  assert.equal(pbx.count('del_token'), 0);
});

test('closing succeeds whatever the PBX makes of it, in about a second at most', bounded, async (t) => {
  const farewells = [
    { kind: 'silence' },
    { kind: 'errcode', errcode: -1 },
    { kind: 'http-status', status: 502 },
    { kind: 'reset', at: 'before-headers' },
  ] as const;
  const close = async (farewell: (typeof farewells)[number]) => {
    const line = await openLine(t, { store: forgetfulPbxStore(t) });
    await line.ask();
    line.pbx.script('del_token', farewell, always);
    const waited = await durationOf(line.client.close());
    assert.ok(waited < 2 * second, `${farewell.kind}: ${waited} ms`);
    assert.equal(line.pbx.count('del_token'), 1);
    await hungUp(line);
  };
  await Promise.all(farewells.map(close));
});

test('closing succeeds when the PBX is gone', bounded, async (t) => {
  const { pbx, ask, client } = await openLine(t, { store: forgetfulPbxStore(t) });
  await ask();
  await pbx.stop();
  await client.close();
});

test('who is still waiting when the client closes is told that the PBX is out of reach', bounded, async (t) => {
  const { pbx, ask, client } = await openLine(t);
  await ask();
  pbx.script('system/information', { kind: 'silence' });
  const answer = failureOf(ask());
  await pbx.until(() => pbx.count('system/information') === 2);
  await client.close();
  assert.equal((await answer).code, 'pbx_unreachable');
});

test('eight clients take all the places there are for tokens, and the ninth is told so', bounded, async (t) => {
  const { pbx, ask } = await openLine(t);
  const clients = Array.from({ length: 8 }, () => createPbxClient(configFor(pbx), { store: forgetfulPbxStore(t) }));
  t.after(() => Promise.all(clients.map((client) => client.close())));
  for (const client of clients) await client.get(systemInformation);
  assert.equal(pbx.liveTokens, 8);
  await assertFails(ask(), 'pbx_tokens_used_up');
  await clients[0]?.close();
  assert.equal(pbx.liveTokens, 7);
});
