import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { ask } from '../transports/raw-http.ts';
import { runProgram, startApp } from './spawned-app.ts';

const nobody = { SLACK_API_URL: 'http://127.0.0.1:9/api/', YEASTAR_BASE_URL: 'http://127.0.0.1:9' };
const complete = {
  ...nobody,
  SLACK_BOT_TOKEN: 'xoxb-not-a-real-one',
  SLACK_SIGNING_SECRET: 'not-a-real-signing-secret',
  YEASTAR_CLIENT_ID: 'id',
  YEASTAR_CLIENT_SECRET: 'not-a-real-client-secret',
  CALLSUMMARY_STORE_FILE: ':memory:',
};
const required = [
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'YEASTAR_BASE_URL',
  'YEASTAR_CLIENT_ID',
  'YEASTAR_CLIENT_SECRET',
];

test('without settings the program ends at once with exit code 78, and names every one that is missing', async () => {
  const { ended, said } = runProgram({});
  assert.deepEqual(await ended, [78, null]);
  for (const name of required) assert.match(said(), new RegExp(`^ +${name} is missing`, 'm'));
  assert.doesNotMatch(said(), /\n +at /, 'and shows no stack');
});

test('a port that is taken ends the program with a sentence that says so, over HTTP and in Socket Mode', async (t) => {
  const taken = createServer().listen(0);
  t.after(() => void taken.close());
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const modes = [{}, { SLACK_APP_TOKEN: 'xapp-not-a-real-one' }];
  const programs = modes.map((mode) => runProgram({ ...complete, ...mode, PORT: `${port}` }));
  for (const { ended, said } of programs) {
    assert.deepEqual(await ended, [78, null]);
    assert.match(said(), new RegExp(`port ${port} cannot be opened \\(EADDRINUSE\\)`));
  }
});

test('an address for /metrics that is taken or not of this machine is named by its setting', async (t) => {
  const taken = createServer().listen(0, '127.0.0.1');
  t.after(() => void taken.close());
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  for (const [address, fault] of [
    [`127.0.0.1:${port}`, 'EADDRINUSE'],
    ['192.0.2.1:9464', 'EADDRNOTAVAIL'],
  ]) {
    const { ended, said } = runProgram({ ...complete, PORT: '0', CALLSUMMARY_METRICS_LISTEN: `${address}` });
    assert.deepEqual(await ended, [78, null]);
    assert.match(said(), new RegExp(`/metrics cannot be opened \\(${fault}\\)\\. Set CALLSUMMARY_METRICS_LISTEN`));
  }
});

test('with neither Slack nor the PBX within reach the program starts and waits, and ends on Ctrl-C', async () => {
  await using app = await startApp({ env: nobody });
  for (const path of ['/healthz', '/readyz']) assert.equal((await ask(app.port, { path })).status, 200);
  app.child.kill('SIGINT');
  assert.deepEqual(await app.ended, [0, null]);
});
