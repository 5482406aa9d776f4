import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type SlackSimulator, startSlack } from '../../../simulators/slack/index.ts';
import { call } from './calling.ts';
import { modal } from './small-blocks.ts';
import { standInApp } from './stand-in-app.ts';

type Json = Record<string, unknown>;

const userOf = async (slack: SlackSimulator, { id }: { id: string }) =>
  (await call(slack, 'users.info', { user: id })).user as Json;
const channelOf = async (slack: SlackSimulator, { id }: { id: string }) =>
  (await call(slack, 'conversations.info', { channel: id, include_num_members: true })).channel as Json;

test('a person can become a guest, and stop being one', async () => {
  await using slack = await startSlack();
  const { lead } = slack.people;
  slack.change.person(lead, { isGuest: true });
  assert.equal((await userOf(slack, lead)).is_restricted, true);
  slack.change.person(lead.id, { isGuest: false, isSingleChannelGuest: true });
  const { is_restricted, is_ultra_restricted, real_name } = await userOf(slack, lead);
  assert.deepEqual([is_restricted, is_ultra_restricted, real_name], [false, true, lead.realName]);
});

test('a deactivated person cannot do anything, is not found and gets no messages', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const { agent } = slack.people;
  const { payload } = await slack.types(agent, slack.channels.support, '/callsummary');
  slack.change.person(agent, { isDeactivated: true });
  await call(slack, 'views.open', { trigger_id: payload.trigger_id, view: modal() });
  await assert.rejects(slack.types(agent, slack.channels.support, '/callsummary'), /deactivated/);
  await assert.rejects(slack.submits(agent, { leg: 'x' }), /deactivated/);
  assert.equal((await userOf(slack, agent)).deleted, true);
  assert.equal((await call(slack, 'users.lookupByEmail', { email: agent.email })).error, 'users_not_found');
  assert.equal((await call(slack, 'chat.postMessage', { channel: agent.id, text: 'x' })).ok, false);
});

test('an e-mail address can change hands, and disappear', async () => {
  await using slack = await startSlack();
  const { agent, lead } = slack.people;
  slack.change.person(agent, { email: 'leo@new.example' });
  slack.change.person(lead, { email: agent.email });
  const { user } = await call(slack, 'users.lookupByEmail', { email: agent.email });
  assert.equal((user as Json).id, lead.id);
  slack.change.person(lead, { email: null });
  assert.equal((await call(slack, 'users.lookupByEmail', { email: agent.email })).error, 'users_not_found');
  assert.equal('email' in ((await userOf(slack, lead)).profile as Json), false);
});

test('a person who moves to another workspace comes from elsewhere from then on', async () => {
  await using slack = await startSlack({ appUrl: 'http://127.0.0.1:9/' });
  const { colleague } = slack.people;
  slack.change.person(colleague, { teamId: 'T0ELSEWHERE', isStranger: true });
  assert.equal((await userOf(slack, colleague)).team_id, 'T0ELSEWHERE');
  await assert.rejects(slack.types(colleague, slack.channels.incident, '/callsummary'), /from elsewhere/);
});

test('a user group can get other members, or none', async () => {
  await using slack = await startSlack();
  const { shiftLeads } = slack.groups;
  const { agent, lead } = slack.people;
  const members = async () => {
    const { usergroups } = await call(slack, 'usergroups.list', { include_users: true });
    return (usergroups as Json[]).find(({ id }) => id === shiftLeads.id)?.users;
  };
  assert.deepEqual(slack.change.group(shiftLeads, { members: [agent, lead.id] }).members, [agent.id, lead.id]);
  assert.deepEqual(await members(), [agent.id, lead.id]);
  slack.change.group(shiftLeads.id, { members: [] });
  assert.deepEqual(await members(), []);
});

test('a channel can be shared in three ways', async () => {
  await using slack = await startSlack();
  const { incident, escalations } = slack.channels;
  const flags = async (channel: { id: string }) => {
    const { is_ext_shared, is_pending_ext_shared, is_org_shared, is_shared } = await channelOf(slack, channel);
    return [is_ext_shared, is_pending_ext_shared, is_org_shared, is_shared];
  };
  assert.deepEqual(await flags(incident), [false, false, false, false]);
  slack.change.channel(incident, { isPendingExtShared: true });
  assert.deepEqual(await flags(incident), [false, true, false, false]);
  slack.change.channel(incident, { isExtShared: true, isPendingExtShared: false });
  assert.deepEqual(await flags(incident), [true, false, false, true]);
  slack.change.channel(escalations, { isOrgShared: true });
  assert.deepEqual(await flags(escalations), [false, false, true, true]);
});

test('a channel can say that it has more members than we know, and count again', async () => {
  await using slack = await startSlack();
  const { escalations } = slack.channels;
  slack.change.channel(escalations, { memberCount: 48 });
  assert.equal((await channelOf(slack, escalations)).num_members, 48);
  slack.change.channel(escalations, { isArchived: false });
  assert.equal((await channelOf(slack, escalations)).num_members, 48);
  slack.change.channel(escalations, { memberCount: null, members: [slack.botUser, slack.people.agent] });
  assert.equal((await channelOf(slack, escalations)).num_members, 2);
});

test('an archived channel takes nothing, and works again once it is opened', async () => {
  await using slack = await startSlack();
  const { incident } = slack.channels;
  const post = async () => (await call(slack, 'chat.postMessage', { channel: incident.id, text: 'x' })).error;
  slack.change.channel(incident, { isArchived: true });
  assert.equal(await post(), 'is_archived');
  slack.change.channel(incident, { isArchived: false });
  assert.equal(await post(), undefined);
});

test('where threads are locked a reply is refused, a message of its own is not', async () => {
  await using slack = await startSlack();
  const { incident } = slack.channels;
  slack.change.channel(incident, { hasLockedThreads: true });
  const own = { channel: incident.id, text: 'x' };
  const reply = { ...own, thread_ts: slack.messages.incidentRoot.ts };
  assert.equal((await call(slack, 'chat.postMessage', reply)).error, 'restricted_action_thread_locked');
  assert.equal((await call(slack, 'chat.postMessage', own)).ok, true);
});

test('whoever waits hears of a change', async () => {
  await using slack = await startSlack();
  const { support, incident } = slack.channels;
  const { outsider } = slack.people;
  await call(slack, 'chat.postMessage', { channel: support.id, text: 'x' });
  const seesMessagesIn = (channel: { id: string }) =>
    slack.until(() => (slack.seenBy(outsider, channel.id).length > 0 ? true : undefined), { ms: 500 });
  const joined = seesMessagesIn(support);
  slack.change.channel(support, { members: [...support.members, outsider] });
  assert.equal(await joined, true);
  const hired = seesMessagesIn(incident);
  slack.change.person(outsider, { isStranger: false });
  assert.equal(await hired, true);
});

test('one workspace does not hear of what changes in another', async () => {
  await using slack = await startSlack();
  await using other = await startSlack();
  slack.change.person(slack.people.agent, { isGuest: true });
  slack.change.channel(slack.channels.support, { isExtShared: true });
  assert.equal((await userOf(other, other.people.agent)).is_restricted, false);
  assert.equal((await channelOf(other, other.channels.support)).is_ext_shared, false);
});

test('nobody and nothing unknown can be changed', async () => {
  await using slack = await startSlack();
  assert.throws(() => slack.change.person('U0NOBODY', {}), /Nobody here has the id U0NOBODY/);
  assert.throws(() => slack.change.channel('C0NOWHERE', {}), /no channel C0NOWHERE/);
  assert.throws(() => slack.change.group('S0NOBODY', { members: [] }), /no user group S0NOBODY/);
});
