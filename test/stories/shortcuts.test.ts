import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SlackMessage } from '../../simulators/slack/index.ts';
import { openWorkplace, type Workplace } from '../support/workplace.ts';
import { readView } from './screen.ts';

/** Waits until the agent's window says this, and gives all it says. */
async function agentReads({ slack }: Workplace, words: RegExp): Promise<string> {
  return await slack.until(() => {
    const screen = readView(slack.viewOf(slack.people.agent));
    return words.test(screen) ? screen : undefined;
  });
}

/** The agent chooses "Post call summary" on a message and goes as far as the preview. */
async function agentPreviews(
  place: Workplace,
  message: SlackMessage = place.slack.messages.incidentReply,
): Promise<string> {
  const { slack } = place;
  await slack.choosesMessageShortcut(slack.people.agent, message, 'post_call_summary');
  await agentReads(place, /20260513223234-3EE9E/);
  await slack.submits(slack.people.agent, { cdr_id: '20260513223234-3EE9E', extension_number: '3202' });
  return await agentReads(place, /This is what they will read|Try again/);
}

test('Post call summary: from a reply in an incident thread, over a preview, into that thread', async () => {
  await using place = await openWorkplace();
  const { slack } = place;
  const { incident } = slack.channels;
  const opened = await slack.choosesMessageShortcut(
    slack.people.agent,
    slack.messages.incidentReply,
    'post_call_summary',
  );
  assert.ok(opened.ackedWithin3s);
  const form = await agentReads(place, /Preview/);
  assert.match(form, /20260513223234-3EE9E[\s\S]*3202/, 'filled in from the message');
  assert.equal(slack.callsTo('chat.postMessage').length, 0);
  await slack.submits(slack.people.agent);
  const preview = await agentReads(place, /This is what they will read/);
  assert.match(preview, /#inc-482-login-loop · public, anyone in your workspace can read it · 4 people/);
  assert.match(preview, /\[x\] Reply in the thread you came from/);
  assert.match(preview, /Shared by @Leo Ball[\s\S]*Investigate the login loop issue/);
  await slack.submits(slack.people.agent);
  await agentReads(place, /Shared in the thread in #inc-482-login-loop/);
  const post = slack.messagesIn(incident).at(-1);
  assert.equal(post?.thread_ts, slack.messages.incidentRoot.ts, 'under the first message of the thread');
  assert.match(post?.text ?? '', /Shared by <@U0AGENT3202>[\s\S]*Investigate the login loop issue/);
  assert.equal(slack.callsTo('chat.postMessage').length, 1);
});

test('Post call summary on a message without a thread starts one under it', async () => {
  await using place = await openWorkplace();
  const { slack } = place;
  const message = slack.says(slack.people.lead, slack.channels.support, 'Who was on leg 20260513223234-3EE9E?');
  await agentPreviews(place, message);
  await slack.submits(slack.people.agent);
  await agentReads(place, /Shared in the thread/);
  assert.equal(slack.messagesIn(slack.channels.support).at(-1)?.thread_ts, message.ts);
});

test('where the app is not a member, the person is told how to invite it, still sees the summary, and can go on', async () => {
  await using place = await openWorkplace();
  const { slack } = place;
  const message = slack.says(slack.people.lead, slack.channels.leads, 'See 20260513223234-3EE9E');
  await agentPreviews(place, message);
  await slack.submits(slack.people.agent);
  const refused = await agentReads(place, /\/invite @callsummary/);
  assert.match(refused, /Investigate the login loop issue/);
  assert.equal(slack.messagesIn(slack.channels.leads).length, 1, 'nothing was posted');
  slack.invitesApp(slack.channels.leads);
  await slack.submits(slack.people.agent);
  await agentReads(place, /#team-leads · private · 2 people/);
  await slack.submits(slack.people.agent);
  await agentReads(place, /Shared in the thread/);
  assert.equal(slack.messagesIn(slack.channels.leads).at(-1)?.thread_ts, message.ts);
});

test('in a direct message between two people nothing can be posted, and that is said', async () => {
  await using place = await openWorkplace();
  const { slack } = place;
  await agentPreviews(place, slack.says(slack.people.lead, slack.channels.direct, '20260513223234-3EE9E 3202'));
  await slack.submits(slack.people.agent);
  assert.match(
    await agentReads(place, /don’t share call summaries in direct messages/),
    /Investigate the login loop issue/,
  );
});

test('a summary that changed between preview and post is shown again instead of posted', async () => {
  await using place = await openWorkplace();
  const { slack, pbx } = place;
  await agentPreviews(place);
  pbx.script(
    'cdr/getaisummary',
    {
      kind: 'raw',
      body: '{"errcode":0,"data":{"dst":{"summary":"<p>Key Points</p><ul><li>A new point.</li></ul>","ext_num":"3202","name":"Leo Ball"}}}',
    },
    2,
  );
  await slack.submits(slack.people.agent);
  assert.match(await agentReads(place, /has changed since you looked/), /A new point/);
  assert.equal(slack.callsTo('chat.postMessage').length, 0);
  await slack.submits(slack.people.agent);
  await agentReads(place, /Shared in the thread/);
  assert.match(slack.messagesIn(slack.channels.incident).at(-1)?.text ?? '', /A new point/);
});

test('a post that Slack does not confirm is not repeated, and no button invites to', async () => {
  await using place = await openWorkplace();
  const { slack } = place;
  await agentPreviews(place);
  slack.script('chat.postMessage', { reset: true, stored: true });
  await slack.submits(slack.people.agent);
  const screen = await agentReads(place, /Slack did not confirm/);
  assert.match(screen, /Look there before you try again/);
  assert.doesNotMatch(screen, /\[ Try again \]|\[ Share \]/);
  assert.equal(slack.callsTo('chat.postMessage').length, 1);
});

test('a post whose window cannot be changed afterwards is not offered a second time', async () => {
  await using place = await openWorkplace();
  const { slack } = place;
  await agentPreviews(place);
  slack.script('chat.postMessage', { delayMs: 1_200 });
  slack.script('views.update', { status: 503 }, 3);
  await slack.submits(slack.people.agent);
  await slack.until(() => (slack.callsTo('views.update').length > 1 ? true : undefined));
  assert.doesNotMatch(readView(slack.viewOf(slack.people.agent)), /Try again|\[ Share \]/);
  assert.equal(slack.callsTo('chat.postMessage').length, 1);
});

test('somebody who may read nothing gets no further than the window, and the PBX hears of no call', async () => {
  await using place = await openWorkplace();
  const { slack, pbx } = place;
  const { lead } = slack.people;
  await slack.choosesMessageShortcut(lead, slack.messages.incidentReply, 'post_call_summary');
  await slack.until(() => (readView(slack.viewOf(lead)).includes('outside what you can read') ? true : undefined));
  assert.deepEqual(
    [pbx.count('cdr/getaisummary'), pbx.count('extension/search'), pbx.count('cdr/aidownload')],
    [0, 0, 0],
  );
});

test('View call summary shows the whole summary in the window, to the person alone', async () => {
  await using place = await openWorkplace();
  const { slack } = place;
  await slack.choosesMessageShortcut(slack.people.agent, slack.messages.incidentReply, 'view_call_summary');
  await agentReads(place, /Show summary/);
  await slack.submits(slack.people.agent);
  assert.match(await agentReads(place, /Key Points/), /Provide Kristin Hale with an estimated resolution time/);
  assert.equal(slack.callsTo('chat.postMessage').length, 0);
});

test('Find call summary asks from anywhere, and a field that cannot be read is marked', async () => {
  await using place = await openWorkplace();
  const { slack } = place;
  await slack.choosesGlobalShortcut(slack.people.agent, 'find_call_summary');
  await agentReads(place, /Show summary/);
  const marked = await slack.submits(slack.people.agent, { cdr_id: '20260513223234-3EE9E', extension_number: 'Leo' });
  assert.match(JSON.stringify(marked.body), /"errors":\{"extension_number":"I did not understand “Leo”\."\}/);
  await slack.submits(slack.people.agent, { cdr_id: '20260513223234-3EE9E', extension_number: '9999' });
  await agentReads(place, /no extension 9999/);
  await slack.submits(slack.people.agent, { cdr_id: '20260513223234-3EE9E', extension_number: '3202' });
  assert.match(await agentReads(place, /Key Points/), /Leo Ball \(3202\)/);
});

test('a slow PBX shows a waiting window in time, and then the summary', async () => {
  await using place = await openWorkplace();
  const { slack, pbx } = place;
  await slack.choosesGlobalShortcut(slack.people.agent, 'find_call_summary');
  await agentReads(place, /Show summary/);
  pbx.script('cdr/getaisummary', { kind: 'hold' });
  const delivery = await slack.submits(slack.people.agent, {
    cdr_id: '20260513223234-3EE9E',
    extension_number: '3202',
  });
  assert.ok(delivery.ackedWithin3s);
  await agentReads(place, /Fetching from the phone system/);
  pbx.release();
  await agentReads(place, /Key Points/);
});

test('a very long summary is read window by window', async () => {
  await using place = await openWorkplace();
  const { slack, pbx } = place;
  const { agent } = slack.people;
  const items = Array.from({ length: 1500 }, (_, n) => `<li>Point number ${n}.</li>`).join('');
  const answer = {
    errcode: 0,
    data: { dst: { summary: `<h3>Key Points</h3><ul>${items}</ul>`, ext_num: '3202', name: 'Leo Ball' } },
  };
  pbx.script('cdr/getaisummary', { kind: 'raw', body: JSON.stringify(answer) }, Number.POSITIVE_INFINITY);
  await slack.choosesGlobalShortcut(agent, 'find_call_summary');
  await agentReads(place, /Show summary/);
  await slack.submits(agent, { cdr_id: '20260513223234-3EE9E', extension_number: '3202' });
  let screen = await agentReads(place, /Page 1 of \d+/);
  const pages = Number(/Page 1 of (\d+)/.exec(screen)?.[1]);
  const seen = new Set(screen.match(/Point number \d+\./g));
  for (let page = 2; page <= pages; page += 1) {
    await slack.clicks(agent, 'view', 'next_page');
    screen = await agentReads(place, new RegExp(`Page ${page} of ${pages}`));
    for (const point of screen.match(/Point number \d+\./g) ?? []) seen.add(point);
  }
  assert.equal(seen.size, 1500);
});
