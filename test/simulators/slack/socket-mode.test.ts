import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { type RawData, WebSocket } from 'ws';
import { type SlackSimulator, startSlack } from '../../../simulators/slack/index.ts';
import { call } from './calling.ts';

interface Envelope {
  readonly type: string;
  readonly envelope_id: string;
  readonly payload: Record<string, unknown>;
  readonly retry_attempt?: number;
  readonly accepts_response_payload?: boolean;
  readonly reason?: string;
}

/** Connects a small Socket Mode client; it acknowledges what `answer` gives something for, and keeps everything it hears. */
async function connect(slack: SlackSimulator, answer: (envelope: Envelope) => object | undefined = () => ({})) {
  const reply = await call(slack, 'apps.connections.open', {}, slack.appToken);
  const socket = new WebSocket(String(reply.url));
  const heard: Envelope[] = [];
  socket.on('error', () => undefined);
  socket.on('message', (data: RawData) => {
    const envelope: Envelope = JSON.parse(String(data));
    heard.push(envelope);
    const payload = envelope.envelope_id ? answer(envelope) : undefined;
    if (payload) socket.send(JSON.stringify({ envelope_id: envelope.envelope_id, payload }));
  });
  await once(socket, 'message');
  return { socket, heard };
}

test('a connection is greeted, and commands go through it instead of HTTP', async () => {
  await using slack = await startSlack();
  const { heard } = await connect(slack, () => ({ text: 'hello' }));
  assert.equal(heard[0]?.type, 'hello');
  assert.equal(slack.socketConnections, 1);
  const delivery = await slack.types(slack.people.agent, slack.channels.support, '/callsummary x');
  const [, envelope] = heard;
  assert.deepEqual(
    [envelope?.type, envelope?.accepts_response_payload, envelope?.payload.text],
    ['slash_commands', true, 'x'],
  );
  assert.deepEqual([delivery.status, delivery.body], [200, { text: 'hello' }]);
  assert.equal(slack.seenBy(slack.people.agent, slack.channels.support)[0]?.text, 'hello');
});

test('shortcuts come as interactive envelopes', async () => {
  await using slack = await startSlack();
  const { heard } = await connect(slack);
  const delivery = await slack.choosesMessageShortcut(slack.people.agent, slack.messages.incidentRoot, 'add');
  assert.deepEqual([heard[1]?.type, heard[1]?.payload.type], ['interactive', 'message_action']);
  assert.equal(delivery.body, undefined);
});

test('an address is good for one connection', async () => {
  await using slack = await startSlack();
  const { url } = await call(slack, 'apps.connections.open', {}, slack.appToken);
  const first = new WebSocket(String(url));
  await once(first, 'open');
  const second = new WebSocket(String(url));
  const [error] = await once(second, 'error');
  assert.match(String(error), /403/);
});

test('nothing connected: the person reads dispatch_failed', async () => {
  await using slack = await startSlack({ transport: 'socket' });
  const delivery = await slack.types(slack.people.agent, slack.channels.support, '/callsummary');
  assert.deepEqual([delivery.status, delivery.error], [0, 'dispatch_failed']);
});

test('an envelope nobody acknowledges runs out of time', async () => {
  await using slack = await startSlack({ ackWindowMs: 40 });
  await connect(slack, () => undefined);
  const delivery = await slack.types(slack.people.agent, slack.channels.support, '/callsummary');
  assert.deepEqual([delivery.ackedWithin3s, delivery.error], [false, 'operation_timeout']);
  assert.equal(slack.envelopes[0]?.acked, false);
});

test('an envelope can be delivered again, as a retry or under the same id', async () => {
  await using slack = await startSlack();
  const { heard } = await connect(slack);
  const delivery = await slack.types(slack.people.agent, slack.channels.support, '/callsummary');
  await slack.redelivers(delivery);
  await slack.redelivers(delivery, { sameEnvelope: true });
  const [, first, retry, same] = heard;
  assert.notEqual(retry?.envelope_id, first?.envelope_id);
  assert.deepEqual([first?.retry_attempt, retry?.retry_attempt], [undefined, 1]);
  assert.equal(same?.envelope_id, first?.envelope_id);
  assert.deepEqual(retry?.payload, first?.payload);
});

for (const at of ['envelope', 'ack'] as const) {
  test(`an envelope comes again on the next connection when the socket dies at the ${at}`, async () => {
    await using slack = await startSlack();
    const first = await connect(slack);
    slack.dropsSocket({ at });
    const delivering = slack.types(slack.people.agent, slack.channels.support, '/callsummary');
    await once(first.socket, 'close');
    const second = await connect(slack);
    const delivery = await delivering;
    assert.equal(delivery.status, 200);
    const again = second.heard.find(({ type }) => type === 'slash_commands');
    assert.equal(again?.retry_attempt, 1);
    assert.notEqual(again?.envelope_id, first.heard[1]?.envelope_id);
    assert.equal(again?.payload.trigger_id, first.heard[1]?.payload.trigger_id);
    assert.deepEqual(
      slack.envelopes.map(({ acked }) => acked),
      [false, true],
    );
  });
}

test('payloads go to one connection each, by turns', async () => {
  await using slack = await startSlack();
  const [one, other] = [await connect(slack), await connect(slack)];
  for (let count = 0; count < 4; count++) await slack.choosesGlobalShortcut(slack.people.agent, 'x');
  assert.deepEqual([one.heard.length, other.heard.length], [3, 3]);
});

test('a recycle is announced, and the next connection can be waited for', async () => {
  await using slack = await startSlack();
  const first = await connect(slack);
  const closed = once(first.socket, 'close');
  slack.recyclesSocket();
  await closed;
  assert.deepEqual([first.heard[1]?.type, first.heard[1]?.reason], ['disconnect', 'refresh_requested']);
  await assert.rejects(slack.socketReady({ ms: 20 }), /Nothing came of it/);
  await Promise.all([slack.socketReady(), connect(slack)]);
  assert.equal(slack.socketConnections, 1);
});

test('a warning leaves the connection open', async () => {
  await using slack = await startSlack();
  const { socket, heard } = await connect(slack);
  slack.recyclesSocket('warning');
  await once(socket, 'message');
  assert.equal(heard[1]?.reason, 'warning');
  assert.equal((await slack.choosesGlobalShortcut(slack.people.agent, 'x')).status, 200);
});

test('a drop is a reset, without a close frame', async () => {
  await using slack = await startSlack();
  const { socket } = await connect(slack);
  slack.dropsSocket();
  const [code] = await once(socket, 'close');
  assert.equal(code, 1006);
  await slack.until(() => (slack.socketConnections === 0 ? true : undefined));
});

test('a silent connection stays open, answers no ping and brings nothing', async () => {
  await using slack = await startSlack({ ackWindowMs: 40, pingMs: 5 });
  const { socket, heard } = await connect(slack);
  await once(socket, 'ping');
  slack.silencesSocket();
  let pongs = 0;
  socket.on('pong', () => pongs++);
  socket.ping();
  const delivery = await slack.choosesGlobalShortcut(slack.people.agent, 'x');
  assert.equal(delivery.error, 'operation_timeout');
  assert.deepEqual([heard.length, pongs, socket.readyState], [1, 0, WebSocket.OPEN]);
});

test('the eleventh connection is told that there are too many', async () => {
  await using slack = await startSlack();
  for (let count = 0; count < 10; count++) await connect(slack);
  const { heard } = await connect(slack);
  assert.deepEqual([heard[0]?.type, heard[0]?.reason], ['disconnect', 'too_many_websockets']);
});

test('asking for an address can fail like any other call', async () => {
  await using slack = await startSlack();
  slack.script('apps.connections.open', { error: 'invalid_auth' });
  assert.equal((await call(slack, 'apps.connections.open', {}, slack.appToken)).error, 'invalid_auth');
});
