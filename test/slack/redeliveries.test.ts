import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openWorkplace } from '../support/workplace.ts';
import {
  agentReads,
  agentsWindow,
  agentTypes,
  comesToRest,
  documentedCommand,
  documentedFields,
  documentedWords,
  letsPbxAnswer,
  onScreen,
  postedCopies,
  previewsPost,
  windowShows,
} from './agent-at-work.ts';

test('over HTTP the same trigger, signed anew, is looked up and answered once', async () => {
  await using place = await openWorkplace();
  const { slack, pbx } = place;
  const first = await agentTypes(place);
  const { trigger_id } = first.payload;
  const again = () =>
    slack.types(slack.people.agent, slack.channels.support, documentedCommand, { override: { trigger_id } });
  for (const { status, body } of await Promise.all([again(), again()]))
    assert.deepEqual([status, body], [200, undefined]);
  await agentReads(place, documentedWords);
  await comesToRest(place);
  assert.deepEqual([pbx.count('cdr/getaisummary'), onScreen(place).length], [1, 1]);
});

test('the same command typed twice is answered twice', async () => {
  await using place = await openWorkplace();
  await agentTypes(place);
  await agentTypes(place);
  await place.slack.until(() => onScreen(place).length === 2 || undefined);
});

for (const sameEnvelope of [false, true]) {
  test(`over Socket Mode ${sameEnvelope ? 'the same envelope' : 'a new envelope with the same content'} is acknowledged, and answered once`, async () => {
    await using place = await openWorkplace({ slack: { transport: 'socket' } });
    const { slack, pbx } = place;
    const delivery = await agentTypes(place);
    for (let count = 0; count < 2; count += 1) {
      const again = await slack.redelivers(delivery, { sameEnvelope });
      assert.deepEqual([again.status, again.body], [200, undefined]);
    }
    await agentReads(place, documentedWords);
    await comesToRest(place);
    assert.deepEqual([pbx.count('cdr/getaisummary'), onScreen(place).length], [1, 1]);
  });
}

test('a shortcut delivered three times opens one window', async () => {
  await using place = await openWorkplace({ slack: { transport: 'socket' } });
  const { slack } = place;
  const delivery = await slack.choosesGlobalShortcut(slack.people.agent, 'find_call_summary');
  await slack.redelivers(delivery);
  await slack.redelivers(delivery);
  await windowShows(place, /Show summary/);
  await comesToRest(place);
  assert.equal(slack.callsTo('views.open').length, 1);
});

test('a confirmed post delivered again stands in the thread once', async () => {
  await using place = await openWorkplace({ slack: { transport: 'socket' } });
  const { slack } = place;
  await previewsPost(place);
  const delivery = await slack.submits(slack.people.agent);
  await slack.redelivers(delivery);
  await slack.until(() => postedCopies(place)[0]);
  await comesToRest(place);
  assert.equal(slack.callsTo('chat.postMessage').length, 1);
});

test('a repetition that arrives while the first is still being worked on changes nothing', async () => {
  await using place = await openWorkplace({ slack: { transport: 'socket' } });
  const { slack, pbx } = place;
  pbx.script('cdr/getaisummary', { kind: 'hold' });
  const delivery = await agentTypes(place);
  await pbx.until(() => pbx.held === 1, 5_000);
  await slack.redelivers(delivery);
  await letsPbxAnswer(place);
  await agentReads(place, documentedWords);
  await comesToRest(place);
  assert.deepEqual([pbx.count('cdr/getaisummary'), onScreen(place).length], [1, 1]);
});

const overSocket = { slack: { transport: 'socket' } } as const;

for (const at of ['envelope', 'ack'] as const) {
  test(`a command whose connection breaks at its ${at} is answered with the summary, once`, async () => {
    await using place = await openWorkplace(overSocket);
    place.slack.dropsSocket({ at });
    await agentTypes(place);
    await agentReads(place, documentedWords);
    await comesToRest(place);
    assert.deepEqual([place.pbx.count('cdr/getaisummary'), onScreen(place).length], [1, 1]);
  });

  test(`a form whose connection breaks at its ${at} still shows the summary`, async () => {
    await using place = await openWorkplace(overSocket);
    const { slack } = place;
    await slack.choosesGlobalShortcut(slack.people.agent, 'find_call_summary');
    await windowShows(place, /Show summary/);
    slack.dropsSocket({ at });
    await slack.submits(slack.people.agent, documentedFields);
    await windowShows(place, documentedWords);
  });

  test(`a confirmed post whose connection breaks at its ${at} stands in the thread once, and the person is told`, async () => {
    await using place = await openWorkplace(overSocket);
    const { slack } = place;
    await previewsPost(place);
    slack.dropsSocket({ at });
    await slack.submits(slack.people.agent);
    await windowShows(place, /Shared in the thread/);
    assert.equal(slack.callsTo('chat.postMessage').length, 1, agentsWindow(place));
  });
}

test('a form delivered again while the PBX is still being asked shows the summary in the end', async () => {
  await using place = await openWorkplace(overSocket);
  const { slack, pbx } = place;
  await slack.choosesGlobalShortcut(slack.people.agent, 'find_call_summary');
  await windowShows(place, /Show summary/);
  pbx.script('cdr/getaisummary', { kind: 'hold' });
  slack.dropsSocket({ at: 'envelope' });
  await slack.submits(slack.people.agent, documentedFields);
  await letsPbxAnswer(place);
  await windowShows(place, documentedWords);
});

for (const at of ['envelope', 'ack'] as const) {
  test(`a form with a slip in it, whose connection breaks at its ${at}, comes back with the slip marked`, async () => {
    await using place = await openWorkplace(overSocket);
    const { slack } = place;
    await slack.choosesGlobalShortcut(slack.people.agent, 'find_call_summary');
    await windowShows(place, /Show summary/);
    slack.dropsSocket({ at });
    await slack.submits(slack.people.agent, { cdr_id: 'not an id', extension_number: '3202' });
    await slack.until(() => slack.viewOf(slack.people.agent)?.errors);
  });
}
