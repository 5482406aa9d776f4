import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type IncomingMessage, type RequestOptions, request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { openPage } from './open-page.ts';

const page = await openPage();
after(page.close);
const { host, hostname, port } = new URL(page.origin);

async function send(options: RequestOptions, body?: string) {
  const asked = request({ hostname, port, ...options }).end(body);
  const [response]: IncomingMessage[] = await once(asked, 'response');
  assert.ok(response);
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
}

const ours = { origin: page.origin, 'content-type': 'application/json' };
const goodDeed = JSON.stringify({ as: 'agent', deed: { kind: 'phone-system', change: { slow: true } } });
const post = (headers: Readonly<Record<string, string>>, body = goodDeed, path = '/deeds') =>
  send({ method: 'POST', path, headers: { ...ours, ...headers } }, body);

test('the page answers at this machine’s own names only', async () => {
  for (const name of [`evil.example:${port}`, '127.0.0.1', 'localhost:1', `127.0.0.1.evil.example:${port}`])
    for (const path of ['/', '/setup', '/screen?as=agent']) {
      const { status, body } = await send({ path, headers: { host: name } });
      assert.deepEqual([status, body], [403, 'This demo answers at its own address only.'], `${name} ${path}`);
    }
  for (const name of ['127.0.0.1', 'localhost', '[::1]']) {
    const { status } = await send({ path: '/', headers: { host: `${name}:${port}` } });
    assert.equal(status, 200, name);
  }
});

test('deeds are taken from the page itself only, and as JSON', async () => {
  for (const origin of ['http://evil.example', 'null', `https://${host}`, `http://localhost:${port}`])
    assert.equal((await post({ origin })).status, 403, origin);
  const withoutOrigin = await send(
    { method: 'POST', path: '/deeds', headers: { 'content-type': ours['content-type'] } },
    goodDeed,
  );
  assert.equal(withoutOrigin.status, 403);
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp'])
    assert.equal((await post({ 'content-type': type })).status, 415, type);
  const agent = await page.tab('agent');
  assert.equal(agent.screen.phoneSystem.isSlow, false, 'nothing of it was done');
  assert.equal((await post({ 'content-type': 'application/json; charset=utf-8' })).status, 200);
});

test('a body that is not as it should be is refused with a sentence', async () => {
  const bodies: readonly (readonly [body: string, status: number, words: RegExp])[] = [
    ['{', 400, /not JSON/],
    ['[]', 400, /not as it should be/],
    ['{"as":"agent","deed":{"kind":"dance"}}', 400, /kind/],
    ['{"as":"agent","deed":{"kind":"close","now":true}}', 400, /now/],
    ['{"as":"nobody","deed":{"kind":"close"}}', 400, /nobody called “nobody”/],
    ['{"as":"agent","deed":{"kind":"phone-system","change":{"revokeToken":false}}}', 400, /revokeToken|change/],
    [
      JSON.stringify({ as: 'agent', deed: { kind: 'submit', entries: { a: 'x'.repeat(300_000) } } }),
      413,
      /262144 bytes/,
    ],
  ];
  for (const [body, status, words] of bodies) {
    const answer = await post({}, body);
    assert.equal(answer.status, status, body.slice(0, 80));
    assert.match(answer.body, words);
  }
});

test('there is nothing else, and nobody else', async () => {
  assert.equal((await send({ path: '/screen?as=nobody' })).status, 400);
  assert.equal((await send({ path: '/../package.json' })).status, 404);
  assert.equal((await send({ path: '/deeds' })).status, 404);
  assert.equal((await post({}, goodDeed, '/')).status, 404);
});

test('every answer says that nothing comes from elsewhere, that nobody keeps it and nobody frames it', async () => {
  const answers = [await send({ path: '/' }), await send({ path: '/nothing' }), await post({}, '{')];
  for (const { headers } of answers) {
    assert.match(String(headers['content-security-policy']), /^default-src 'self';.*frame-ancestors 'none'$/);
    assert.deepEqual([headers['cache-control'], headers['x-content-type-options']], ['no-store', 'nosniff']);
  }
});

test('somebody who breaks off in the middle of a deed does no harm', async () => {
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  const head = Object.entries({ host, ...ours, 'content-length': 1_000 }).map(([name, value]) => `${name}: ${value}`);
  socket.write(`POST /deeds HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\n{"as":`);
  socket.end();
  socket.resume();
  await once(socket, 'close');
  assert.equal((await send({ path: '/setup' })).status, 200);
});
