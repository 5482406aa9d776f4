import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openWorkplace } from '../support/workplace.ts';
import {
  agentReads,
  agentTypes,
  comesToRest,
  documentedWords,
  hurriesDeadlines,
  hurriesTimers,
  letsPbxAnswer,
  onScreen,
  windowShows,
} from './agent-at-work.ts';

/** "Well under a second", with room for a busy machine. */
const atOnceMs = 900;
const silentPbx = { overrides: { pbx: { limits: { deadlineMs: 400 } } } };

for (const kind of ['reset', 'refused'] as const) {
  test(`with Slack's API down (${kind}) commands, shortcuts and forms are acknowledged at once`, async () => {
    await using place = await openWorkplace();
    const { slack } = place;
    const { agent } = slack.people;
    await slack.choosesGlobalShortcut(agent, 'find_call_summary');
    await windowShows(place, /Show summary/);
    await slack.apiDown(kind);
    const deliveries = [
      await agentTypes(place),
      await slack.choosesGlobalShortcut(agent, 'find_call_summary'),
      await slack.choosesMessageShortcut(agent, slack.messages.incidentRoot, 'view_call_summary'),
      await slack.submits(agent, { cdr_id: '20260513223234-3EE9E', extension_number: '3202' }),
    ];
    for (const { status, ms } of deliveries) assert.deepEqual([status, ms < atOnceMs], [200, true], `${ms} ms`);
    await windowShows(place, documentedWords);
    await comesToRest(place);
    await slack.apiUp();
  });
}

test('an app that starts while Slack is down takes commands all the same, and shows nothing to people nobody vouches for', async (t) => {
  hurriesDeadlines(t);
  await using place = await openWorkplace();
  assert.equal(place.slack.calls.length, 0, 'it has asked Slack nothing');
  await place.slack.apiDown();
  assert.equal((await agentTypes(place)).status, 200);
  await agentReads(place, /couldn’t check with Slack who you are/);
  assert.equal(place.pbx.count('*'), 0);
});

test('with a silent PBX a command is acknowledged at once, and the person hears of it later', async () => {
  await using place = await openWorkplace(silentPbx);
  place.pbx.script('*', { kind: 'silence' }, 10);
  const { status, ms } = await agentTypes(place);
  assert.deepEqual([status, ms < atOnceMs], [200, true], `${ms} ms`);
  await agentReads(place, /The phone system did not answer in time/);
  await comesToRest(place);
  assert.equal(onScreen(place).length, 1);
});

test('three hundred commands at once against a silent PBX are acknowledged with 2.5 seconds of work, and all answered', async () => {
  await using place = await openWorkplace({
    slack: { ackWindowMs: 10_000 },
    overrides: { pbx: { limits: { deadlineMs: 4_000 } }, personAtOnce: 1_000 },
  });
  const { slack, pbx } = place;
  pbx.script('extension/search', { kind: 'hold' }, 1_000);
  const before = process.cpuUsage(); // and not the clock, which says more about who else uses this machine
  const burst = Array.from({ length: 300 }, (_, index) =>
    agentTypes(place, `/callsummary 20260513223234-3EE9E ${5_000 + index}`),
  );
  const deliveries = await Promise.all(burst);
  assert.deepEqual([...new Set(deliveries.map(({ status }) => status))], [200]);
  const { user, system } = process.cpuUsage(before);
  assert.ok((user + system) / 1_000 < 2_500, `${(user + system) / 1_000} ms of work, the simulators' included`);
  assert.ok(pbx.held <= 4, 'the PBX is not flooded');
  pbx.clearScript();
  pbx.release();
  await comesToRest(place);
  const answers = slack.seenBy(slack.people.agent, slack.channels.support).map(({ text }) => text);
  assert.equal(
    answers.filter((text) => /has no extension 5\d\d\d|Many people are asking|did not answer in time/.test(text))
      .length,
    300,
  );
  assert.ok(
    answers.some((text) => /Many people are asking/.test(text)),
    'who could not be served in time hears so at once',
  );
});

test('a slow answer is announced once after two seconds, and takes the place of the announcement', async (t) => {
  hurriesTimers(t, 2_000);
  await using place = await openWorkplace();
  const { pbx } = place;
  pbx.script('cdr/getaisummary', { kind: 'hold' });
  await agentTypes(place);
  await agentReads(place, /Still fetching the summary/);
  await letsPbxAnswer(place);
  await agentReads(place, documentedWords);
  await comesToRest(place);
  assert.deepEqual([place.slack.responses.length, onScreen(place).length], [2, 1]);
});

test('a slow answer that fails takes the place of its announcement too', async (t) => {
  hurriesTimers(t, 2_000);
  await using place = await openWorkplace();
  const { pbx } = place;
  pbx.script('cdr/getaisummary', { kind: 'hold', next: { kind: 'errcode', errcode: 10005 } });
  await agentTypes(place);
  await agentReads(place, /Still fetching the summary/);
  await letsPbxAnswer(place);
  await agentReads(place, /is not set up to give the app summaries/);
  await comesToRest(place);
  assert.equal(onScreen(place).length, 1);
});

test('a slow answer arrives although its announcement could not be made', async (t) => {
  hurriesTimers(t, 2_000);
  await using place = await openWorkplace();
  const { slack, pbx } = place;
  pbx.script('cdr/getaisummary', { kind: 'hold' });
  slack.script('response_url', { status: 500 });
  await agentTypes(place);
  await slack.until(() => slack.responses[0]?.outcome);
  await letsPbxAnswer(place);
  await agentReads(place, documentedWords);
  await comesToRest(place);
  assert.equal(onScreen(place).length, 1);
});

test('whoever still waits for a silent PBX when the app has to end is told before it does', async (t) => {
  hurriesTimers(t, 5_500);
  await using place = await openWorkplace();
  place.pbx.script('cdr/getaisummary', { kind: 'silence' });
  await agentTypes(place);
  await place.pbx.until(() => place.pbx.count('cdr/getaisummary') === 1, 5_000);
  assert.equal(await place.app.stop(), false, 'something was cut off');
  assert.match(onScreen(place).join(), /phone system/);
});
