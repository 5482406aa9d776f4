import { type Delivery, deliver } from '../deliveries.ts';
import { elementsIn, type PlacedElement } from '../elements.ts';
import { isObject, type JsonObject, stringIn, withOverride } from '../json.ts';
import type { Person } from '../people.ts';
import type { World } from '../world.ts';
import { type Place, type Surface, surfaceOf } from './surface.ts';
import { asPayloadUser, commonFields, mustBeActive, type PersonRef, personOf, type Twist } from './who.ts';

/** What tells buttons with the same action_id apart, and what the payload says differently. */
export interface ClickTwist extends Twist {
  readonly value?: string;
}

/**
 * A person clicks a button, and says yes where it asks for confirmation
 * (docs.slack.dev/reference/interaction-payloads/block_actions-payload). Throws when they see no such button.
 */
export async function clicks(
  world: World,
  who: PersonRef,
  where: Place,
  actionId: string,
  { override, value }: ClickTwist = {},
): Promise<Delivery> {
  const person = personOf(world, who);
  mustBeActive(person);
  const surface = surfaceOf(world, person, where);
  const { element, blockId } = buttonAmong(surface.blocks, actionId, value);
  return sendAction(world, person, surface, { ...element, block_id: blockId }, override);
}

/** A person clicks a button that asks for confirmation, and says no: the app hears nothing. Gives the dialog; throws when the button asks nothing. */
export function declines(
  world: World,
  who: PersonRef,
  where: Place,
  actionId: string,
  { value }: Pick<ClickTwist, 'value'> = {},
): JsonObject {
  const person = personOf(world, who);
  mustBeActive(person);
  const { confirm } = buttonAmong(surfaceOf(world, person, where).blocks, actionId, value).element;
  if (isObject(confirm)) return confirm;
  throw new Error(`The button “${actionId}” does not ask for confirmation.`);
}

/** Brings an action to the app: the element as acted upon, and what the person has in front of them. */
export function sendAction(
  world: World,
  person: Person,
  surface: Surface,
  action: JsonObject,
  override: JsonObject | undefined,
): Promise<Delivery> {
  const payload = {
    ...commonFields(),
    type: 'block_actions',
    user: asPayloadUser(person),
    ...surface.shown,
    ...surface.answerable(),
    actions: [{ ...action, action_ts: world.clock.ts() }],
  };
  return deliver(world, { type: 'interactive', payload: withOverride(payload, override), settle: () => undefined });
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
