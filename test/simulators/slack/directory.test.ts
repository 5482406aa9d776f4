import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type SlackSimulator, startSlack } from '../../../simulators/slack/index.ts';
import { call } from './calling.ts';

type Json = Record<string, unknown>;

const userOf = async (slack: SlackSimulator, id: string) =>
  (await call(slack, 'users.info', { user: id })).user as Json;
const lookedUp = (slack: SlackSimulator, email: string) => call(slack, 'users.lookupByEmail', { email });
const channelOf = async (slack: SlackSimulator, channel: { readonly id: string }, counted = true) => {
  const args = { channel: channel.id, ...(counted && { include_num_members: true }) };
  return (await call(slack, 'conversations.info', args)).channel as Json;
};

test('an e-mail address leads to its owner, in whatever letters it is written', async () => {
  await using slack = await startSlack();
  const { user } = await lookedUp(slack, 'Leo.Ball@HELPDESK.example');
  const { id, profile } = user as { id: string; profile: Json };
  assert.deepEqual([id, profile.email], [slack.people.agent.id, slack.people.agent.email]);
});

test('an address nobody active has leads nowhere', async () => {
  await using slack = await startSlack();
  const errors = [];
  for (const email of ['nobody@helpdesk.example', slack.people.deactivated.email, ''])
    errors.push((await lookedUp(slack, email)).error);
  assert.deepEqual(errors, ['users_not_found', 'users_not_found', 'users_not_found']);
});

test('the administrator is a full member with an address of her own, in the channels where the app works', async () => {
  await using slack = await startSlack();
  const { administrator } = slack.people;
  const user = await userOf(slack, administrator.id);
  assert.deepEqual([user.real_name, user.is_restricted, user.deleted], ['Ada Winter', false, false]);
  assert.equal(((await lookedUp(slack, 'ada.winter@helpdesk.example')).user as Json).id, 'U0ADMIN0001');
  const { support, incident, escalations } = slack.channels;
  for (const { id } of [support, incident, escalations]) {
    const shown = await call(slack, 'chat.postEphemeral', { channel: id, user: administrator.id, text: 'x' });
    assert.equal(shown.ok, true);
  }
});

test('whoever has an e-mail address has it confirmed, unless said otherwise', async () => {
  await using slack = await startSlack();
  const { agent, outsider } = slack.people;
  assert.equal((await userOf(slack, agent.id)).is_email_confirmed, true);
  assert.equal('is_email_confirmed' in (await userOf(slack, outsider.id)), false);
  slack.change.person(agent, { isEmailConfirmed: false });
  assert.equal((await userOf(slack, agent.id)).is_email_confirmed, false);
});

test('every user group is listed, with its members for those who ask for them', async () => {
  await using slack = await startSlack();
  const listed = async (args?: Json) => (await call(slack, 'usergroups.list', args)).usergroups as Json[];
  const { id, name, handle, members } = slack.groups.shiftLeads;
  const shown = { id, name, handle, team_id: 'T0HELPDESK1', is_usergroup: true, date_delete: 0 };
  assert.deepEqual(await listed(), [shown]);
  assert.deepEqual(await listed({ include_users: false }), [shown]);
  assert.deepEqual(await listed({ include_users: true }), [{ ...shown, users: members }]);
});

test('looking people and groups up can go wrong like anything else', async () => {
  await using slack = await startSlack();
  slack.script('usergroups.list', { error: 'plan_upgrade_required' });
  slack.script('users.lookupByEmail', { error: 'ratelimited' });
  assert.equal((await call(slack, 'usergroups.list', {})).error, 'plan_upgrade_required');
  assert.equal((await lookedUp(slack, slack.people.agent.email)).error, 'ratelimited');
});

const guarded = [
  ['users:read', 'users.info', { user: 'U0AGENT3202' }],
  ['users:read.email', 'users.lookupByEmail', { email: 'leo.ball@helpdesk.example' }],
  ['usergroups:read', 'usergroups.list', { include_users: true }],
  ['channels:read', 'conversations.info', { channel: 'C0SUPPORT01' }],
  ['groups:read', 'conversations.info', { channel: 'C0ESCALATE4' }],
] as const;

for (const [scope, method, args] of guarded) {
  test(`${method} works until ${scope} is taken away`, async () => {
    await using slack = await startSlack();
    await using poorer = await startSlack({ withoutScopes: [scope] });
    assert.equal((await call(slack, method, args)).ok, true);
    const refused = await call(poorer, method, args);
    assert.deepEqual([refused.error, refused.needed], ['missing_scope', scope]);
    assert.equal(String(refused.provided).split(',').includes(scope), false);
  });
}

test('how many members a channel has is told only to those who ask', async () => {
  await using slack = await startSlack();
  const { escalations, support, general } = slack.channels;
  assert.equal('num_members' in (await channelOf(slack, escalations, false)), false);
  assert.equal((await channelOf(slack, escalations)).num_members, escalations.members.length);
  assert.equal((await channelOf(slack, support)).num_members, support.members.length);
  assert.equal((await channelOf(slack, general)).num_members, general.members.length);
});

test('direct messages of two or of several people are described only with their own scopes', async () => {
  await using slack = await startSlack();
  const { channel: direct } = await call(slack, 'chat.postMessage', { channel: slack.people.agent.id, text: 'x' });
  const info = (id: unknown, from = slack) => call(from, 'conversations.info', { channel: id, include_num_members: 1 });
  const needed = [(await info(direct)).needed, (await info(slack.channels.groupDirect.id)).needed];
  assert.deepEqual(needed, ['im:read', 'mpim:read']);
  await using richer = await startSlack({ scopes: ['mpim:read'] });
  const { channel } = await info(richer.channels.groupDirect.id, richer);
  assert.deepEqual([(channel as Json).is_mpim, (channel as Json).num_members], [true, 4]);
});
