import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { createReadiness } from '../../src/transports/readiness.ts';
import { createWebServer, type RequestHandler } from '../../src/transports/web-server.ts';
import { ask, openSocket } from './raw-http.ts';

/** A server with routes of the test's own. */
async function serve(t: TestContext, routes: Readonly<Record<string, RequestHandler>> = {}) {
  const readiness = createReadiness();
  const server = createWebServer(readiness, routes);
  const port = await server.start(0);
  t.after(() => server.stop());
  return { port, server, readiness };
}

test('/healthz says that the process is up, whatever its state', async (t) => {
  const { port, readiness } = await serve(t);
  for (const state of ['starting', 'ready', 'disconnected', 'stopping'] as const) {
    readiness.set(state);
    const { status, text } = await ask(port, { path: '/healthz' });
    assert.deepEqual([status, text], [200, 'ok'], state);
  }
});

test('/readyz says whether requests from Slack can be taken', async (t) => {
  const { port, readiness } = await serve(t);
  for (const [state, status] of [
    ['starting', 503],
    ['ready', 200],
    ['disconnected', 503],
    ['ready', 200],
    ['stopping', 503],
  ] as const) {
    readiness.set(state);
    assert.equal((await ask(port, { path: '/readyz' })).status, status, state);
  }
});

test('HEAD answers like GET, without the words', async (t) => {
  const { port } = await serve(t);
  for (const [path, status] of [
    ['/healthz', 200],
    ['/readyz', 503],
  ] as const) {
    const reply = await ask(port, { path, method: 'HEAD' });
    assert.deepEqual([reply.status, reply.text], [status, '']);
  }
});

test('what follows a question mark does not matter', async (t) => {
  const { port } = await serve(t);
  assert.equal((await ask(port, { path: '/healthz?probe=1' })).status, 200);
});

for (const path of [
  '/',
  '//',
  '/unknown',
  '/healthz/',
  '/HEALTHZ',
  '/%2e%2e/healthz',
  '/__proto__',
  '/constructor',
  '*',
]) {
  test(`nothing answers at ${path}`, async (t) => {
    const { port } = await serve(t);
    assert.equal((await ask(port, { path })).status, 404);
  });
}

test('a handler that throws costs its own request, and nothing else', async (t) => {
  const { port } = await serve(t, {
    '/early': async () => {
      throw new Error('on purpose');
    },
    '/late': async (_request, response) => {
      response.writeHead(200).write('half');
      throw new Error('on purpose');
    },
  });
  const early = await ask(port, { path: '/early' });
  assert.deepEqual([early.status, early.text], [500, ''], 'and the answer says nothing about the reason');
  await assert.rejects(ask(port, { path: '/late' }));
  assert.equal((await ask(port, { path: '/healthz' })).status, 200);
});

test('bytes that are no HTTP get 400, and nothing else happens', async (t) => {
  const { port } = await serve(t);
  for (const bytes of [
    '\0\0\0\0\r\n\r\n',
    'GET / HTTP/9.9\r\n\r\n',
    'GET /healthz HTTP/1.1\r\ncontent-length: x\r\n\r\n',
  ]) {
    const { socket, received, closed } = await openSocket(port);
    socket.write(bytes);
    await closed;
    assert.match(received(), /^HTTP\/1\.1 400 /);
  }
  assert.equal((await ask(port, { path: '/healthz' })).status, 200);
});

test('a port that is taken is an error with a code, not a process that listens nowhere', async (t) => {
  const { port } = await serve(t);
  await assert.rejects(createWebServer(createReadiness()).start(port), { code: 'EADDRINUSE' });
});

test('stopping lets an answer under way leave', async (t) => {
  const { promise: asked, resolve: isAsked } = Promise.withResolvers<void>();
  const { promise: mayAnswer, resolve: answerNow } = Promise.withResolvers<void>();
  const { port, server } = await serve(t, {
    '/slow': async (_request, response) => {
      isAsked();
      await mayAnswer;
      response.end('done');
    },
  });
  const { socket, received, closed } = await openSocket(port);
  socket.write('GET /slow HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n');
  await asked;
  const stopped = server.stop();
  answerNow();
  await closed;
  assert.match(received(), /done$/);
  await stopped;
});

test('stopping does not wait long for an answer that never comes', async (t) => {
  const { promise: asked, resolve: isAsked } = Promise.withResolvers<void>();
  const { port, server } = await serve(t, { '/never': async () => isAsked() });
  const { socket, closed } = await openSocket(port);
  socket.write('GET /never HTTP/1.1\r\nhost: x\r\n\r\n');
  await asked;
  const startedAt = performance.now();
  await Promise.all([server.stop(), closed]);
  assert.ok(performance.now() - startedAt < 2_000);
});
