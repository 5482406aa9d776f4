import { app, partnerTeam, team } from './app-identity.ts';
import { people } from './people.ts';

/** A conversation, with the flags `conversations.info` shows. */
export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'im' | 'mpim';
  readonly members: readonly string[];
  /** What `num_members` says, where that is not simply how many members are listed here. */
  readonly memberCount?: number;
  readonly isArchived?: boolean;
  /** Shared with a partner organisation, whose people read along. */
  readonly isExtShared?: boolean;
  /** An invitation to a partner organisation is under way. */
  readonly isPendingExtShared?: boolean;
  /** Shared with other workspaces of the same organisation. */
  readonly isOrgShared?: boolean;
  /** Nobody can reply in its threads. */
  readonly hasLockedThreads?: boolean;
}

const { agent, lead, colleague, administrator, guest, outsider, deactivated } = people;

/** The conversations of the simulated workspace. */
export const channels = {
  /** Public, with the bot in it. */
  support: {
    id: 'C0SUPPORT01',
    name: 'support',
    kind: 'public',
    members: [app.botUser, agent.id, lead.id, colleague.id, administrator.id, guest.id, deactivated.id],
  },
  /** Public, without the bot. */
  general: { id: 'C0GENERAL02', name: 'general', kind: 'public', members: [agent.id, lead.id, colleague.id] },
  /** Private, without the bot. */
  leads: { id: 'C0LEADSPRV3', name: 'team-leads', kind: 'private', members: [agent.id, lead.id] },
  /** Private, with the bot in it. */
  escalations: {
    id: 'C0ESCALATE4',
    name: 'escalations',
    kind: 'private',
    members: [app.botUser, agent.id, lead.id, administrator.id],
  },
  /** Archived; the bot was in it. */
  archived: {
    id: 'C0ARCHIVED5',
    name: 'old-helpdesk',
    kind: 'public',
    members: [app.botUser, agent.id, lead.id],
    isArchived: true,
  },
  /** Shared with another organisation. */
  shared: {
    id: 'C0EXTSHARE6',
    name: 'ext-northwind',
    kind: 'public',
    members: [app.botUser, agent.id, lead.id, outsider.id],
    isExtShared: true,
  },
  /** Where an incident is being worked on, with a thread about a call. */
  incident: {
    id: 'C0INCIDENT7',
    name: 'inc-482-login-loop',
    kind: 'public',
    members: [app.botUser, agent.id, lead.id, colleague.id, administrator.id],
  },
  /** A direct message between two people; no bot can be in it. */
  direct: { id: 'D0AGENTLEAD', name: 'directmessage', kind: 'im', members: [agent.id, lead.id] },
  /** A direct message of several people, with the bot in it. */
  groupDirect: {
    id: 'C0GROUPDM88',
    name: 'mpdm-leo.ball--mara.quinn--ines.duarte-1',
    kind: 'mpim',
    members: [app.botUser, agent.id, lead.id, colleague.id],
  },
} as const satisfies Record<string, Channel>;

/** Takes a channel; gives the name a slash command reports, which hides the names of private conversations. */
export function nameInCommand(channel: Channel): string {
  if (channel.kind === 'im') return 'directmessage';
  return channel.kind !== 'public' ? 'privategroup' : channel.name;
}

/** The scope without which the app is told nothing about a conversation of that kind. */
export const scopeToRead: Readonly<Record<Channel['kind'], string>> = {
  public: 'channels:read',
  private: 'groups:read',
  im: 'im:read',
  mpim: 'mpim:read',
};

/** Takes a channel; gives the conversation object of `conversations.info`. */
export function asConversation(channel: Channel, botIsIn: boolean): Record<string, unknown> {
  const { isExtShared = false, isOrgShared = false } = channel;
  return {
    id: channel.id,
    name: channel.name,
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_im: channel.kind === 'im',
    is_mpim: channel.kind === 'mpim',
    is_private: channel.kind !== 'public',
    is_archived: channel.isArchived ?? false,
    is_ext_shared: isExtShared,
    is_pending_ext_shared: channel.isPendingExtShared ?? false,
    is_org_shared: isOrgShared,
    is_shared: isExtShared || isOrgShared,
    is_member: botIsIn,
    context_team_id: team.id,
    ...(isExtShared && { shared_team_ids: [team.id, partnerTeam.id] }),
  };
}
