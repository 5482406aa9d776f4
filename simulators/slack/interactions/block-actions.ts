import { type Delivery, deliver } from '../deliveries.ts';
import { elementsIn, type PlacedElement } from '../elements.ts';
import { type JsonObject, stringIn, withOverride } from '../json.ts';
import { asPayloadMessage, type SlackMessage } from '../messages.ts';
import type { Person } from '../people.ts';
import { seenBy } from '../screen.ts';
import { stateOf } from '../view-state.ts';
import { asPayloadView } from '../views.ts';
import type { World } from '../world.ts';
import { from, openViewOf } from './view-submission.ts';
import { asPayloadUser, channelOf, commonFields, type PersonRef, personOf, type Twist } from './who.ts';

/** Where a button is: on a message, or in the person's open modal. */
export type Place = SlackMessage | 'view';

/** What tells buttons with the same action_id apart, and what the payload says differently. */
export interface ClickTwist extends Twist {
  readonly value?: string;
}

/** A person clicks a button (docs.slack.dev/reference/interaction-payloads/block_actions-payload). Throws when they see no such button. */
export async function clicks(
  world: World,
  who: PersonRef,
  where: Place,
  actionId: string,
  { override, value }: ClickTwist = {},
): Promise<Delivery> {
  const person = personOf(who);
  if (person.isDeactivated) throw new Error(`${person.realName} is deactivated and cannot do anything.`);
  const around = where === 'view' ? inView(world, person) : onMessage(world, person, where);
  const button = buttonAmong(around.blocks, actionId, value);
  const payload = {
    ...commonFields(),
    type: 'block_actions',
    user: asPayloadUser(person),
    ...around.payload,
    actions: [{ ...button.element, block_id: button.blockId, action_ts: world.clock.ts() }],
  };
  return deliver(world, { type: 'interactive', payload: withOverride(payload, override), settle: () => undefined });
}

interface Around {
  readonly blocks: readonly JsonObject[];
  readonly payload: JsonObject;
}

function inView(world: World, person: Person): Around {
  const view = openViewOf(world, person);
  const payload = {
    container: { type: 'view', view_id: view.id },
    view: asPayloadView(view),
    trigger_id: world.triggers.issue({ personId: person.id, viewId: view.id, ...from(view) }),
  };
  return { blocks: view.blocks, payload };
}

function onMessage(world: World, person: Person, { channel: channelId, ts }: SlackMessage): Around {
  const message = seenBy(world.workspace, person.id, channelId).find((each) => each.ts === ts);
  if (!message) throw new Error(`${person.realName} does not see that message.`);
  const { id, name } = channelOf(world, channelId);
  const isEphemeral = message.visibleTo !== undefined;
  const thread = message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts };
  const place = { personId: person.id, channelId: id };
  const payload = {
    container: { type: 'message', message_ts: ts, channel_id: id, is_ephemeral: isEphemeral, ...thread },
    channel: { id, name },
    state: { values: stateOf(message.blocks ?? []) },
    response_url: world.origin + world.responseUrls.issue('actions', { ...place, original: message }),
    trigger_id: world.triggers.issue(place),
    // An ephemeral message is not kept by Slack, so its content does not come back.
    ...(!isEphemeral && { message: asPayloadMessage(message) }),
  };
  return { blocks: message.blocks ?? [], payload };
}

function buttonAmong(blocks: readonly JsonObject[], actionId: string, value: string | undefined): PlacedElement {
  const buttons = elementsIn(blocks).filter(({ element }) => element.type === 'button');
  const [found, another] = buttons.filter(
    ({ actionId: id, element }) => id === actionId && (value === undefined || element.value === value),
  );
  if (found && !another) return found;
  const names = buttons.map(({ actionId: id, element }) => `${id} “${stringIn(element.text, 'text')}”`);
  throw new Error(
    `${found ? 'Several buttons' : 'No button'} “${actionId}” here. Buttons: ${names.join(', ') || 'none'}.`,
  );
}
