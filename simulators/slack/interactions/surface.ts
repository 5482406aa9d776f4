import type { JsonObject } from '../json.ts';
import { asPayloadMessage, type SlackMessage } from '../messages.ts';
import { asPayloadView } from '../open-view.ts';
import type { Person } from '../people.ts';
import { seenBy } from '../screen.ts';
import type { StateValues } from '../view-state.ts';
import type { World } from '../world.ts';
import { from, openViewOf } from './top-view.ts';
import { channelOf } from './who.ts';

/** Where an element is: on a message, or in the person's open modal. */
export type Place = SlackMessage | 'view';

/** What a person has in front of them: its blocks, what stands in their fields, and how payloads show it. */
export interface Surface {
  /** Tells it apart from anything else in front of anybody. */
  readonly key: string;
  readonly blocks: readonly JsonObject[];
  readonly values: StateValues;
  /** The container, and the view or the message with its channel. */
  readonly shown: JsonObject;
  /** What lets the app answer: a fresh trigger and, on a message, a response_url. */
  answerable(): JsonObject;
  /** Puts something else into the fields. */
  fill(values: StateValues): void;
}

/** Takes a person and a place; gives what they have in front of them there. Throws when they see nothing of the kind. */
export function surfaceOf(world: World, person: Person, where: Place): Surface {
  return where === 'view' ? viewSurface(world, person) : messageSurface(world, person, where);
}

function viewSurface(world: World, person: Person): Surface {
  const view = openViewOf(world, person);
  return {
    key: view.id,
    blocks: view.blocks,
    values: view.state.values,
    shown: { container: { type: 'view', view_id: view.id }, view: asPayloadView(view) },
    answerable: () => ({
      trigger_id: world.triggers.issue({ personId: person.id, viewId: view.id, ...from(view) }),
    }),
    fill: (values) => void world.views.fill(view, values),
  };
}

function messageSurface(world: World, person: Person, { channel: channelId, ts }: SlackMessage): Surface {
  const message = seenBy(world.workspace, person, channelId).find((each) => each.ts === ts);
  if (!message) throw new Error(`${person.realName} does not see that message.`);
  const { id, name } = channelOf(world, channelId);
  const place = { personId: person.id, channelId: id };
  const values = world.messageStates.of(person.id, message);
  return {
    key: `${person.id} ${id} ${ts}`,
    blocks: message.blocks ?? [],
    values,
    shown: { container: containerOf(message), channel: { id, name }, ...contentOf(message) },
    answerable: () => ({
      state: { values },
      response_url: world.origin + world.responseUrls.issue('actions', place, message),
      trigger_id: world.triggers.issue(place),
    }),
    fill: (filled) => world.messageStates.keep(person.id, message, filled),
  };
}

function containerOf({ ts, channel, visibleTo, thread_ts }: SlackMessage): JsonObject {
  const thread = thread_ts === undefined ? {} : { thread_ts };
  return { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: visibleTo !== undefined, ...thread };
}

/** An ephemeral message is not kept by Slack, so its content does not come back. */
function contentOf(message: SlackMessage): JsonObject {
  return message.visibleTo === undefined ? { message: asPayloadMessage(message) } : {};
}
