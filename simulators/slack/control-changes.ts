import { inWords } from './block-rules/index.ts';
import { flag, list, object, type Rule, text, whole } from './block-rules/rule.ts';
import type { ChannelChange, GroupChange, PersonChange, SlackChange } from './changing.ts';
import { channelOf, groupOf, type Order, type Orders, personOf } from './control-orders.ts';
import type { SlackSimulator } from './simulator.ts';

const orNull =
  (rule: Rule): Rule =>
  (value, pointer) =>
    value === null ? [] : rule(value, pointer);

const personChange = object(
  {
    email: orNull(text()),
    isEmailConfirmed: flag,
    teamId: text(),
    isAdmin: flag,
    isGuest: flag,
    isSingleChannelGuest: flag,
    isStranger: flag,
    isDeactivated: flag,
  },
  [],
);

const members = list(text(), { min: 0 });

const channelChange = object(
  {
    isArchived: flag,
    isExtShared: flag,
    isPendingExtShared: flag,
    isOrgShared: flag,
    hasLockedThreads: flag,
    memberCount: orNull(whole(0)),
    members,
  },
  [],
);

const groupChange = object({ members }, ['members']);

const aYearMs = 365 * 24 * 60 * 60_000;

const slackChange = object(
  { scopes: list(text(), { min: 0 }), appScopes: list(text(), { min: 0 }), clockAheadMs: whole(-aYearMs, aYearMs) },
  [],
);

/** What can be made different from a terminal: `change` holds the fields of `slack.change`, people by name or id. */
export const changeOrders: Readonly<Record<string, Order>> = {
  change_person: async (slack, order) => slack.change.person(personOf(slack, order), checked(personChange, order)),
  change_channel: async (slack, order) =>
    slack.change.channel(channelOf(slack, order), withMembers(slack, checked(channelChange, order))),
  change_group: async (slack, order) =>
    slack.change.group(groupOf(slack, order), withMembers(slack, checked(groupChange, order))),
  change_slack: async (slack, order) => slack.change.slack(checked(slackChange, order)),
};

/** Gives the change when it is one; throws what is wrong with it otherwise. */
function checked(rule: Rule, { change }: Orders): PersonChange & ChannelChange & GroupChange & SlackChange {
  const problems = inWords(rule(change, '/change'));
  if (problems.length > 0 || change === undefined) throw new Error(problems.join('; '));
  return change;
}

function withMembers<C extends { readonly members?: GroupChange['members'] }>(slack: SlackSimulator, change: C): C {
  if (!change.members) return change;
  const isBot = (id: unknown) => id === slack.botUser;
  return { ...change, members: change.members.map((id) => (isBot(id) ? id : personOf(slack, { user: String(id) }))) };
}
