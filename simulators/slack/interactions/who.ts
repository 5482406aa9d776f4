import { app, team } from '../app-identity.ts';
import type { Channel } from '../channels.ts';
import type { JsonObject } from '../json.ts';
import type { Person } from '../people.ts';
import type { UserGroup } from '../user-groups.ts';
import type { World } from '../world.ts';

/** A person, or their id. */
export type PersonRef = Person | string;
/** A channel, or its id. */
export type ChannelRef = { readonly id: string } | string;
/** A user group, or its id. */
export type GroupRef = { readonly id: string } | string;

/** What may be said about any delivery. */
export interface Twist {
  /** Fields of the payload to change; `undefined` takes a field out. */
  readonly override?: JsonObject;
}

/** Takes a person or an id; gives the person as they are now. Throws for an id nobody has. */
export function personOf({ directory }: World, ref: PersonRef): Person {
  const person = directory.person(idOf(ref));
  if (person) return person;
  throw new Error(`Nobody here has the id ${idOf(ref)}.`);
}

/** Takes a channel or an id; gives the channel as it is now. Throws for an id no channel has. */
export function channelOf({ workspace }: World, ref: ChannelRef): Channel {
  const channel = workspace.channel(idOf(ref));
  if (channel) return channel;
  throw new Error(`There is no channel ${idOf(ref)}.`);
}

/** Takes a user group or an id; gives the group as it is now. Throws for an id no group has. */
export function groupOf({ directory }: World, ref: GroupRef): UserGroup {
  const group = directory.group(idOf(ref));
  if (group) return group;
  throw new Error(`There is no user group ${idOf(ref)}.`);
}

/** Takes a person, channel or group, or its id; gives the id. */
export function idOf(ref: { readonly id: string } | string): string {
  return typeof ref === 'string' ? ref : ref.id;
}

/** Throws when the person cannot do anything at all any more. */
export function mustBeActive(person: Person): void {
  if (person.isDeactivated) throw new Error(`${person.realName} is deactivated and cannot do anything.`);
}

/** Throws when Slack would not offer commands and shortcuts to this person: they work only for active members of the workspace. */
export function mustBeMember(person: Person): void {
  mustBeActive(person);
  if (person.teamId !== team.id)
    throw new Error(`${person.realName} is from elsewhere: Slack offers commands to members only.`);
}

/** Gives the person as interaction payloads name them. */
export function asPayloadUser(person: Person): JsonObject {
  return { id: person.id, username: person.name, name: person.name, team_id: person.teamId };
}

/** What every interaction payload has in common. */
export function commonFields(): JsonObject {
  return {
    token: app.verificationToken,
    api_app_id: app.id,
    team: { id: team.id, domain: team.domain },
    enterprise: null,
    is_enterprise_install: false,
  };
}
