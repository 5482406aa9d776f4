import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startSlack } from '../../../simulators/slack/index.ts';
import { call, post } from './calling.ts';
import { buttons, richText, section } from './small-blocks.ts';

test('the token has to be there, right, and of the right kind', async () => {
  await using slack = await startSlack();
  assert.equal((await call(slack, 'auth.test', {}, '')).error, 'not_authed');
  assert.equal((await call(slack, 'auth.test', {}, 'xoxb-other')).error, 'invalid_auth');
  assert.equal((await call(slack, 'auth.test', {}, slack.appToken)).error, 'not_allowed_token_type');
  assert.equal((await call(slack, 'apps.connections.open')).error, 'not_allowed_token_type');
  const reply = await call(slack, 'auth.test', { token: slack.botToken }, '');
  assert.deepEqual([reply.ok, reply.team_id, reply.user], [true, 'T0HELPDESK1', 'callsummary']);
});

test('a method Slack does not have is unknown, and a missing scope is named', async () => {
  await using slack = await startSlack({ scopes: ['commands'] });
  assert.equal((await call(slack, 'chat.postTelegram')).error, 'unknown_method');
  const reply = await call(slack, 'chat.postMessage', { channel: slack.channels.support.id, text: 'x' });
  assert.deepEqual([reply.error, reply.needed, reply.provided], ['missing_scope', 'chat:write', 'commands']);
});

test('a posted message stands in the channel, in its thread, with the ids Slack adds', async () => {
  await using slack = await startSlack();
  const { incident } = slack.channels;
  const thread_ts = slack.messages.incidentRoot.ts;
  const metadata = { event_type: 'call_summary', event_payload: { ref: 'r1' } };
  const reply = await call(slack, 'chat.postMessage', {
    channel: incident.id,
    thread_ts,
    text: 'hi',
    blocks: [section('*hi*')],
    metadata,
  });
  assert.equal(reply.ok, true);
  const message = slack.messagesIn(incident).at(-1);
  assert.deepEqual([message?.ts, message?.thread_ts, message?.text], [reply.ts, thread_ts, 'hi']);
  assert.deepEqual(message?.metadata, metadata);
  assert.match(String(message?.blocks?.[0]?.block_id), /^.{5}$/);
  assert.deepEqual(slack.callsTo('chat.postMessage')[0]?.args.blocks, [section('*hi*')]);
});

const refusals = [
  ['a public channel without the bot', 'general', {}, 'not_in_channel'],
  ['a private channel without the bot', 'leads', {}, 'channel_not_found'],
  ['a direct message between others', 'direct', {}, 'channel_not_found'],
  ['an archived channel', 'archived', {}, 'is_archived'],
  ['nothing to say', 'support', { text: '' }, 'no_text'],
  ['text of 4,001 characters', 'support', { text: 'x'.repeat(4_001) }, 'msg_too_long'],
  ['blocks that are no array', 'support', { blocks: { type: 'section' } }, 'invalid_blocks_format'],
  ['blocks that are no JSON', 'support', { blocks: 'oops' }, 'invalid_blocks_format'],
  ['a thread nobody started', 'support', { thread_ts: '1.000001' }, 'thread_not_found'],
  ['metadata without a type', 'support', { metadata: { ref: 1 } }, 'invalid_metadata_format'],
  ['13,201 characters in blocks', 'support', { blocks: longBlocks(13_201) }, 'msg_blocks_too_long'],
] as const;

for (const [what, channel, args, error] of refusals) {
  test(`chat.postMessage refuses ${what} with ${error}`, async () => {
    await using slack = await startSlack();
    const reply = await call(slack, 'chat.postMessage', { channel: slack.channels[channel].id, text: 'x', ...args });
    assert.deepEqual([reply.ok, reply.error], [false, error]);
    assert.equal(slack.messagesIn(slack.channels.support).length, 0);
  });
}

function longBlocks(length: number) {
  const full = Array.from({ length: 4 }, () => section('x'.repeat(3_000)));
  return [...full, section('x'.repeat(length - 12_000))];
}

test('exactly 13,200 characters in blocks and 4,000 in text still go through', async () => {
  await using slack = await startSlack();
  const args = { channel: slack.channels.support.id, text: 'x'.repeat(4_000), blocks: longBlocks(13_200) };
  assert.equal((await call(slack, 'chat.postMessage', args)).ok, true);
});

test('invalid blocks are refused with a pointer to each place', async () => {
  await using slack = await startSlack();
  const blocks = [section('fine'), { type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }];
  const reply = await call(slack, 'chat.postMessage', { channel: slack.channels.support.id, text: 'x', blocks });
  assert.equal(reply.error, 'invalid_blocks');
  assert.deepEqual(reply.errors, ['must be less than 151 characters [json-pointer:/blocks/1/text/text]']);
  assert.deepEqual(reply.response_metadata, {
    messages: ['[ERROR] must be less than 151 characters [json-pointer:/blocks/1/text/text]'],
  });
});

test('an invited bot can post where it could not before', async () => {
  await using slack = await startSlack();
  slack.invitesApp(slack.channels.leads);
  assert.equal((await call(slack, 'chat.postMessage', { channel: slack.channels.leads.id, text: 'x' })).ok, true);
});

test('a person as channel means their direct message with the app, always the same one', async () => {
  await using slack = await startSlack();
  const { agent, deactivated, outsider } = slack.people;
  const first = await call(slack, 'chat.postMessage', { channel: agent.id, text: 'one' });
  const opened = await call(slack, 'conversations.open', { users: agent.id });
  assert.deepEqual(opened.channel, { id: first.channel });
  assert.deepEqual(
    slack.messagesIn(agent).map(({ text }) => text),
    ['one'],
  );
  for (const person of [deactivated, outsider]) {
    const reply = await call(slack, 'chat.postMessage', { channel: person.id, text: 'x' });
    assert.equal(reply.error, 'channel_not_found');
  }
  assert.equal((await call(slack, 'conversations.open', { users: deactivated.id })).error, 'user_disabled');
  assert.equal((await call(slack, 'conversations.open', { users: 'U0NOBODY' })).error, 'user_not_found');
  assert.equal((await call(slack, 'conversations.open')).error, 'users_list_not_supplied');
});

test('an ephemeral message is seen by one person, who has to be in the channel', async () => {
  await using slack = await startSlack();
  const { agent, lead, outsider } = slack.people;
  const { support } = slack.channels;
  const reply = await call(slack, 'chat.postEphemeral', { channel: support.id, user: agent.id, text: 'psst' });
  assert.equal(typeof reply.message_ts, 'string');
  assert.deepEqual(
    slack.seenBy(agent, support).map(({ text }) => text),
    ['psst'],
  );
  assert.deepEqual(slack.seenBy(lead, support), []);
  assert.deepEqual(slack.messagesIn(support), []);
  const refused = await call(slack, 'chat.postEphemeral', { channel: support.id, user: outsider.id, text: 'psst' });
  assert.equal(refused.error, 'user_not_in_channel');
  const update = await call(slack, 'chat.update', { channel: support.id, ts: reply.message_ts, text: 'x' });
  assert.equal(update.error, 'message_not_found');
});

test('an update with text alone takes the blocks away and marks the message as edited', async () => {
  await using slack = await startSlack();
  const { id: channel } = slack.channels.support;
  const { ts } = await call(slack, 'chat.postMessage', { channel, text: 'one', blocks: [section('one')] });
  const withBlocks = await call(slack, 'chat.update', { channel, ts, text: 'two', blocks: [section('two')] });
  assert.equal(withBlocks.ok, true);
  assert.equal(slack.messagesIn(channel)[0]?.edited, undefined);
  await call(slack, 'chat.update', { channel, ts, text: 'three' });
  const [message] = slack.messagesIn(channel);
  assert.deepEqual([message?.text, message?.blocks, message?.edited?.user], ['three', undefined, 'U0CALLSUMBT']);
});

test('an update is refused where Slack refuses it', async () => {
  await using slack = await startSlack();
  const { id: channel } = slack.channels.incident;
  const { ts } = await call(slack, 'chat.postMessage', { channel, text: 'x', blocks: [richText('x')] });
  const update = async (args: object) => (await call(slack, 'chat.update', { channel, ts, text: 'y', ...args })).error;
  assert.equal(await update({ blocks: [section('y')] }), 'block_mismatch');
  assert.equal(await update({ text: 'x'.repeat(4_001) }), 'msg_too_long');
  assert.equal(await update({ ts: '1.000001' }), 'message_not_found');
  assert.equal(await update({ ts: slack.messages.incidentRoot.ts }), 'cant_update_message');
  assert.equal(await update({ channel: slack.channels.leads.id }), 'channel_not_found');
  assert.equal(await update({ blocks: [richText('y'), buttons('claim')] }), undefined);
});

test('the app can delete its own messages and no others', async () => {
  await using slack = await startSlack();
  const { id: channel } = slack.channels.incident;
  const { ts } = await call(slack, 'chat.postMessage', { channel, text: 'x' });
  const others = { channel, ts: slack.messages.incidentRoot.ts };
  assert.equal((await call(slack, 'chat.delete', others)).error, 'cant_delete_message');
  assert.equal((await call(slack, 'chat.delete', { channel, ts })).ok, true);
  assert.equal(
    slack.messagesIn(channel).some((message) => message.ts === ts),
    false,
  );
  assert.equal((await call(slack, 'chat.delete', { channel, ts })).error, 'message_not_found');
});

test('a deleted message is gone for everybody, and can be neither clicked nor changed any more', async () => {
  await using slack = await startSlack();
  const { incident } = slack.channels;
  const args = { channel: incident.id, text: 'gone soon', blocks: [buttons('share')] };
  const { ts } = await call(slack, 'chat.postMessage', args);
  const sees = (person: { id: string }) => slack.seenBy(person.id, incident).some(({ text }) => text === 'gone soon');
  const everybody = [slack.people.agent, slack.people.lead, slack.people.colleague];
  assert.deepEqual(everybody.map(sees), [true, true, true]);
  const message = slack.messagesIn(incident).at(-1) ?? assert.fail();
  await call(slack, 'chat.delete', { channel: incident.id, ts });
  assert.deepEqual(everybody.map(sees), [false, false, false]);
  await assert.rejects(slack.clicks(slack.people.agent, message, 'share'), /does not see that message/);
  assert.equal((await call(slack, 'chat.update', { ...args, ts })).error, 'message_not_found');
});

test('what only one person sees cannot be deleted by its timestamp', async () => {
  await using slack = await startSlack();
  const { id: channel } = slack.channels.support;
  const { message_ts: ts } = await call(slack, 'chat.postEphemeral', {
    channel,
    user: slack.people.agent.id,
    text: 'x',
  });
  assert.equal((await call(slack, 'chat.delete', { channel, ts })).error, 'message_not_found');
});

test('users.info shows the flags that decide what somebody may do, and the e-mail address only with its scope', async () => {
  await using slack = await startSlack();
  await using poor = await startSlack({ scopes: ['users:read'] });
  const userOf = async (from: typeof slack, id: string) =>
    (await call(from, 'users.info', { user: id })).user as Record<string, unknown>;
  const { agent, guest, outsider, deactivated } = slack.people;
  assert.equal((await userOf(slack, agent.id)).is_admin, true);
  assert.equal((await userOf(slack, guest.id)).is_restricted, true);
  assert.equal((await userOf(slack, deactivated.id)).deleted, true);
  assert.equal((await userOf(slack, outsider.id)).is_stranger, true);
  assert.notEqual((await userOf(slack, outsider.id)).team_id, 'T0HELPDESK1');
  assert.equal(((await userOf(slack, agent.id)).profile as { email?: string }).email, agent.email);
  assert.equal(((await userOf(poor, agent.id)).profile as { email?: string }).email, undefined);
  assert.equal((await call(slack, 'users.info', { user: 'U0NOBODY' })).error, 'user_not_found');
});

test('conversations.info says who reads along, and nothing about conversations the bot is not in', async () => {
  await using slack = await startSlack();
  const info = (channel: { id: string }) =>
    call(slack, 'conversations.info', { channel: channel.id, include_num_members: true });
  const { shared, support, general, leads, direct } = slack.channels;
  const sharedReply = (await info(shared)).channel as Record<string, unknown>;
  assert.deepEqual([sharedReply.is_ext_shared, sharedReply.is_shared, sharedReply.num_members], [true, true, 4]);
  assert.equal(((await info(support)).channel as Record<string, unknown>).is_ext_shared, false);
  assert.equal(((await info(general)).channel as Record<string, unknown>).is_member, false);
  assert.equal((await info(leads)).error, 'channel_not_found');
  assert.equal((await info(direct)).error, 'channel_not_found');
  const { channel } = await call(slack, 'chat.postMessage', { channel: slack.people.agent.id, text: 'x' });
  const own = await call(slack, 'conversations.info', { channel });
  assert.deepEqual([own.error, own.needed], ['missing_scope', 'im:read']);
});

test('a JSON body works as well as a form', async () => {
  await using slack = await startSlack();
  const response = await fetch(`${slack.apiUrl}chat.postMessage`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${slack.botToken}`, connection: 'close' },
    body: JSON.stringify({ channel: slack.channels.support.id, text: 'x', blocks: [section('x')] }),
  });
  assert.equal((JSON.parse(await response.text()) as { ok: boolean }).ok, true);
});

test('every answer is a 200 that names the granted scopes, and the ledger keeps the outcome but never the token', async () => {
  await using slack = await startSlack();
  const response = await post(slack, 'chat.postMessage', { token: slack.botToken, channel: 'C0NONE', text: 'x' }, '');
  assert.equal(response.status, 200);
  assert.match(response.headers.get('x-oauth-scopes') ?? '', /chat:write/);
  const [entry] = slack.calls;
  assert.equal(entry?.outcome, 'channel_not_found');
  assert.equal(JSON.stringify(slack.calls).includes(slack.botToken), false);
});
