import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer as createTcpServer, type Server } from 'node:net';
import { type TestContext, test } from 'node:test';
import { createServer } from 'node:tls';
import { makeCertificate } from '../../../simulators/pbx/certificates.ts';
import { readCertificate } from '../../../src/services/yeastar/presented-certificate.ts';

const bounded = { timeout: 10_000 };
const [shown, other] = await Promise.all([makeCertificate(), makeCertificate()]);

/** What looking at this server's certificate comes to. */
async function look(
  t: TestContext,
  server: Server,
  pins: readonly string[],
  timeoutMs = 5_000,
): Promise<string | Error> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  return await new Promise((seen) => readCertificate({ host: '127.0.0.1', port: address.port, timeoutMs }, pins, seen));
}

/** A server that shows the certificate and keeps what it is told. */
function listeningServer() {
  const heard: unknown[] = [];
  const server = createServer({ key: shown.key, cert: shown.cert }, (socket) => {
    socket.on('error', () => undefined).on('data', (bytes) => void heard.push(bytes));
  });
  return { server, heard };
}

const codeOf = (outcome: string | Error) => (outcome instanceof Error && 'code' in outcome ? outcome.code : outcome);

test('a certificate that is one of the pins is read, and nothing is said to the server', bounded, async (t) => {
  const { server, heard } = listeningServer();
  const outcome = await look(t, server, [other.fingerprint256, shown.fingerprint256]);
  assert.equal(outcome, shown.cert);
  assert.deepEqual(heard, []);
});

test('a certificate that is none of the pins is not given back', bounded, async (t) => {
  for (const pins of [[other.fingerprint256], [], [shown.fingerprint256.toLowerCase()], ['']]) {
    const { server, heard } = listeningServer();
    assert.equal(codeOf(await look(t, server, pins)), 'ERR_TLS_NOT_PINNED');
    assert.deepEqual(heard, []);
  }
});

test('a server that never speaks is left after the given time', bounded, async (t) => {
  const gone = Promise.withResolvers<void>();
  const silent = createTcpServer((socket) =>
    socket
      .resume()
      .on('error', () => undefined)
      .once('close', gone.resolve),
  );
  assert.equal(codeOf(await look(t, silent, [shown.fingerprint256], 100)), 'UND_ERR_CONNECT_TIMEOUT');
  await gone.promise;
});

test('a server that hangs up has shown nothing', bounded, async (t) => {
  const rude = createTcpServer((socket) => socket.destroy());
  assert.equal(codeOf(await look(t, rude, [shown.fingerprint256])), 'ECONNRESET');
});
