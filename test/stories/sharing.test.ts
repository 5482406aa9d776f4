import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Person, SlackMessage } from '../../simulators/slack/index.ts';
import { openWorkplace, type Workplace } from '../support/workplace.ts';
import { openAuditFile } from './audit-file.ts';
import { read, readView } from './screen.ts';

const documentedCall = '/callsummary 20260513223234-3EE9E 3202';
const previewed = /This is what they will read/;

/** Waits until the person's window says this, and gives all it says. */
async function windowSays({ slack }: Workplace, person: Person, words: RegExp): Promise<string> {
  return await slack.until(() => {
    const screen = readView(slack.viewOf(person));
    return words.test(screen) ? screen : undefined;
  });
}

/** Waits until something in a conversation that the person sees says this. */
async function reads(
  { slack }: Workplace,
  person: Person,
  words: RegExp,
  channel: Parameters<typeof slack.seenBy>[1] = slack.channels.support,
) {
  return await slack.until(() => slack.seenBy(person, channel).find((message) => words.test(read(message))));
}

/** The agent reads the documented call in #support, and clicks Share… under it. */
async function opensShare(place: Workplace): Promise<string> {
  const { slack } = place;
  const { agent } = slack.people;
  await slack.types(agent, slack.channels.support, documentedCall);
  const summary = await reads(place, agent, /Share…/);
  await slack.clicks(agent, summary, 'share_call_summary');
  return await windowSays(place, agent, previewed);
}

const posts = ({ slack }: Workplace, channel: Parameters<typeof slack.messagesIn>[0]): readonly SlackMessage[] =>
  slack.messagesIn(channel).filter(({ app_id }) => app_id !== undefined);

test('an agent shares a summary in the channel they are in, having seen who reads along', async () => {
  using audit = openAuditFile();
  await using place = await openWorkplace(audit);
  const { slack } = place;
  slack.change.channel(slack.channels.support, { memberCount: 49 });
  const screen = await opensShare(place);
  assert.match(screen, /#support · public, anyone in your workspace can read it · 48 people/);
  assert.match(screen, /Shared by @Leo Ball[\s\S]*Investigate the login loop issue/);
  assert.equal(posts(place, slack.channels.support).length, 0, 'nothing before they say so');
  await slack.submits(slack.people.agent);
  await windowSays(place, slack.people.agent, /Shared in #support/);
  const [post] = posts(place, slack.channels.support);
  assert.match(post?.text ?? '', /^Shared by <@U0AGENT3202>[\s\S]*Investigate the login loop issue/);
  assert.equal(post?.thread_ts, undefined, 'not in a thread');
  assert.deepEqual(await audit.lines(), [
    'asked allowed own_extension',
    'read allowed own_extension',
    'asked allowed own_extension',
    'read allowed own_extension',
    'asked allowed own_extension',
    'read allowed own_extension',
    'shared allowed own_extension C0SUPPORT01',
    'shared done C0SUPPORT01',
  ]);
});

test('another conversation shows its own audience, and the summary goes there and nowhere else', async () => {
  await using place = await openWorkplace();
  const { slack } = place;
  const { agent } = slack.people;
  await opensShare(place);
  await slack.chooses(agent, 'view', 'conversation', slack.channels.escalations);
  await windowSays(place, agent, /#escalations · private · 3 people/);
  await slack.submits(agent);
  await windowSays(place, agent, /Shared in #escalations/);
  assert.deepEqual(
    [posts(place, slack.channels.escalations).length, posts(place, slack.channels.support).length],
    [1, 0],
  );
});

test('a thread is left for the channel when the person unticks it', async () => {
  await using place = await openWorkplace();
  const { slack } = place;
  const { agent } = slack.people;
  await slack.choosesMessageShortcut(agent, slack.messages.incidentReply, 'view_call_summary');
  await windowSays(place, agent, /Show summary/);
  await slack.submits(agent);
  await windowSays(place, agent, /Share…/);
  await slack.clicks(agent, 'view', 'share_call_summary');
  assert.match(await windowSays(place, agent, previewed), /\[x\] Reply in the thread you came from/);
  await slack.unticks(agent, 'view', 'in_thread', 'yes');
  await slack.submits(agent);
  await windowSays(place, agent, /Shared in #inc-482-login-loop/);
  assert.equal(posts(place, slack.channels.incident)[0]?.thread_ts, undefined);
});

test('where another organisation reads along, nothing can be shared unless the access file allows it', async () => {
  using audit = openAuditFile();
  await using place = await openWorkplace(audit);
  const { slack } = place;
  const { agent } = slack.people;
  await opensShare(place);
  await slack.chooses(agent, 'view', 'conversation', slack.channels.shared);
  await windowSays(place, agent, /shared with another organisation[\s\S]*call summaries stay out of it/);
  await slack.submits(agent);
  const refused = await windowSays(place, agent, /Choose another conversation/);
  assert.match(refused, /Investigate the login loop issue/, 'the summary is still in hand');
  assert.equal(posts(place, slack.channels.shared).length, 0);
  assert.equal((await audit.lines()).at(-1), 'share_refused denied external_channel C0EXTSHARE6');
});

test('where the access file allows it, sharing with another organisation is confirmed a second time', async () => {
  await using place = await openWorkplace({ accessFile: 'allow_external: true' });
  const { slack } = place;
  const { agent } = slack.people;
  await opensShare(place);
  await slack.chooses(agent, 'view', 'conversation', slack.channels.shared);
  await windowSays(place, agent, /\[ \] They may read this call summary/);
  await slack.submits(agent);
  await windowSays(place, agent, /Nothing is shared yet/);
  assert.equal(posts(place, slack.channels.shared).length, 0);
  await slack.ticks(agent, 'view', 'outsiders', 'yes');
  await slack.submits(agent);
  await windowSays(place, agent, /Shared in #ext-northwind/);
  assert.equal(posts(place, slack.channels.shared).length, 1);
});

test('a channel that becomes shared with another organisation between preview and confirmation gets nothing', async () => {
  using audit = openAuditFile();
  await using place = await openWorkplace(audit);
  const { slack } = place;
  const { agent } = slack.people;
  await opensShare(place);
  slack.change.channel(slack.channels.support, { isExtShared: true });
  await slack.submits(agent);
  const screen = await windowSays(place, agent, /Another organisation reads along there/);
  assert.match(screen, /#support · shared with another organisation/);
  assert.equal(slack.callsTo('chat.postMessage').length, 0);
  assert.equal((await audit.lines()).at(-1), 'share_refused denied external_channel C0SUPPORT01');
});

test('who is made a guest or moved elsewhere between preview and confirmation posts nothing', async () => {
  for (const change of [{ isGuest: true }, { isSingleChannelGuest: true }, { teamId: 'T0ELSEWHERE' }]) {
    await using place = await openWorkplace();
    const { slack } = place;
    await opensShare(place);
    slack.change.person(slack.people.agent, change);
    await slack.submits(slack.people.agent);
    await windowSays(place, slack.people.agent, /Only full members of this workspace/);
    assert.equal(slack.callsTo('chat.postMessage').length, 0, JSON.stringify(change));
  }
});

test('a channel that the access file closes gets nothing', async () => {
  await using place = await openWorkplace({ accessFile: 'closed_channels: [C0SUPPORT01]' });
  const { slack } = place;
  assert.match(await opensShare(place), /Call summaries are kept out of this channel/);
  await slack.submits(slack.people.agent);
  await windowSays(place, slack.people.agent, /Choose another conversation/);
  assert.equal(slack.callsTo('chat.postMessage').length, 0);
});

const talkative = {
  kind: 'raw',
  body: JSON.stringify({
    errcode: 0,
    data: {
      dst: {
        ext_num: '3202',
        name: 'Leo Ball',
        summary:
          '<p>Key Points</p><ul><li>Call 020 7946 0018, card 4111 1111 1111 1111, kristin@example.com.</li></ul>',
      },
    },
  }),
} as const;

test('in a channel the access file names, numbers and addresses are masked before anybody sees them', async () => {
  await using place = await openWorkplace({ accessFile: 'redacted_channels: [C0SUPPORT01]' });
  const { slack, pbx } = place;
  pbx.script('cdr/getaisummary', talkative, Number.POSITIVE_INFINITY);
  const screen = await opensShare(place);
  assert.match(screen, /\[x\] Mask phone numbers/);
  assert.match(screen, /1 phone number, 1 e-mail address and 1 card number are masked/);
  assert.match(screen, /Call \[phone number\], card \[card number\], \[e-mail address\]\./);
  await slack.submits(slack.people.agent);
  await windowSays(place, slack.people.agent, /Shared in #support/);
  const posted = JSON.stringify(posts(place, slack.channels.support));
  assert.doesNotMatch(posted, /7946|4111|kristin@/);
});

test('masking is switched on and off by the person, and the preview follows', async () => {
  await using place = await openWorkplace();
  const { slack, pbx } = place;
  const { agent } = slack.people;
  pbx.script('cdr/getaisummary', talkative, Number.POSITIVE_INFINITY);
  assert.match(await opensShare(place), /Call 020 7946 0018/);
  await slack.ticks(agent, 'view', 'masked', 'yes');
  await windowSays(place, agent, /Call \[phone number\]/);
  await slack.unticks(agent, 'view', 'masked', 'yes');
  await windowSays(place, agent, /Call 020 7946 0018/);
});

/** The agent shares in #support; gives the post. */
async function shares(place: Workplace): Promise<SlackMessage> {
  const { slack } = place;
  await opensShare(place);
  await slack.submits(slack.people.agent);
  return await slack.until(() => posts(place, slack.channels.support)[0]);
}

test('who shared a summary takes it back, and is told so', async () => {
  using audit = openAuditFile();
  await using place = await openWorkplace(audit);
  const { slack } = place;
  const post = await shares(place);
  await slack.clicks(slack.people.agent, post, 'retract_call_summary');
  await reads(place, slack.people.agent, /I have deleted the call summary here/);
  assert.deepEqual(posts(place, slack.channels.support), []);
  assert.deepEqual((await audit.lines()).slice(-2), [
    'retracted allowed sharer C0SUPPORT01',
    'retracted done sharer C0SUPPORT01',
  ]);
});

test('before a summary is taken back Slack asks, and "keep it" keeps it', async () => {
  await using place = await openWorkplace();
  const { slack } = place;
  const dialog = slack.declines(slack.people.agent, await shares(place), 'retract_call_summary');
  assert.match(JSON.stringify(dialog), /Take it back\?[\s\S]*Keep it/);
  assert.equal(slack.callsTo('chat.delete').length, 0);
});

test('an administrator takes back what somebody else shared; nobody else can', async () => {
  using audit = openAuditFile();
  await using place = await openWorkplace({ ...audit, accessFile: 'admins: [U0ADMIN0001]' });
  const { slack } = place;
  const post = await shares(place);
  await slack.clicks(slack.people.colleague, post, 'retract_call_summary');
  await reads(place, slack.people.colleague, /Only the person who shared a summary, or an administrator/);
  assert.equal(posts(place, slack.channels.support).length, 1);
  assert.equal((await audit.lines()).at(-1), 'retract_refused denied no_rule C0SUPPORT01');
  await slack.clicks(slack.people.administrator, post, 'retract_call_summary');
  await reads(place, slack.people.administrator, /I have deleted the call summary here/);
  assert.equal(posts(place, slack.channels.support).length, 0);
});

test('somebody of another organisation cannot take back or open what was shared with them', async () => {
  await using place = await openWorkplace({ accessFile: 'allow_external: true' });
  const { slack } = place;
  const { agent, outsider } = slack.people;
  await opensShare(place);
  await slack.chooses(agent, 'view', 'conversation', slack.channels.shared);
  await windowSays(place, agent, /They may read this call summary/);
  await slack.ticks(agent, 'view', 'outsiders', 'yes');
  await slack.submits(agent);
  const post = await slack.until(() => posts(place, slack.channels.shared)[0]);
  await slack.clicks(outsider, post, 'retract_call_summary');
  await reads(place, outsider, /Only the person who shared a summary/, slack.channels.shared);
  assert.equal(posts(place, slack.channels.shared).length, 1);
});

test('a summary Slack does not let go is said to stand there still', async () => {
  await using place = await openWorkplace();
  const { slack } = place;
  const post = await shares(place);
  slack.script('chat.delete', { error: 'cant_delete_message' });
  await slack.clicks(slack.people.agent, post, 'retract_call_summary');
  await reads(place, slack.people.agent, /Slack did not confirm that the summary was deleted/);
});

test('a summary that is gone already counts as taken back', async () => {
  await using place = await openWorkplace();
  const { slack } = place;
  const post = await shares(place);
  slack.script('chat.delete', { error: 'message_not_found' });
  await slack.clicks(slack.people.agent, post, 'retract_call_summary');
  await reads(place, slack.people.agent, /I have deleted the call summary here/);
});

test('a conversation whose readers were not shown yet gets nothing; they are shown first', async () => {
  await using place = await openWorkplace();
  const { slack } = place;
  const { agent } = slack.people;
  await opensShare(place);
  slack.script('conversations.info', { delayMs: 600 });
  const chosen = slack.chooses(agent, 'view', 'conversation', slack.channels.escalations);
  await slack.until(() => slack.callsTo('conversations.info').length > 1 || undefined);
  await slack.submits(agent);
  await windowSays(place, agent, /have not seen yet who reads along[\s\S]*#escalations · private · 3 people/);
  await chosen;
  assert.equal(slack.callsTo('chat.postMessage').length, 0);
  await slack.submits(agent);
  await windowSays(place, agent, /Shared in #escalations/);
  assert.equal(posts(place, slack.channels.escalations).length, 1);
});

test('from a window without a conversation, the one Slack fills in is looked at before anything goes there', async () => {
  await using place = await openWorkplace();
  const { slack } = place;
  const { agent } = slack.people;
  await slack.choosesGlobalShortcut(agent, 'find_call_summary', { lookingAt: slack.channels.escalations });
  await windowSays(place, agent, /Show summary/);
  await slack.submits(agent, { cdr_id: '20260513223234-3EE9E', extension_number: '3202' });
  await windowSays(place, agent, /Share…/);
  await slack.clicks(agent, 'view', 'share_call_summary');
  assert.match(await windowSays(place, agent, previewed), /\[ Preview \]/);
  await slack.submits(agent);
  await windowSays(place, agent, /#escalations · private · 3 people/);
  assert.equal(slack.callsTo('chat.postMessage').length, 0);
  await slack.submits(agent);
  await windowSays(place, agent, /Shared in #escalations/);
});

test('a choice that the phone system fails leaves a window that previews, and does not share', async () => {
  await using place = await openWorkplace();
  const { slack, pbx } = place;
  const { agent } = slack.people;
  await opensShare(place);
  pbx.script('cdr/getaisummary', { kind: 'errcode', errcode: 10005 });
  await slack.chooses(agent, 'view', 'conversation', slack.channels.escalations);
  await windowSays(place, agent, /not set up[\s\S]*\[ Preview \]/);
  await slack.submits(agent);
  const screen = await windowSays(place, agent, /#escalations · private[\s\S]*Investigate the login loop issue/);
  assert.match(screen, /\[ Share \]/);
  assert.equal(slack.callsTo('chat.postMessage').length, 0);
});

test('a channel that becomes shared while Slack still looks the person up gets nothing', async () => {
  await using place = await openWorkplace();
  const { slack } = place;
  const { agent } = slack.people;
  await opensShare(place);
  const before = slack.callsTo('users.info').length;
  slack.script('users.info', { delayMs: 400 });
  const submitted = slack.submits(agent);
  await slack.until(() => slack.callsTo('users.info').length > before || undefined);
  slack.change.channel(slack.channels.support, { isExtShared: true });
  await submitted;
  await windowSays(place, agent, /Another organisation reads along there/);
  assert.equal(slack.callsTo('chat.postMessage').length, 0);
});

test('a click under a shared summary changes nothing for the others, whatever becomes of its answer', async () => {
  for (const fault of [{ status: 500 }, { reset: true, stored: true }] as const) {
    await using place = await openWorkplace();
    const { slack } = place;
    const post = await shares(place);
    slack.script('response_url', fault);
    const answers = slack.responses.length;
    await slack.clicks(slack.people.colleague, post, 'retract_call_summary');
    await slack.until(() => slack.responses[answers]?.outcome);
    await place.app.stop();
    assert.equal(posts(place, slack.channels.support)[0]?.text, post.text);
  }
});

test('a public channel the app is not in says so before anybody presses Share', async () => {
  await using place = await openWorkplace();
  const { slack } = place;
  await opensShare(place);
  await slack.chooses(slack.people.agent, 'view', 'conversation', slack.channels.general);
  await windowSays(place, slack.people.agent, /I can’t post there yet[\s\S]*\/invite @callsummary/);
});

test('after a summary changed under the person’s eyes, the one they see is the one they share', async () => {
  await using place = await openWorkplace();
  const { slack, pbx } = place;
  const { agent } = slack.people;
  await opensShare(place);
  pbx.script('cdr/getaisummary', talkative, Number.POSITIVE_INFINITY);
  await slack.chooses(agent, 'view', 'conversation', slack.channels.escalations);
  await windowSays(place, agent, /Call 020 7946 0018/);
  await slack.submits(agent);
  await windowSays(place, agent, /Shared in #escalations/);
});

test('readers nobody could tell at the preview are shown before anything goes there', async () => {
  await using place = await openWorkplace();
  const { slack } = place;
  const { agent } = slack.people;
  slack.script('conversations.info', { status: 500 });
  assert.match(await opensShare(place), /couldn’t check who reads along there/);
  await slack.submits(agent);
  assert.match(await windowSays(place, agent, /have not seen yet/), /#support · public[\s\S]*\[ Share \]/);
  assert.equal(slack.callsTo('chat.postMessage').length, 0);
  await slack.submits(agent);
  await windowSays(place, agent, /Shared in #support/);
});

test('a channel that the whole organisation shares by now is shown as that first', async () => {
  await using place = await openWorkplace();
  const { slack } = place;
  const { agent } = slack.people;
  await opensShare(place);
  slack.change.channel(slack.channels.support, { isOrgShared: true });
  await slack.submits(agent);
  await windowSays(place, agent, /have not seen yet[\s\S]*shared across your organisation/);
  assert.equal(slack.callsTo('chat.postMessage').length, 0);
});

test('a channel that the access file closes while Slack still looks the person up gets nothing', async () => {
  using audit = openAuditFile();
  await using place = await openWorkplace(audit);
  const { slack } = place;
  const { agent } = slack.people;
  await opensShare(place);
  const before = slack.callsTo('users.info').length;
  slack.script('users.info', { delayMs: 400 });
  const submitted = slack.submits(agent);
  await slack.until(() => slack.callsTo('users.info').length > before || undefined);
  assert.deepEqual(place.app.takeAccessFile('closed_channels: [C0SUPPORT01]'), []);
  await submitted;
  await windowSays(place, agent, /Call summaries are kept out of this channel/);
  assert.equal(slack.callsTo('chat.postMessage').length, 0);
  assert.equal((await audit.lines()).at(-1), 'share_refused denied closed_channel C0SUPPORT01');
});

test('who lost the right before they shared is not shown the summary once again', async () => {
  await using place = await openWorkplace();
  const { slack } = place;
  await opensShare(place);
  slack.change.person(slack.people.agent, { isGuest: true });
  await slack.submits(slack.people.agent);
  const screen = await windowSays(place, slack.people.agent, /Only full members of this workspace/);
  assert.doesNotMatch(screen, /Investigate the login loop issue/);
});
