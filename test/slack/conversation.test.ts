import assert from 'node:assert/strict';
import { test } from 'node:test';
import { webApi } from '@slack/bolt';
import fc from 'fast-check';
import { startSlack } from '../../simulators/slack/index.ts';
import { slackClientOptions } from '../../src/slack/client-options.ts';
import { channelTargetOf, describeConversation } from '../../src/slack/conversation.ts';

type Answer = webApi.ConversationsInfoResponse;
type SlackChannel = NonNullable<Answer['channel']>;

const channelId = 'C0INCIDENT7';
/** A channel of one's own, as docs.slack.dev shows it under conversation object. */
const ownChannel: SlackChannel = {
  id: channelId,
  name: 'inc-482-login-loop',
  is_channel: true,
  is_group: false,
  is_im: false,
  is_mpim: false,
  is_private: false,
  is_archived: false,
  is_shared: false,
  is_org_shared: false,
  is_ext_shared: false,
  is_pending_ext_shared: false,
  pending_shared: [],
  pending_connected_team_ids: [],
  context_team_id: 'T0HELPDESK',
  shared_team_ids: ['T0HELPDESK'],
  is_member: true,
  num_members: 49,
};

const clientThatSays = (channel: SlackChannel | undefined) => ({
  conversations: { info: () => Promise.resolve<Answer>({ ok: true, ...(channel && { channel }) }) },
});
const describe = (facts: Partial<SlackChannel>) =>
  describeConversation(clientThatSays({ ...ownChannel, ...facts }), channelId);
const without = (...flags: readonly (keyof SlackChannel)[]) => {
  const rest = Object.entries(ownChannel).filter(([flag]) => !flags.some((gone) => gone === flag));
  return describeConversation(clientThatSays(Object.fromEntries(rest)), channelId);
};

test('a channel of one’s own is described, with the app left out of the count', async () => {
  assert.deepEqual(await describe({}), {
    channelId,
    name: 'inc-482-login-loop',
    kind: 'public',
    people: 48,
    sharing: 'own_workspace',
    isArchived: false,
    notDescribed: null,
    isMember: true,
  });
  assert.equal((await describe({ is_member: false })).people, 49);
  assert.equal((await describe({ is_archived: true })).isArchived, true);
});

test('Slack is asked for the channel and the number of its members, every time', async () => {
  const asked: unknown[] = [];
  const info = (args: unknown) => {
    asked.push(args);
    return Promise.resolve<Answer>({ ok: true, channel: ownChannel });
  };
  await describeConversation({ conversations: { info } }, channelId);
  await describeConversation({ conversations: { info } }, channelId);
  const once = { channel: channelId, include_num_members: true };
  assert.deepEqual(asked, [once, once]);
});

test('who shares a channel is read from every flag Slack has for it', async () => {
  const shared: readonly (readonly [Partial<SlackChannel>, string])[] = [
    [{ is_ext_shared: true, is_shared: true }, 'external'],
    [{ is_ext_shared: true }, 'external'],
    [{ is_pending_ext_shared: true }, 'external_pending'],
    [{ pending_shared: ['T0NORTHWIND'] }, 'external_pending'],
    [{ pending_connected_team_ids: ['T0NORTHWIND'] }, 'external_pending'],
    [{ is_org_shared: true, is_shared: true, shared_team_ids: ['T0HELPDESK', 'T0SISTER'] }, 'own_organisation'],
    [{ is_global_shared: true }, 'own_organisation'],
    [{ shared_team_ids: [] }, 'own_workspace'],
    [{ context_team_id: 'E0ORGANISE', shared_team_ids: ['T0HELPDESK'] }, 'own_workspace'],
  ];
  for (const [facts, sharing] of shared) assert.equal((await describe(facts)).sharing, sharing, JSON.stringify(facts));
});

test('where flags contradict each other, the widest reading counts', async () => {
  const contradictory: readonly (readonly [Partial<SlackChannel>, string])[] = [
    [{ is_ext_shared: true, is_shared: false, is_org_shared: true, is_pending_ext_shared: true }, 'external'],
    [{ is_shared: true }, 'external'],
    [{ shared_team_ids: ['T0HELPDESK', 'T0NORTHWIND'] }, 'external'],
    [{ connected_team_ids: ['T0NORTHWIND'] }, 'external'],
    [{ is_org_shared: true, is_pending_ext_shared: true }, 'external_pending'],
    [{ is_org_shared: true, pending_shared: ['T0NORTHWIND'] }, 'external_pending'],
  ];
  for (const [facts, sharing] of contradictory)
    assert.equal((await describe(facts)).sharing, sharing, JSON.stringify(facts));
});

test('a channel is one’s own only if Slack denies everything else', async () => {
  for (const flag of ['is_ext_shared', 'is_pending_ext_shared', 'is_org_shared'] as const)
    assert.equal((await without(flag)).sharing, 'unknown', flag);
  const silent = await without('is_shared', 'pending_shared', 'shared_team_ids', 'pending_connected_team_ids');
  assert.equal(silent.sharing, 'own_workspace');
});

test('whatever Slack answers, a channel with one shared flag is never taken for one’s own', async () => {
  const flag = fc.constantFrom(true, false, undefined);
  const teams = fc.constantFrom(undefined, [], ['T0HELPDESK'], ['T0NORTHWIND'], ['T0HELPDESK', 'T0NORTHWIND']);
  const flags = { is_shared: flag, is_org_shared: flag, is_ext_shared: flag, is_pending_ext_shared: flag };
  const lists = { shared_team_ids: teams, pending_shared: teams, connected_team_ids: teams };
  await fc.assert(
    fc.asyncProperty(fc.record({ ...flags, ...lists }), async (facts) => {
      const told = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
      const { sharing } = await describeConversation(clientThatSays({ id: channelId, ...told }), channelId);
      if (facts.is_ext_shared === true) assert.equal(sharing, 'external');
      const isDenied = [facts.is_ext_shared, facts.is_pending_ext_shared, facts.is_org_shared].every(
        (is) => is === false,
      );
      if (sharing === 'own_workspace') assert.ok(isDenied && facts.is_shared !== true);
      if (sharing === 'own_workspace') assert.ok((facts.pending_shared ?? []).length === 0);
    }),
    { numRuns: 500 },
  );
});

test('kinds of conversations are told apart, and only channels have names', async () => {
  const kinds: readonly (readonly [Partial<SlackChannel>, string, string | null])[] = [
    [{ is_private: true }, 'private', 'inc-482-login-loop'],
    [{ is_group: true }, 'private', 'inc-482-login-loop'],
    [{ is_im: true }, 'direct', null],
    [{ is_mpim: true, is_private: true, name: 'mpdm-leo--mara-1' }, 'direct', null],
    [{ name: '' }, 'public', null],
  ];
  for (const [facts, kind, name] of kinds) {
    const told = await describe(facts);
    assert.deepEqual([told.kind, told.name], [kind, name], JSON.stringify(facts));
  }
  assert.equal((await without('is_private', 'is_group')).kind, 'unknown');
  assert.equal((await without('num_members')).people, null);
});

test('an answer about no channel, or about another one, is none', async () => {
  const unknown = {
    channelId,
    name: null,
    kind: 'unknown',
    people: null,
    sharing: 'unknown',
    isArchived: false,
    notDescribed: 'other_channel',
    isMember: null,
  };
  assert.deepEqual(await describe({ id: 'C0NEWIDNOW' }), unknown);
  assert.deepEqual(await describeConversation(clientThatSays(undefined), channelId), unknown);
});

test('an error of any kind leaves everything unknown, and says what it was', async () => {
  const platform = { code: 'slack_webapi_platform_error', data: { ok: false, error: 'channel_not_found' } };
  const errors: readonly (readonly [unknown, string])[] = [
    [Object.assign(new Error('no'), platform), 'channel_not_found'],
    [Object.assign(new Error('slow'), { code: 'slack_webapi_rate_limited_error' }), 'ratelimited'],
    [Object.assign(new Error('late'), { code: 'ETIMEDOUT' }), 'uncertain'],
    [null, 'uncertain'],
  ];
  for (const [thrown, notDescribed] of errors) {
    const told = await describeConversation({ conversations: { info: () => Promise.reject(thrown) } }, channelId);
    assert.deepEqual(
      [told.sharing, told.people, told.kind, told.notDescribed],
      ['unknown', null, 'unknown', notDescribed],
    );
  }
});

test('access is asked about the channel with the person’s answer beside it', async () => {
  const conversation = await describe({ is_ext_shared: true });
  for (const isOutsideConfirmed of [true, false])
    assert.deepEqual(channelTargetOf(conversation, isOutsideConfirmed), {
      kind: 'channel',
      channelId,
      sharing: 'external',
      isOutsideConfirmed,
    });
});

test('in the simulated workspace each conversation is what it is', async () => {
  await using slack = await startSlack();
  const client = new webApi.WebClient(slack.botToken, slackClientOptions(new URL(slack.apiUrl)));
  const told = async (id: string) => {
    const { kind, people, sharing, isArchived, notDescribed } = await describeConversation(client, id);
    return [kind, people, sharing, isArchived, notDescribed];
  };
  const { incident, general, escalations, archived, shared, leads, direct } = slack.channels;
  assert.deepEqual(await told(incident.id), ['public', incident.members.length - 1, 'own_workspace', false, null]);
  assert.deepEqual(await told(general.id), ['public', general.members.length, 'own_workspace', false, null]);
  assert.deepEqual(await told(escalations.id), [
    'private',
    escalations.members.length - 1,
    'own_workspace',
    false,
    null,
  ]);
  assert.deepEqual(await told(archived.id), ['public', archived.members.length - 1, 'own_workspace', true, null]);
  assert.deepEqual(await told(shared.id), ['public', shared.members.length - 1, 'external', false, null]);
  assert.deepEqual(await told(leads.id), ['unknown', null, 'unknown', false, 'channel_not_found']);
  assert.deepEqual((await told(direct.id)).slice(0, 4), ['direct', null, 'unknown', false]);
});

test('what changes in the simulated workspace is seen at once', async () => {
  await using slack = await startSlack();
  const client = new webApi.WebClient(slack.botToken, slackClientOptions(new URL(slack.apiUrl)));
  const sharing = async () => (await describeConversation(client, slack.channels.incident.id)).sharing;
  assert.equal(await sharing(), 'own_workspace');
  slack.change.channel(slack.channels.incident, { isOrgShared: true });
  assert.equal(await sharing(), 'own_organisation');
  slack.change.channel(slack.channels.incident, { isPendingExtShared: true });
  assert.equal(await sharing(), 'external_pending');
  slack.change.channel(slack.channels.incident, { isExtShared: true, memberCount: 100 });
  assert.equal(await sharing(), 'external');
  assert.equal((await describeConversation(client, slack.channels.incident.id)).people, 99);
});

test('a simulated app without the permission to see channels sees nothing', async () => {
  await using slack = await startSlack({ withoutScopes: ['channels:read'] });
  const client = new webApi.WebClient(slack.botToken, slackClientOptions(new URL(slack.apiUrl)));
  const { sharing, notDescribed } = await describeConversation(client, slack.channels.incident.id);
  assert.deepEqual([sharing, notDescribed], ['unknown', 'missing_scope']);
});
