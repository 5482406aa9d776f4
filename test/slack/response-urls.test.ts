import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { openWorkplace, type Workplace } from '../support/workplace.ts';
import {
  agentReads,
  agentTypes,
  comesToRest,
  documentedCommand,
  documentedWords,
  hurriesDeadlines,
  inDirectMessage,
  letsPbxAnswer,
  onScreen,
} from './agent-at-work.ts';

/** The ways in which the app tried to say something; who asks was looked up before. */
const waysTried = ({ slack }: Workplace) =>
  slack.calls.map(({ method }) => method).filter((method) => method.startsWith('chat.'));

test('a usual answer needs the response_url alone, and uses it once', async () => {
  await using place = await openWorkplace();
  await agentTypes(place);
  await agentReads(place, documentedWords);
  await comesToRest(place);
  assert.deepEqual([place.slack.responses.length, waysTried(place)], [1, []]);
});

test('a response_url on a foreign host is never asked, and the person is told through the Web API', async (t) => {
  await using place = await openWorkplace();
  const { slack } = place;
  let asked = 0;
  const trap = createServer((_request, response) => {
    asked += 1;
    response.end('ok');
  }).listen(0, '127.0.0.1');
  await once(trap, 'listening');
  t.after(() => void trap.close());
  const { port } = trap.address() as AddressInfo;
  const override = { response_url: `http://127.0.0.1:${port}/commands/T1/1/x` };
  await slack.types(slack.people.agent, slack.channels.support, documentedCommand, { override });
  await agentReads(place, documentedWords);
  await comesToRest(place);
  assert.equal(asked, 0);
  assert.deepEqual(waysTried(place), ['chat.postEphemeral']);
});

for (const status of [404, 410, 403, 400, 429]) {
  test(`a response_url that answers ${status} leads to one ephemeral message instead`, async () => {
    await using place = await openWorkplace();
    place.slack.script('response_url', { status });
    await agentTypes(place);
    await agentReads(place, documentedWords);
    await comesToRest(place);
    assert.deepEqual([place.slack.responses.length, waysTried(place)], [1, ['chat.postEphemeral']]);
    assert.equal(onScreen(place).length, 1);
    assert.equal(place.slack.seenBy(place.slack.people.lead, place.slack.channels.support).length, 0);
  });
}

test('a response_url older than half an hour leads to an ephemeral message', async () => {
  await using place = await openWorkplace();
  const { slack, pbx } = place;
  pbx.script('cdr/getaisummary', { kind: 'hold' });
  await agentTypes(place);
  await pbx.until(() => pbx.held === 1, 5_000);
  slack.passes(31 * 60_000);
  await letsPbxAnswer(place);
  await agentReads(place, documentedWords);
  await comesToRest(place);
  assert.deepEqual([slack.responses[0]?.outcome, waysTried(place)], ['expired_url', ['chat.postEphemeral']]);
});

test('where the app is not a member, the answer without a response_url arrives as a direct message', async () => {
  await using place = await openWorkplace();
  const { slack } = place;
  const { agent } = slack.people;
  for (const [index, channel] of [slack.channels.general, slack.channels.leads, slack.channels.direct].entries()) {
    await slack.types(agent, channel, documentedCommand, { override: { response_url: undefined } });
    await slack.until(() => inDirectMessage(place)[index]);
    assert.equal(slack.seenBy(agent, channel).filter(({ app_id }) => app_id !== undefined).length, 0);
  }
  assert.match(inDirectMessage(place).join(), documentedWords);
});

test('where nothing works, the answer is tried once each way and then given up, and the process lives', async () => {
  await using place = await openWorkplace();
  const { slack } = place;
  slack.script('response_url', { status: 404 }, 2);
  slack.script('chat.postEphemeral', { error: 'user_not_in_channel' }, 2);
  slack.script('chat.postMessage', { error: 'messages_tab_disabled' }, 2);
  await agentTypes(place);
  await slack.until(() => slack.callsTo('chat.postMessage')[0]?.outcome);
  await comesToRest(place);
  assert.deepEqual([slack.responses.length, waysTried(place)], [1, ['chat.postEphemeral', 'chat.postMessage']]);
});

for (const [what, fault] of [
  ['answers 500', { status: 500 }],
  ['answers 500 although the message was shown', { status: 500, stored: true }],
  ['breaks the connection although the message was shown', { reset: true, stored: true }],
  ['never answers', { hang: true }],
  ['never answers although the message was shown', { hang: true, stored: true }],
] as const) {
  test(`after a response_url that ${what}, the summary never stands there twice`, async (t) => {
    hurriesDeadlines(t);
    await using place = await openWorkplace();
    const { slack } = place;
    slack.script('response_url', fault);
    await agentTypes(place);
    await slack.until(() => slack.responses[0]?.outcome);
    await comesToRest(place);
    const copies = [...onScreen(place), ...inDirectMessage(place)].filter((text) => documentedWords.test(text));
    assert.ok(copies.length <= 1, copies.join('\n'));
    assert.ok(slack.responses.length <= 2, 'nor is Slack asked without end');
  });
}

test('an answer never leaves traces: no link in it is unfolded, and it replaces nothing that stands there', async () => {
  await using place = await openWorkplace();
  await agentTypes(place);
  await agentReads(place, documentedWords);
  const { body } = place.slack.responses[0] ?? {};
  assert.deepEqual([body?.response_type, body?.replace_original, body?.unfurl_links], ['ephemeral', false, false]);
});

for (const fault of [
  { status: 500, stored: true },
  { reset: true, stored: true },
] as const) {
  test(`a person who was shown the summary is not told on top that something went wrong (${JSON.stringify(fault)})`, async () => {
    await using place = await openWorkplace();
    place.slack.script('response_url', fault);
    await agentTypes(place);
    await agentReads(place, documentedWords);
    await comesToRest(place);
    assert.equal(onScreen(place).length, 1);
  });
}
