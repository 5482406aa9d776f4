import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openWorkplace, type Workplace } from '../support/workplace.ts';
import { stillWorks } from '../transports/slack-requests.ts';
import {
  agentReads,
  agentsWindow,
  comesToRest,
  documentedFields,
  hurriesDeadlines,
  hurriesTimers,
  inDirectMessage,
  letsPbxAnswer,
  previewsPost,
  windowShows,
} from './agent-at-work.ts';

const opensForm = async ({ slack }: Workplace) => slack.choosesGlobalShortcut(slack.people.agent, 'find_call_summary');

for (const [what, fault] of [
  ['refuses the trigger', { error: 'expired_trigger_id' }],
  ['asks for a pause', { status: 429, headers: { 'retry-after': '30' } }],
  ['answers 500', { status: 500 }],
  ['answers with HTML', { status: 200, body: '<html></html>' }],
  ['never answers', { hang: true }],
] as const) {
  test(`when Slack ${what} instead of opening a window, the person is told outside of it`, async (t) => {
    hurriesDeadlines(t);
    await using place = await openWorkplace();
    const { slack } = place;
    slack.script('views.open', fault);
    const { status } = await slack.choosesMessageShortcut(
      slack.people.agent,
      slack.messages.incidentRoot,
      'view_call_summary',
    );
    assert.equal(status, 200);
    await slack.until(() =>
      slack
        .seenBy(slack.people.agent, slack.channels.incident)
        .find(({ text }) => /Slack did not let me show you that/.test(text)),
    );
    await comesToRest(place);
    assert.equal(slack.callsTo('views.open').length, 1);
  });
}

test('a window the person has closed meanwhile is not opened again, and nobody is bothered', async (t) => {
  hurriesTimers(t, 1_000);
  await using place = await openWorkplace();
  const { slack, pbx } = place;
  const { agent } = slack.people;
  await opensForm(place);
  await windowShows(place, /Show summary/);
  pbx.script('cdr/getaisummary', { kind: 'hold' });
  await slack.submits(agent, documentedFields);
  await windowShows(place, /Fetching from the phone system/);
  await slack.closes(agent);
  await letsPbxAnswer(place);
  await comesToRest(place);
  assert.deepEqual([agentsWindow(place), inDirectMessage(place)], ['', []]);
});

test('who closes the window while the app posts still hears, privately, that nothing was posted', async (t) => {
  hurriesTimers(t, 1_000);
  await using place = await openWorkplace();
  const { slack, pbx } = place;
  const { agent } = slack.people;
  await previewsPost(place);
  slack.script('chat.postMessage', { error: 'is_archived' });
  pbx.script('cdr/getaisummary', { kind: 'hold' });
  await slack.submits(agent);
  await windowShows(place, /Fetching from the phone system/);
  await slack.closes(agent);
  await letsPbxAnswer(place);
  await agentReads(place, /That channel is archived/);
});

test('when the window cannot be filled any more, the person is told outside of it', async (t) => {
  hurriesTimers(t, 1_000);
  await using place = await openWorkplace();
  const { slack, pbx } = place;
  await slack.choosesGlobalShortcut(slack.people.agent, 'find_call_summary');
  await windowShows(place, /Show summary/);
  pbx.script('cdr/getaisummary', { kind: 'hold' });
  await slack.submits(slack.people.agent, documentedFields);
  await windowShows(place, /Fetching from the phone system/);
  slack.script('views.update', { status: 500 }, 2);
  await letsPbxAnswer(place);
  await slack.until(() => slack.messagesIn(slack.people.agent)[0]);
  await stillWorks(place);
});
