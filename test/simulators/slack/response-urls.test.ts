import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Person, type SlackSimulator, startSlack } from '../../../simulators/slack/index.ts';
import { respond } from './calling.ts';
import { postBlock } from './opening.ts';
import { buttons, richText } from './small-blocks.ts';
import { standInApp } from './stand-in-app.ts';

/** The agent types a command; gives its response_url. */
async function urlOfCommand(slack: SlackSimulator, channel: { id: string } = slack.channels.support) {
  const { payload } = await slack.types(slack.people.agent, channel, '/callsummary');
  return String(payload.response_url);
}

const textsFor = (slack: SlackSimulator, person: Person, channel: { readonly id: string }) =>
  slack.seenBy(person, channel).map(({ text }) => text);

async function answered(response: Promise<Response>) {
  const { status, text } = await response.then(async (each) => ({ status: each.status, text: await each.text() }));
  return [status, text];
}

test('an answer is private unless it says in_channel', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const url = await urlOfCommand(slack);
  assert.deepEqual(await answered(respond(url, { text: 'for you' })), [200, 'ok']);
  await respond(url, { text: 'for all', response_type: 'in_channel', blocks: [richText('for all')] });
  const { agent, lead } = slack.people;
  assert.deepEqual(
    slack.seenBy(agent, slack.channels.support).map(({ text }) => text),
    ['for you', 'for all'],
  );
  assert.deepEqual(
    slack.seenBy(lead, slack.channels.support).map(({ text }) => text),
    ['for all'],
  );
  assert.deepEqual(
    slack.responses.map(({ outcome }) => outcome),
    ['ok', 'ok'],
  );
});

test('it reaches conversations the bot is not in', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  for (const channel of [slack.channels.leads, slack.channels.direct]) {
    await respond(await urlOfCommand(slack, channel), { text: 'here', response_type: 'in_channel' });
    assert.equal(slack.messagesIn(channel).at(-1)?.text, 'here');
  }
});

test('after a command replace_original replaces the last message sent through the same url, and never its visibility', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const url = await urlOfCommand(slack);
  await respond(url, { replace_original: true, text: 'fetching' });
  await respond(url, { replace_original: true, response_type: 'in_channel', text: 'the summary' });
  const seen = slack.seenBy(slack.people.agent, slack.channels.support);
  assert.deepEqual(
    seen.map(({ text, visibleTo }) => [text, visibleTo]),
    [['the summary', slack.people.agent.id]],
  );
  await respond(url, { delete_original: true });
  assert.deepEqual(slack.seenBy(slack.people.agent, slack.channels.support), []);
});

test('after a click replace_original means the message clicked on, whatever was answered meanwhile', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const { support } = slack.channels;
  const { agent, lead } = slack.people;
  const message = await postBlock(slack, buttons('go'));
  const url = String((await slack.clicks(agent, message, 'go')).payload.response_url);
  await respond(url, { text: 'fetching' });
  await respond(url, { replace_original: true, text: 'the summary' });
  assert.deepEqual(textsFor(slack, agent, support), ['the summary', 'fetching']);
  assert.deepEqual(textsFor(slack, lead, support), ['the summary']);
  assert.equal(slack.messagesIn(support)[0]?.ts, message.ts);
  await respond(url, { replace_original: true, response_type: 'ephemeral', text: 'once more' });
  assert.deepEqual(textsFor(slack, lead, support), ['once more']);
  await respond(url, { delete_original: true });
  assert.deepEqual(textsFor(slack, agent, support), ['fetching']);
});

test('an ephemeral message clicked on is replaced and deleted for its reader', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const { support } = slack.channels;
  const { agent, lead } = slack.people;
  await respond(await urlOfCommand(slack), { text: 'a list', blocks: [buttons('show')] });
  const [list = assert.fail()] = slack.seenBy(agent, support);
  const { payload } = await slack.clicks(agent, list, 'show');
  const { is_ephemeral, message_ts } = payload.container as Record<string, unknown>;
  assert.deepEqual([is_ephemeral, message_ts], [true, list.ts]);
  const url = String(payload.response_url);
  await respond(url, { text: 'fetching' });
  await respond(url, { replace_original: true, response_type: 'in_channel', text: 'the summary' });
  assert.deepEqual(textsFor(slack, agent, support), ['the summary', 'fetching']);
  assert.deepEqual(textsFor(slack, lead, support), []);
  await respond(url, { delete_original: true });
  assert.deepEqual(textsFor(slack, agent, support), ['fetching']);
});

test('after a message shortcut there is nothing to replace or delete: each answer is a new message', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const { agent } = slack.people;
  const { incidentAside } = slack.messages;
  const before = slack.seenBy(agent, slack.channels.incident).length;
  const { payload } = await slack.choosesMessageShortcut(agent, incidentAside, 'add_call_summary');
  for (const text of ['fetching', 'the summary'])
    await respond(String(payload.response_url), { replace_original: true, text });
  await respond(String(payload.response_url), { delete_original: true });
  const seen = slack.seenBy(agent, slack.channels.incident);
  assert.deepEqual(
    seen.slice(before).map(({ text }) => text),
    ['fetching', 'the summary'],
  );
  assert.ok(seen.some(({ ts, text }) => ts === incidentAside.ts && text === incidentAside.text));
});

test('after five uses it is used up', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const url = await urlOfCommand(slack);
  for (let use = 1; use <= 5; use++) assert.equal((await respond(url, { text: `${use}` })).status, 200);
  assert.deepEqual(await answered(respond(url, { text: '6' })), [404, '{"ok":false,"error":"used_url"}']);
  assert.equal(slack.responses.at(-1)?.outcome, 'used_url');
});

test('after thirty minutes it has expired', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const url = await urlOfCommand(slack);
  slack.passes(29 * 60_000);
  assert.equal((await respond(url, { text: 'just in time' })).status, 200);
  slack.passes(60_001);
  assert.deepEqual(await answered(respond(url, { text: 'late' })), [404, '{"ok":false,"error":"expired_url"}']);
});

test('what Slack would not show is refused and does not count as a use', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const url = await urlOfCommand(slack);
  const refused = async (message: unknown) => answered(respond(url, message));
  assert.deepEqual(await refused({ text: '' }), [400, '{"ok":false,"error":"no_text"}']);
  assert.deepEqual(await refused({ blocks: [richText('')] }), [400, '{"ok":false,"error":"invalid_blocks"}']);
  assert.deepEqual(await refused({ blocks: 'x' }), [400, '{"ok":false,"error":"invalid_blocks_format"}']);
  assert.deepEqual(await refused('text'), [400, 'invalid_payload']);
  assert.deepEqual(await answered(respond(`${url}0`, { text: 'x' })), [404, '{"ok":false,"error":"invalid_url"}']);
  for (let use = 1; use <= 5; use++) assert.equal((await respond(url, { text: `${use}` })).status, 200);
});

test('thread_ts is ignored, so that the answer lands in the channel, unless the workspace honours it', async () => {
  await using app = await standInApp();
  for (const responseUrlThreads of ['ignored', 'honoured'] as const) {
    await using slack = await startSlack({ appUrl: app.url, responseUrlThreads });
    const root = slack.messages.incidentRoot;
    const { payload } = await slack.choosesMessageShortcut(slack.people.agent, root, 'add_call_summary');
    await respond(String(payload.response_url), { text: 'x', response_type: 'in_channel', thread_ts: root.ts });
    const thread = slack.messagesIn(slack.channels.incident).at(-1)?.thread_ts;
    assert.equal(thread, responseUrlThreads === 'honoured' ? root.ts : undefined);
  }
});
