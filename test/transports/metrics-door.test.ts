import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { createMetricsDoor } from '../../src/transports/metrics-door.ts';
import { createReadiness } from '../../src/transports/readiness.ts';
import { isFromThisMachine } from '../../src/transports/this-machine.ts';
import { createWebServer } from '../../src/transports/web-server.ts';
import { ask, openSocket } from './raw-http.ts';

const read = async () => ({ contentType: 'text/plain; version=0.0.4', text: 'up 1\n' });

/** The app's port, with the metrics door in it. */
async function serve(t: TestContext): Promise<number> {
  const readiness = createReadiness();
  const server = createWebServer(readiness, createMetricsDoor(null, readiness, read).routes);
  t.after(() => server.stop());
  return await server.start(0);
}

test('somebody on this machine reads it', async (t) => {
  const port = await serve(t);
  for (const host of ['localhost:3000', 'LOCALHOST', '127.0.0.1:3000', '127.0.0.1', '[::1]:3000'])
    assert.equal((await ask(port, { path: '/metrics', headers: { host } })).text, 'up 1\n', host);
});

const signsOfAProxy = [
  { 'x-forwarded-for': '203.0.113.7' },
  { 'X-Forwarded-For': '' },
  { 'x-forwarded-host': 'callsummary.example' },
  { 'x-forwarded-proto': 'https' },
  { 'x-real-ip': '203.0.113.7' },
  { 'x-request-id': '1' },
  { 'x-envoy-external-address': '203.0.113.7' },
  { forwarded: 'for=203.0.113.7' },
  { via: '1.1 proxy' },
  { 'cf-connecting-ip': '203.0.113.7' },
  { 'true-client-ip': '203.0.113.7' },
  { 'fastly-client-ip': '203.0.113.7' },
  { host: 'callsummary.example' },
  { host: 'localhost.callsummary.example' },
  { host: '127.0.0.1.callsummary.example:3000' },
  { host: '203.0.113.7:3000' },
];

for (const headers of signsOfAProxy) {
  test(`whoever comes through a proxy finds nothing there: ${JSON.stringify(headers)}`, async (t) => {
    const port = await serve(t);
    const nothing = await ask(port, { path: '/nothing', headers: { ...headers } });
    const { status, text, headers: answered } = await ask(port, { path: '/metrics', headers: { ...headers } });
    assert.deepEqual([status, text], [404, '']);
    assert.deepEqual(Object.keys(answered), Object.keys(nothing.headers), 'nor a sign that there could be something');
  });
}

test('a proxy that says nothing but speaks HTTP/1.0 finds nothing there', async (t) => {
  const { socket, received, closed } = await openSocket(await serve(t));
  socket.write('GET /metrics HTTP/1.0\r\nhost: 127.0.0.1:3000\r\nconnection: close\r\n\r\n');
  await closed;
  assert.match(received(), /^HTTP\/1\.1 404 /);
});

test('another machine finds nothing there, whatever it calls itself', () => {
  const from = (remoteAddress: string | undefined) =>
    isFromThisMachine({ socket: { remoteAddress }, headers: { host: 'localhost' }, httpVersion: '1.1' });
  for (const own of ['127.0.0.1', '127.1.2.3', '::1', '::ffff:127.0.0.1']) assert.ok(from(own), own);
  for (const other of [
    '192.168.1.20',
    '::ffff:192.168.1.20',
    'fe80::1',
    '172.17.0.1',
    '2001:db8::127.0.0.1',
    '',
    undefined,
  ])
    assert.ok(!from(other), String(other));
});

test('HEAD answers like GET without the words, and nothing else is understood', async (t) => {
  const port = await serve(t);
  const head = await ask(port, { path: '/metrics', method: 'HEAD' });
  assert.deepEqual([head.status, head.text, head.headers['content-type']], [200, '', 'text/plain; version=0.0.4']);
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
    const { status, text, headers } = await ask(port, { path: '/metrics', method });
    assert.deepEqual([status, text, headers.allow], [405, '', 'GET, HEAD'], method);
  }
});

test('at an address of its own it is answered to everybody, and nowhere else', async (t) => {
  const door = createMetricsDoor({ host: '127.0.0.1', port: 0 }, createReadiness(), read);
  t.after(() => door.close());
  const port = await door.open();
  assert.ok(port !== null);
  const [anywhere = {}] = signsOfAProxy;
  assert.equal((await ask(port, { path: '/metrics', headers: { ...anywhere } })).text, 'up 1\n');
  assert.deepEqual(door.routes, {});
});
