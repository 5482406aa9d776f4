import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { App, HTTPReceiver, LogLevel, type Receiver, SocketModeReceiver } from '@slack/bolt';
import { type SlackSimulator, startSlack } from '../../../simulators/slack/index.ts';
import { postBlock } from './opening.ts';
import { callMenu } from './small-blocks.ts';

const logLevel = LogLevel.ERROR;

/** Takes a receiver; gives a small Bolt app on it: a command that answers and opens a modal, a shortcut, a button, a submission. */
async function smallApp(slack: SlackSimulator, receiver: Receiver): Promise<App> {
  const clientOptions = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } };
  const app = new App({ receiver, token: slack.botToken, logLevel, clientOptions, deferInitialization: true });
  await app.init();
  app.command('/callsummary', async ({ ack, respond, command }) => {
    await ack();
    await respond({ response_type: 'ephemeral', text: `looking for ${command.text}` });
  });
  app.shortcut('add_call_summary', async ({ ack, client, shortcut }) => {
    await ack();
    const text = shortcut.type === 'message_action' ? (shortcut.message.text ?? '') : '';
    const leg = /\d{14}-\w{5}/.exec(text)?.[0] ?? '';
    await client.views.open({ trigger_id: shortcut.trigger_id, view: modalFor(leg) });
  });
  app.view('add', async ({ ack, view, client, body }) => {
    const leg = view.state.values.call?.leg?.value ?? '';
    if (leg.length < 5) return ack({ response_action: 'errors', errors: { call: 'That is no call leg.' } });
    await ack();
    await client.chat.postMessage({ channel: body.user.id, text: leg, blocks: [shareButton] });
  });
  app.action('share', async ({ ack, respond }) => {
    await ack();
    await respond({ replace_original: true, text: 'shared' });
  });
  app.options('which', async ({ ack, options }) => {
    await ack({ options: [{ text: plain(`a call of ${options.value}`), value: 'leg-1' }] });
  });
  app.action('which', async ({ ack, action, respond }) => {
    await ack();
    const chosen = action.type === 'external_select' ? action.selected_option?.value : undefined;
    await respond({ response_type: 'ephemeral', text: `chosen: ${chosen}` });
  });
  return app;
}

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const shareButton = {
  type: 'actions' as const,
  elements: [{ type: 'button' as const, action_id: 'share', text: plain('Share') }],
};

function modalFor(leg: string) {
  const element = { type: 'plain_text_input' as const, action_id: 'leg', initial_value: leg };
  const input = { type: 'input' as const, block_id: 'call', label: plain('Call leg'), element };
  return {
    type: 'modal' as const,
    callback_id: 'add',
    title: plain('Add summary'),
    submit: plain('Add'),
    blocks: [input],
  };
}

/** Somebody searches in a menu on a message and chooses what the app offers. */
async function choosingStory(slack: SlackSimulator): Promise<void> {
  const { agent } = slack.people;
  const { support } = slack.channels;
  const message = await postBlock(slack, { type: 'actions', elements: [{ ...callMenu(), action_id: 'which' }] });
  const { options, failure } = await slack.typesInto(agent, message, 'which', 'kristin');
  assert.deepEqual([options, failure], [[{ label: 'a call of kristin', value: 'leg-1' }], undefined]);
  assert.equal((await slack.chooses(agent, message, 'which', 'leg-1'))?.ackedWithin3s, true);
  await slack.until(() => slack.seenBy(agent, support).find(({ text }) => text === 'chosen: leg-1'));
  await slack.until(() => slack.responses.every(({ outcome }) => outcome === 'ok') || undefined);
}

/** Starts a Bolt app behind an HTTP server of its own; gives what stops it. */
async function overHttp(slack: SlackSimulator) {
  const receiver = new HTTPReceiver({ signingSecret: slack.signingSecret, logLevel });
  await smallApp(slack, receiver);
  const server = createServer((request, response) => receiver.requestListener(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  slack.appUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
  return {
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Starts a Bolt app in Socket Mode; gives what stops it. */
async function overSocket(slack: SlackSimulator) {
  const clientOptions = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } };
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    logLevel,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions },
  });
  await smallApp(slack, receiver);
  await receiver.start();
  await slack.socketReady();
  return {
    receiver,
    async [Symbol.asyncDispose]() {
      await receiver.client.disconnect();
    },
  };
}

/** Walks through command, shortcut, modal, post and click. */
async function wholeStory(slack: SlackSimulator): Promise<void> {
  const { agent } = slack.people;
  const typed = await slack.types(agent, slack.channels.support, '/callsummary 20260513223234-3EE9E 3202');
  assert.deepEqual([typed.status, typed.ackedWithin3s], [200, true]);
  const answer = await slack.until(() => slack.seenBy(agent, slack.channels.support).at(-1));
  assert.deepEqual([answer.text, answer.visibleTo], ['looking for 20260513223234-3EE9E 3202', agent.id]);

  await slack.choosesMessageShortcut(agent, slack.messages.incidentRoot, 'add_call_summary');
  const view = await slack.until(() => slack.viewOf(agent));
  assert.equal(view.state.values.call?.leg?.value, '20260513223234-3EE9E');
  const refused = await slack.submits(agent, { leg: 'x' });
  assert.deepEqual(refused.body, { response_action: 'errors', errors: { call: 'That is no call leg.' } });
  assert.equal(slack.viewOf(agent)?.errors?.call, 'That is no call leg.');

  await slack.submits(agent, { leg: '20260513223234-3EE9E' });
  assert.equal(slack.viewOf(agent), undefined);
  const posted = await slack.until(() => slack.messagesIn(agent).at(-1));
  await slack.clicks(agent, posted, 'share');
  await slack.until(() => slack.messagesIn(agent).find(({ text }) => text === 'shared'));
  await slack.until(() => slack.responses.every(({ outcome }) => outcome === 'ok') || undefined);
}

test('a real Bolt app lives in this Slack over HTTP', async () => {
  await using slack = await startSlack();
  await using _app = await overHttp(slack);
  await wholeStory(slack);
  assert.ok(slack.calls.every(({ outcome }) => outcome === 'ok'));
});

test('a real Bolt app lives in this Slack over Socket Mode', async () => {
  await using slack = await startSlack();
  await using _app = await overSocket(slack);
  await wholeStory(slack);
  assert.ok(slack.envelopes.every(({ acked }) => acked));
});

test('a menu on a message asks a real Bolt app for its options, over HTTP and over Socket Mode', async () => {
  await using byHttp = await startSlack();
  await using _app = await overHttp(byHttp);
  await choosingStory(byHttp);
  await using bySocket = await startSlack();
  await using _other = await overSocket(bySocket);
  await choosingStory(bySocket);
  const [suggestion] = bySocket.envelopes;
  assert.deepEqual([suggestion?.type, suggestion?.payload.type], ['interactive', 'block_suggestion']);
});

test('Bolt refuses a wrong signature and a stale one, and answers an ssl_check', async () => {
  await using slack = await startSlack();
  await using _app = await overHttp(slack);
  const body = 'command=%2Fcallsummary&text=x';
  assert.equal((await slack.sends({ body, signature: 'v0=forged' })).status, 401);
  assert.equal((await slack.sends({ body, timestamp: Math.floor(Date.now() / 1_000) - 600 })).status, 401);
  assert.equal((await slack.sends({ body: 'ssl_check=1', signed: false })).status, 200);
});

test('a Bolt app comes back after a recycled connection', async () => {
  await using slack = await startSlack();
  await using app = await overSocket(slack);
  const gone = new Promise((resolve) => app.receiver.client.once('disconnected', resolve));
  slack.recyclesSocket();
  await gone;
  await Promise.all([slack.socketReady(), app.receiver.client.start()]);
  const delivery = await slack.types(slack.people.agent, slack.channels.support, '/callsummary again');
  assert.equal(delivery.status, 200);
  await slack.until(() => slack.responses.find(({ outcome }) => outcome === 'ok'));
});
