import type { webApi } from '@slack/bolt';
import type { Audience } from '../blocks/audience.ts';
import type { PostObstacle } from '../errors.ts';
import type { ChannelTarget } from '../services/access/decision.ts';
import { obstacleOf } from './post-obstacles.ts';
import { slackErrorOf, slackFailureOf } from './refusals.ts';

/** A conversation as Slack described it at this moment. */
export interface Conversation extends Audience {
  /**
   * Why Slack did not describe it: its error code, or what became of the request; null where it did. `channel_not_found`
   * is what a private channel says that the app is not in, and a post would be refused with the same words.
   */
  readonly notDescribed: string | null;
  /** Whether the app is in it; null where Slack did not say. */
  readonly isMember: boolean | null;
}

/** The part of Slack's Web API that describes conversations. Its deadline is the client's. */
export type ConversationsClient = { readonly conversations: Pick<webApi.WebClient['conversations'], 'info'> };

type SlackChannel = NonNullable<webApi.ConversationsInfoResponse['channel']>;

/**
 * Asks Slack what a conversation is and who shares it (docs.slack.dev/reference/methods/conversations.info), anew every
 * time: a channel may have been shared since. Never throws: what cannot be learnt is unknown. With `channels:read` and
 * `groups:read` that is every channel the app can post into; direct messages, of which Slack tells only more scopes,
 * stay unknown.
 */
export async function describeConversation(
  { conversations }: ConversationsClient,
  channelId: string,
): Promise<Conversation> {
  try {
    const { channel } = await conversations.info({ channel: channelId, include_num_members: true });
    // Sharing a private channel can give it a new ID, which other rules may be written for.
    return channel?.id === channelId ? conversationOf(channel, channelId) : notDescribed(channelId, 'other_channel');
  } catch (thrown) {
    return notDescribed(channelId, slackErrorOf(slackFailureOf(thrown)));
  }
}

/** A conversation as access decides about it; `isOutsideConfirmed` when the person said yes to readers from outside. */
export const channelTargetOf = (
  { channelId, sharing }: Pick<Conversation, 'channelId' | 'sharing'>,
  isOutsideConfirmed: boolean,
): ChannelTarget => ({ kind: 'channel', channelId, sharing, isOutsideConfirmed });

/**
 * Why nothing can be posted there, as far as that is clear without trying. A private channel that the app is not in does not
 * exist for it, so the reason why it was not described is one for posts too; a missing scope says only that we may not look.
 */
export function unreachableIn({ channelId, notDescribed, isArchived, isMember }: Conversation): PostObstacle | null {
  if (notDescribed === null && isArchived) return 'archived';
  if (notDescribed === null) return isMember === false ? 'not_a_member' : null;
  if (channelId.startsWith('D')) return 'direct_message';
  if (notDescribed === 'unsent') return 'slack_unreachable';
  const obstacle = obstacleOf(notDescribed, channelId);
  return obstacle === 'unknown' || obstacle === 'app_permission' ? null : obstacle;
}

function conversationOf(channel: SlackChannel, channelId: string): Conversation {
  const kind = kindOf(channel);
  return {
    channelId,
    name: kind === 'direct' ? null : channel.name || null,
    kind,
    people: peopleIn(channel),
    sharing: sharingOf(channel),
    isArchived: channel.is_archived === true,
    notDescribed: null,
    isMember: channel.is_member ?? null,
  };
}

const notDescribed = (channelId: string, reason: string): Conversation => ({
  channelId,
  name: null,
  kind: channelId.startsWith('D') ? 'direct' : 'unknown',
  people: null,
  sharing: 'unknown',
  isArchived: false,
  notDescribed: reason,
  isMember: null,
});

function kindOf({ is_im, is_mpim, is_private, is_group }: SlackChannel): Conversation['kind'] {
  if (is_im === true || is_mpim === true) return 'direct';
  if (is_private === true || is_group === true) return 'private';
  return is_private === false ? 'public' : 'unknown';
}

/** The app is a member as well. Other apps cannot be told from people without asking for every member. */
function peopleIn({ num_members, is_member }: SlackChannel): number | null {
  const people = Number.isSafeInteger(num_members) ? Number(num_members) - (is_member === true ? 1 : 0) : -1;
  return people < 0 ? null : people;
}

/**
 * Who shares a channel. Where flags contradict each other, the widest reading counts; a channel is the workspace's own
 * only if Slack denies everything else. (docs.slack.dev: conversation object and channel object. Lists of teams may be
 * absent; the flags are there on every channel.)
 */
function sharingOf(channel: SlackChannel): Conversation['sharing'] {
  const isOrganisations = channel.is_org_shared === true || channel.is_global_shared === true;
  if (channel.is_ext_shared === true) return 'external';
  if (!isOrganisations && (channel.is_shared === true || hasOtherTeams(channel))) return 'external';
  if (channel.is_pending_ext_shared === true || isNamed(channel.pending_shared)) return 'external_pending';
  if (isNamed(channel.pending_connected_team_ids)) return 'external_pending';
  if (channel.is_ext_shared !== false || channel.is_pending_ext_shared !== false) return 'unknown';
  if (isOrganisations) return 'own_organisation';
  return channel.is_org_shared === false ? 'own_workspace' : 'unknown';
}

/** Whether teams are named beside the one the channel was looked at from. A single team is whose channel it is. */
function hasOtherTeams({ shared_team_ids, connected_team_ids, context_team_id, internal_team_ids }: SlackChannel) {
  const own = [context_team_id, ...listed(internal_team_ids)];
  const sharing = listed(shared_team_ids);
  const named = [...(sharing.length > 1 ? sharing : []), ...listed(connected_team_ids)];
  return named.some((teamId) => !own.includes(teamId));
}

const isNamed = (teamIds: unknown) => listed(teamIds).length > 0;

/** What is no list and yet there counts as a team nobody knows. */
const listed = (teamIds: unknown): readonly unknown[] =>
  Array.isArray(teamIds) ? teamIds : teamIds == null ? [] : [teamIds];
