import type { Channel } from './channels.ts';
import {
  type ChannelRef,
  channelOf,
  type GroupRef,
  groupOf,
  idOf,
  type PersonRef,
  personOf,
} from './interactions/who.ts';
import type { Person } from './people.ts';
import type { UserGroup } from './user-groups.ts';
import type { World } from './world.ts';

type PersonFields = Omit<Person, 'id' | 'name' | 'realName' | 'email'>;
type ChannelFields = Omit<Channel, 'id' | 'name' | 'kind' | 'members' | 'memberCount'>;

/** What can change about a person; `null` takes the e-mail address away. */
export type PersonChange = Partial<PersonFields> & { readonly email?: string | null };

/** What can change about a channel; `null` goes back to counting the members. */
export type ChannelChange = Partial<ChannelFields> & {
  readonly memberCount?: number | null;
  /** All of them, the bot included. */
  readonly members?: readonly PersonRef[];
};

/** What can change about a user group. */
export interface GroupChange {
  /** All of them. */
  readonly members: readonly PersonRef[];
}

/** What an administrator of the workspace, or time, can change about the app and Slack itself. */
export interface SlackChange {
  /** What the bot token may do from now on. */
  readonly scopes?: readonly string[];
  /** What the app-level token may do. */
  readonly appScopes?: readonly string[];
  /** How far Slack's clock is ahead of the machine's: the `Date` of its answers and the time in its signatures. */
  readonly clockAheadMs?: number;
}

/** What becomes different in a workspace without the app hearing of it. Each gives what has changed, as it is now. */
export interface Changing {
  person(person: PersonRef, change: PersonChange): Person;
  channel(channel: ChannelRef, change: ChannelChange): Channel;
  group(group: GroupRef, change: GroupChange): UserGroup;
  slack(change: SlackChange): void;
}

/** Takes a world; gives what can become different in it. */
export function changing(world: World): Changing {
  const { directory, workspace } = world;
  return {
    person: (who, { email, ...flags }) => {
      const { email: before, ...person } = personOf(world, who);
      const address = email === undefined ? before : email;
      return directory.replacePerson({ ...person, ...flags, ...(address && { email: address }) });
    },
    channel: (where, { memberCount, members, ...flags }) => {
      const { memberCount: before, ...channel } = channelOf(world, where);
      const count = memberCount === undefined ? before : (memberCount ?? undefined);
      return workspace.replaceChannel({
        ...channel,
        ...flags,
        ...(members && { members: members.map(idOf) }),
        ...(count !== undefined && { memberCount: count }),
      });
    },
    group: (which, { members }) => directory.replaceGroup({ ...groupOf(world, which), members: members.map(idOf) }),
    slack: (change) => void Object.assign(world.settings, change),
  };
}
