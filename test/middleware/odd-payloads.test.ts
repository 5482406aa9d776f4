import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  agentReads,
  agentsWindow,
  comesToRest,
  documentedFields,
  hurriesTimers,
  inDirectMessage,
  postedCopies,
  previewsPost,
  unacknowledgedAfterMs,
  windowShows,
} from '../slack/agent-at-work.ts';
import { openWorkplace, type Workplace } from '../support/workplace.ts';
import { stillWorks } from '../transports/slack-requests.ts';

const ourFault = /Something went wrong on our side\.[\s\S]*Reference [0-9A-Z]{8}/;

const opensForm = async (place: Workplace) => {
  const { slack } = place;
  await slack.choosesGlobalShortcut(slack.people.agent, 'find_call_summary');
  await windowShows(place, /Show summary/);
};

for (const callbackId of ['something_new', '', 'constructor', '__proto__', 'x'.repeat(255)]) {
  test(`shortcuts with the callback id "${callbackId.slice(0, 20)}" are nobody's, and change nothing`, async () => {
    await using place = await openWorkplace();
    const { slack } = place;
    await slack.choosesGlobalShortcut(slack.people.agent, callbackId);
    await slack.choosesMessageShortcut(slack.people.agent, slack.messages.incidentRoot, callbackId);
    await stillWorks(place);
    assert.equal(slack.calls.length, 0);
  });
}

test('a command of somebody else is not ours to answer', async () => {
  await using place = await openWorkplace();
  const { slack, pbx } = place;
  await slack.types(slack.people.agent, slack.channels.support, '/somethingelse 20260513223234-3EE9E 3202');
  await stillWorks(place);
  await comesToRest(place);
  assert.deepEqual([pbx.count('*'), slack.responses.length], [0, 1]);
});

const brokenMetadata = [
  '',
  'x',
  'null',
  '[]',
  '{}',
  '{"kind":"share"}',
  '{"kind":"delete","home":null,"near":null,"offersCalls":true,"suggested":{"cdrId":"","extensionNumber":""}}',
  '{"kind":"share","home":{"channelId":""},"near":null,"offersCalls":true,"suggested":{"cdrId":"","extensionNumber":""}}',
  'x'.repeat(3_000),
];

test('a form that came back with metadata we never wrote is told to be our fault, and asks the PBX nothing', async (t) => {
  hurriesTimers(t, unacknowledgedAfterMs);
  await using place = await openWorkplace();
  const { slack, pbx } = place;
  const { agent } = slack.people;
  await opensForm(place);
  const askedBefore = pbx.count('*');
  await Promise.all(
    brokenMetadata.map((metadata) =>
      slack.submits(agent, documentedFields, { override: { view: { private_metadata: metadata } } }),
    ),
  );
  await slack.until(() => slack.messagesIn(agent).length === brokenMetadata.length || undefined);
  await comesToRest(place);
  for (const told of inDirectMessage(place)) assert.match(told, ourFault);
  assert.equal(pbx.count('*'), askedBefore);
});

test('a form that cannot be read is acknowledged all the same, so that Slack does not say "trouble connecting" on top', async () => {
  await using place = await openWorkplace();
  const { slack } = place;
  await slack.choosesGlobalShortcut(slack.people.agent, 'find_call_summary');
  await windowShows(place, /Show summary/);
  const override = { view: { private_metadata: 'x' } };
  const { status, ms } = await slack.submits(slack.people.agent, documentedFields, { override });
  assert.deepEqual([status, ms < 1_000], [200, true]);
  await agentReads(place, /Something went wrong on our side/);
});

const preview = {
  home: { channelId: 'C0INCIDENT7', threadTs: '1778683000.000200' },
  fingerprint: 'x',
  shown: { channelId: 'C0INCIDENT7', isMasked: false, kind: 'public', sharing: 'own_workspace' },
};
const leg = '20260513223234-3EE9E';

const brokenReferences = [
  undefined,
  '',
  'x',
  '{}',
  7,
  { cdrId: leg },
  JSON.stringify({ pbx: 'other', cdrId: leg, extensionNumber: '3202' }),
  JSON.stringify({ pbx: 'main', cdrId: `${leg}&dst_ext_id=60`, extensionNumber: '3202' }),
];

test('a preview that came back with metadata we never wrote posts nothing', async (t) => {
  hurriesTimers(t, unacknowledgedAfterMs);
  await using place = await openWorkplace();
  const { slack } = place;
  const { agent } = slack.people;
  await previewsPost(place);
  await Promise.all(
    brokenReferences.map((reference) => {
      const metadata = JSON.stringify({ ...preview, reference });
      return slack.submits(agent, {}, { override: { view: { private_metadata: metadata } } });
    }),
  );
  await slack.until(() => slack.messagesIn(agent).length === brokenReferences.length || undefined);
  await comesToRest(place);
  for (const told of inDirectMessage(place)) assert.match(told, ourFault);
  assert.equal(postedCopies(place).length, 0);
});

test('a preview that came back with another fingerprint shows the summary again instead of posting it', async () => {
  await using place = await openWorkplace();
  const { slack } = place;
  await previewsPost(place);
  const reference = JSON.stringify({ pbx: 'main', cdrId: leg, extensionNumber: '3202' });
  const override = { view: { private_metadata: JSON.stringify({ ...preview, reference }) } };
  await slack.submits(slack.people.agent, {}, { override });
  await windowShows(place, /has changed since you looked at it/);
  assert.equal(postedCopies(place).length, 0);
});

const longCall = '/callsummary 20260515090045-71B3D 3201';
const brokenValues = [
  undefined,
  '',
  'x',
  'null',
  '[]',
  '{"pbx":"main"}',
  `{"pbx":"main","cdrId":"${leg}","extensionNumber":"3202' or 1=1"}`,
  `{"extensionNumber":"3202","cdrId":"${leg}","pbx":"main"}`,
];

test('a button that came back with a value we never wrote is told to be our fault, and asks the PBX nothing', async () => {
  await using place = await openWorkplace();
  const { slack, pbx } = place;
  const { agent } = slack.people;
  await slack.types(agent, slack.channels.support, longCall);
  const message = await slack.until(() => slack.seenBy(agent, slack.channels.support)[0]);
  const asked = pbx.count('*');
  for (const [index, value] of brokenValues.entries()) {
    const action = { type: 'button', action_id: 'open_full_summary', block_id: 'x', action_ts: '1.2', value };
    await slack.clicks(agent, message, 'open_full_summary', { override: { actions: [action] } });
    await slack.until(() => slack.responses.length === index + 2 || undefined);
  }
  assert.equal(pbx.count('*'), asked);
  assert.equal(agentsWindow(place), '');
  await agentReads(place, ourFault);
  await stillWorks(place);
});

test('a page that does not exist, or is no page, does no harm', async () => {
  await using place = await openWorkplace();
  const { slack } = place;
  const { agent } = slack.people;
  await slack.types(agent, slack.channels.support, longCall);
  const message = await slack.until(() => slack.seenBy(agent, slack.channels.support)[0]);
  await slack.clicks(agent, message, 'open_full_summary');
  await windowShows(place, /leg 20260515090045-71B3D/);
  const reference = JSON.stringify({ pbx: 'main', cdrId: '20260515090045-71B3D', extensionNumber: '3201' });
  for (const page of [-1, 0, 1.5, '2', null]) {
    const action = {
      type: 'button',
      action_id: 'next_page',
      block_id: 'x',
      action_ts: '1.2',
      value: JSON.stringify({ reference, page }),
    };
    const body = {
      type: 'block_actions',
      user: { id: agent.id },
      team: { id: 'T0HELPDESK1' },
      trigger_id: `page ${page}`,
      view: { id: slack.viewOf(agent)?.id },
      actions: [action],
    };
    const { status } = await slack.sends({ body: `payload=${encodeURIComponent(JSON.stringify(body))}` });
    assert.equal(status, 200);
  }
  await stillWorks(place);
});
