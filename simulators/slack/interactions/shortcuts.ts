import type { Channel } from '../channels.ts';
import { type Delivery, deliver } from '../deliveries.ts';
import { withOverride } from '../json.ts';
import { asPayloadMessage, type SlackMessage } from '../messages.ts';
import type { Person } from '../people.ts';
import { canRead } from '../screen.ts';
import type { World } from '../world.ts';
import {
  asPayloadUser,
  type ChannelRef,
  channelOf,
  commonFields,
  mustBeMember,
  type PersonRef,
  personOf,
  type Twist,
} from './who.ts';

/** Where a person was looking, and what the payload says differently. */
export interface GlobalShortcutTwist extends Twist {
  /** The conversation on their screen. The app is not told; only menus that default to it start with it. */
  readonly lookingAt?: ChannelRef;
}

/** A person picks a shortcut from the menu of a message (docs.slack.dev/interactivity/implementing-shortcuts). Ephemeral messages have no such menu. */
export async function choosesMessageShortcut(
  world: World,
  who: PersonRef,
  message: SlackMessage,
  callbackId: string,
  { override }: Twist = {},
): Promise<Delivery> {
  const [person, channel] = [personOf(world, who), channelOf(world, message.channel)];
  mustBeMember(person);
  if (message.visibleTo) throw new Error('Slack offers no shortcuts on a message only one person sees.');
  mustBeReadable(person, channel);
  const place = { personId: person.id, channelId: channel.id };
  const payload = {
    ...commonFields(),
    type: 'message_action',
    callback_id: callbackId,
    action_ts: world.clock.ts(),
    user: asPayloadUser(person),
    channel: { id: channel.id, name: channel.name },
    message_ts: message.ts,
    message: asPayloadMessage(message),
    response_url: world.origin + world.responseUrls.issue('actions', place, 'nothing'),
    trigger_id: world.triggers.issue(place),
  };
  return deliver(world, { type: 'interactive', payload: withOverride(payload, override), settle: () => undefined });
}

/** A person picks a shortcut from the search box or the plus menu: no channel, no message, no response_url. Throws when they cannot look at that channel. */
export async function choosesGlobalShortcut(
  world: World,
  who: PersonRef,
  callbackId: string,
  { override, lookingAt }: GlobalShortcutTwist = {},
): Promise<Delivery> {
  const person = personOf(world, who);
  mustBeMember(person);
  const channel = lookingAt === undefined ? undefined : channelOf(world, lookingAt);
  if (channel) mustBeReadable(person, channel);
  const payload = {
    ...commonFields(),
    type: 'shortcut',
    callback_id: callbackId,
    action_ts: world.clock.ts(),
    user: asPayloadUser(person),
    trigger_id: world.triggers.issue({ personId: person.id, ...(channel && { channelId: channel.id }) }),
  };
  return deliver(world, { type: 'interactive', payload: withOverride(payload, override), settle: () => undefined });
}

function mustBeReadable(person: Person, channel: Channel): void {
  if (!canRead(person, channel)) throw new Error(`${person.realName} cannot read #${channel.name}.`);
}
