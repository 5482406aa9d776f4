import type { ChannelChange, GroupChange, PersonChange, SlackChange } from './changing.ts';
import type { Channel } from './channels.ts';
import type { Delivery } from './deliveries.ts';
import type { Fault } from './faults.ts';
import type { Place } from './interactions/surface.ts';
import { isObject, parseJson } from './json.ts';
import type { SlackMessage } from './messages.ts';
import type { Person } from './people.ts';
import type { SlackSimulator } from './simulator.ts';
import type { UserGroup } from './user-groups.ts';
import type { Entries } from './view-state.ts';

/** Something a person at a terminal can ask for: `POST /_control/NAME` with a JSON body. */
export type Order = (slack: SlackSimulator, orders: Orders) => Promise<unknown>;

/** What a control call may say. People, channels, groups and messages go by their name here (`agent`, `support`, `incidentRoot`), or by id. */
export interface Orders {
  readonly user?: string;
  readonly channel?: string;
  readonly group?: string;
  readonly text?: string;
  readonly callback_id?: string;
  /** A message's name or `ts`, or `last`: the last one the person sees in the channel. */
  readonly message?: string;
  readonly action_id?: string;
  readonly value?: string;
  readonly values?: Entries;
  readonly target?: string;
  readonly fault?: Fault;
  readonly times?: number;
  /** What becomes different about the user, channel, group or Slack. */
  readonly change?: PersonChange & ChannelChange & GroupChange & SlackChange;
}

/** Takes a body; gives the orders in it. Throws when it is not a JSON object. */
export function readOrders(body: string): Orders {
  const orders = parseJson(body || '{}');
  if (isObject(orders)) return orders;
  throw new Error('The body has to be a JSON object.');
}

/** Gives the person meant; the agent when nobody is named. */
export function personOf(slack: SlackSimulator, { user = 'agent' }: Orders): Person {
  const everybody: Readonly<Record<string, Person>> = slack.people;
  return chosen(everybody, user, (person) => [person.id, person.name]);
}

/** Gives the channel meant; `support` when none is named. */
export function channelOf(slack: SlackSimulator, { channel = 'support' }: Orders): Channel {
  const all: Readonly<Record<string, Channel>> = slack.channels;
  return chosen(all, channel.replace(/^#/, ''), ({ id, name }) => [id, name]);
}

/** Gives the user group meant; `shiftLeads` when none is named. */
export function groupOf(slack: SlackSimulator, { group = 'shiftLeads' }: Orders): UserGroup {
  const all: Readonly<Record<string, UserGroup>> = slack.groups;
  return chosen(all, group.replace(/^@/, ''), ({ id, handle }) => [id, handle]);
}

/** Gives where something is done: on the message named, otherwise in the open modal. */
export function placeOf(slack: SlackSimulator, orders: Orders): Place {
  return orders.message === undefined ? 'view' : messageOf(slack, orders);
}

/** Gives what an order must say. Throws when it does not. */
export function needed(orders: Orders, name: 'action_id' | 'callback_id' | 'value'): string {
  const said = orders[name];
  if (said) return said;
  throw new Error(`“${name}” is needed.`);
}

/** Gives how the app took something, without what it was. */
export function report(delivery: Delivery | undefined): unknown {
  if (!delivery) return { ok: true };
  const { status, body, ms, ackedWithin3s, error } = delivery;
  return { status, body, ms, ackedWithin3s, error };
}

/** Gives the message meant, as it is now. */
export function messageOf(slack: SlackSimulator, orders: Orders): SlackMessage {
  const { message = 'last' } = orders;
  const known: Readonly<Record<string, SlackMessage>> = slack.messages;
  const named = known[message];
  if (named) return named;
  const seen = slack.seenBy(personOf(slack, orders), channelOf(slack, orders));
  const found = message === 'last' ? seen.at(-1) : seen.find(({ ts }) => ts === message);
  if (found) return found;
  throw new Error(`No message “${message}” in that channel.`);
}

function chosen<T>(all: Readonly<Record<string, T>>, wanted: string, otherNames: (one: T) => readonly string[]): T {
  const found = Object.entries(all).find(([key, one]) => key === wanted || otherNames(one).includes(wanted));
  if (found) return found[1];
  throw new Error(`“${wanted}” is not known here, only ${Object.keys(all).join(', ')}.`);
}
