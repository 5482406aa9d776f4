import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { startPbx } from '../../simulators/pbx/index.ts';
import { type Fault, startSlack } from '../../simulators/slack/index.ts';
import { createApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config/config.ts';
import { createLogger } from '../../src/logger.ts';
import { settingsFor } from '../support/settings.ts';
import { openWorkplace } from '../support/workplace.ts';
import { commandFrame, hello, takesOverSocket } from './odd-socket.ts';
import { ask, askUntil } from './raw-http.ts';
import { commandBody, stillWorks } from './slack-requests.ts';

const overSocket = { slack: { transport: 'socket' } } as const;

for (const [what, ends] of [
  ['recycles the connection', 'refresh_requested'],
  ['announces the end of the connection', 'warning'],
] as const) {
  test(`when Slack ${what}, the app opens another and takes commands as before`, async () => {
    await using place = await openWorkplace(overSocket);
    await stillWorks(place);
    for (let count = 0; count < 3; count += 1) {
      place.slack.recyclesSocket(ends);
      await place.slack.socketReady();
      await askUntil(place.port, '/readyz', 200);
      await stillWorks(place);
    }
  });
}

test('when the connection breaks, the app opens another and takes commands as before', async () => {
  await using place = await openWorkplace(overSocket);
  for (let count = 0; count < 3; count += 1) {
    place.slack.dropsSocket();
    await place.slack.socketReady();
    await askUntil(place.port, '/readyz', 200);
    await stillWorks(place);
  }
});

/** The SDK looks every 1.7 seconds whether Slack is still there; here it looks ten times as often. */
function hurriesPings(t: TestContext): void {
  const real = globalThis.setInterval;
  t.mock.method(globalThis, 'setInterval', (look: () => void, ms: number) => real(look, ms / 10));
}

test('a connection that is open and dead is noticed, and replaced', async (t) => {
  hurriesPings(t);
  await using place = await openWorkplace(overSocket);
  const { slack } = place;
  await stillWorks(place);
  slack.silencesSocket();
  await slack.until(() => slack.callsTo('apps.connections.open').length === 2 || undefined);
  await askUntil(place.port, '/readyz', 200);
  await stillWorks(place);
});

const asJson = { 'content-type': 'application/json' };
const refusals: readonly [what: string, fault: Fault][] = [
  ['500', { status: 500 }],
  ['429', { status: 429, headers: { 'retry-after': '1' } }],
  ['429 without a time', { status: 429 }],
  ['invalid_auth', { error: 'invalid_auth' }],
  ['not_authed', { error: 'not_authed' }],
  ['account_inactive', { error: 'account_inactive' }],
  ['team_disabled', { error: 'team_disabled' }],
  ['internal_error', { error: 'internal_error' }],
  ['a page of HTML', { status: 200, body: '<html>Slack is down</html>' }],
  ['no address', { status: 200, headers: asJson, body: '{"ok":true}' }],
  ['an address that leads nowhere', { status: 200, headers: asJson, body: '{"ok":true,"url":"ws://127.0.0.1:9/"}' }],
  ['an address that is none', { status: 200, headers: asJson, body: '{"ok":true,"url":"x"}' }],
  ['a broken connection', { reset: true }],
];

async function outlives(what: string, fault: Fault): Promise<void> {
  await using place = await openWorkplace(overSocket);
  const { slack } = place;
  slack.script('apps.connections.open', fault);
  slack.dropsSocket();
  await slack.socketReady();
  assert.equal(slack.callsTo('apps.connections.open').length, 3, what);
  await askUntil(place.port, '/readyz', 200);
  await stillWorks(place);
}

test('whatever Slack answers when it is asked for a new connection, the app goes on asking', async () => {
  await Promise.all(refusals.map(([what, fault]) => outlives(what, fault)));
});

test('while nothing listens at Slack any more, the app is up and not ready; afterwards it is ready again', async () => {
  await using place = await openWorkplace(overSocket);
  const { slack } = place;
  const isDown = slack.apiDown('refused');
  slack.dropsSocket();
  await isDown;
  await askUntil(place.port, '/readyz', 503);
  assert.equal((await ask(place.port, { path: '/healthz' })).status, 200);
  await slack.apiUp();
  await slack.socketReady();
  await askUntil(place.port, '/readyz', 200);
  await stillWorks(place);
});

test('stopping in the middle of an outage is over quickly, and leaves nothing behind that tries again', async () => {
  const place = await openWorkplace(overSocket);
  const { slack } = place;
  const isDown = slack.apiDown('refused');
  slack.dropsSocket();
  await isDown;
  await askUntil(place.port, '/readyz', 503);
  const startedAt = performance.now();
  await place[Symbol.asyncDispose]();
  assert.ok(performance.now() - startedAt < 3_000);
});

test('an app that starts while Slack is down is up and not ready, and connects when Slack is back', async () => {
  await using slack = await startSlack({ transport: 'socket' });
  await using pbx = await startPbx();
  await slack.apiDown();
  const config = parseConfig(settingsFor(slack, pbx, true), () => '');
  const app = createApp(config, createLogger('silent'));
  const port = await app.start();
  assert.equal((await ask(port, { path: '/healthz' })).status, 200);
  assert.equal((await ask(port, { path: '/readyz' })).status, 503);
  await slack.apiUp();
  await slack.socketReady();
  await askUntil(port, '/readyz', 200);
  await app.stop();
});

const command = (slack: Parameters<typeof commandBody>[0]) =>
  Object.fromEntries(new URLSearchParams(commandBody(slack)));

const oddFrames = [
  'null',
  '[]',
  '"x"',
  '1',
  '',
  '{',
  'not JSON',
  '{}',
  '{"type":null}',
  '{"type":"something_new"}',
  '{"type":"slash_commands"}',
  '{"type":"slash_commands","payload":null}',
  '{"type":"slash_commands","payload":[]}',
  '{"type":"slash_commands","payload":{}}',
  '{"type":"events_api"}',
  '{"type":"events_api","payload":{}}',
  '{"type":"events_api","payload":{"event":null}}',
  '{"type":"events_api","payload":{"event":1}}',
  '{"type":"events_api","payload":{"event":{}}}',
  '{"type":"events_api","payload":{"event":{"type":"app_mention"}}}',
  '{"type":"interactive","payload":{}}',
  '{"type":"interactive","envelope_id":"x","payload":{"type":"view_submission"}}',
  '{"type":"interactive","envelope_id":"x","payload":{"type":"block_actions","actions":[]}}',
  '{"type":"error"}',
  `{"type":"slash_commands","payload":{"command":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`,
];

test('frames that are not what Slack documents are passed over, and the next command is answered', async (t) => {
  await using place = await openWorkplace(overSocket);
  const { slack, port } = place;
  const socket = await takesOverSocket(t, place);
  socket.says(hello);
  await askUntil(port, '/readyz', 200);
  for (const frame of oddFrames) socket.says(frame);
  socket.says(Buffer.from([0xff, 0xfe, 0x00]));
  socket.says(commandFrame('good', command(slack)));
  await socket.acknowledges('good');
  await slack.until(() => slack.seenBy(slack.people.agent, slack.channels.support)[0]);
  socket.closes();
  await slack.socketReady();
  await stillWorks(place);
});

test('odd frames before the greeting do no harm either', async (t) => {
  await using place = await openWorkplace(overSocket);
  const socket = await takesOverSocket(t, place);
  for (const frame of oddFrames) socket.says(frame);
  socket.says(hello);
  await askUntil(place.port, '/readyz', 200);
});

test('a Slack that has too many connections already is asked again later', async (t) => {
  await using place = await openWorkplace(overSocket);
  const socket = await takesOverSocket(t, place);
  socket.says('{"type":"disconnect","reason":"too_many_websockets"}');
  await place.slack.socketReady();
  await askUntil(place.port, '/readyz', 200);
  await stillWorks(place);
});

test('a command that comes in the moment before the connection breaks does not end the process', async (t) => {
  await using place = await openWorkplace(overSocket);
  const { slack } = place;
  const socket = await takesOverSocket(t, place);
  socket.says(hello);
  await askUntil(place.port, '/readyz', 200);
  socket.says('{"type":"interactive","envelope_id":"odd","payload":{"type":"view_submission"}}');
  socket.says(commandFrame('last', command(slack)));
  socket.closes();
  await slack.socketReady();
  await stillWorks(place);
  assert.equal(slack.socketConnections, 1);
});
