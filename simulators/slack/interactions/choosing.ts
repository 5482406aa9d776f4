import type { Delivery } from '../deliveries.ts';
import { answerIn, type Typed } from '../element-state.ts';
import type { PlacedElement } from '../elements.ts';
import { objectsIn, stringIn } from '../json.ts';
import type { Person } from '../people.ts';
import { fieldNamed } from '../view-state.ts';
import type { World } from '../world.ts';
import { sendAction } from './block-actions.ts';
import { fill } from './filling.ts';
import { type Place, type Surface, surfaceOf } from './surface.ts';
import { mustBeActive, type PersonRef, personOf, type Twist } from './who.ts';

/** What a person chooses: an option, by its value or its words, or a conversation or person. */
export type Choice = string | { readonly id: string } | { readonly value: string };

/**
 * A person chooses something in a menu or among radio buttons. Gives what was brought to the app, undefined where it is
 * not told: in an input block without `dispatch_action`. Throws for what is not on offer.
 */
export async function chooses(
  world: World,
  who: PersonRef,
  where: Place,
  field: string,
  choice: Choice,
  twist: Twist = {},
): Promise<Delivery | undefined> {
  const person = activePerson(world, who);
  const { element } = fieldNamed(surfaceOf(world, person, where).blocks, field);
  if (!/^(\w+_select|radio_buttons)$/.test(String(element.type)))
    throw new Error(`Nothing is chosen in “${field}”: it is a ${String(element.type)}.`);
  return acts(world, person, where, field, inWord(choice), twist);
}

/** A person ticks a box, by its value or its words. Gives the same as `chooses`; throws when it is ticked already. */
export async function ticks(
  world: World,
  who: PersonRef,
  where: Place,
  field: string,
  box: string,
  twist: Twist = {},
): Promise<Delivery | undefined> {
  const person = activePerson(world, who);
  const boxes = boxesIn(surfaceOf(world, person, where), field);
  if (boxes.ticked(box)) throw new Error(`“${box}” is ticked already.`);
  return acts(world, person, where, field, [...boxes.values, box], twist);
}

/** A person takes a tick away. Gives the same as `chooses`; throws when there is none. */
export async function unticks(
  world: World,
  who: PersonRef,
  where: Place,
  field: string,
  box: string,
  twist: Twist = {},
): Promise<Delivery | undefined> {
  const person = activePerson(world, who);
  const boxes = boxesIn(surfaceOf(world, person, where), field);
  const unwanted = boxes.ticked(box);
  if (!unwanted) throw new Error(`“${box}” is not ticked.`);
  const others = boxes.values.filter((value) => value !== unwanted.value);
  return acts(world, person, where, field, others, twist);
}

function activePerson(world: World, who: PersonRef): Person {
  const person = personOf(world, who);
  mustBeActive(person);
  return person;
}

async function acts(
  world: World,
  person: Person,
  where: Place,
  field: string,
  typed: Typed,
  { override }: Twist,
): Promise<Delivery | undefined> {
  const surface = fill(world, person, where, { [field]: typed });
  const placed = fieldNamed(surface.blocks, field);
  const { block } = placed;
  if (block.type === 'input' && block.dispatch_action !== true) return undefined;
  return sendAction(world, person, surface, actionOf(surface, placed), override);
}

/** What was done, as a payload says it: of the element itself its ids and the words in the empty menu only. */
function actionOf({ values }: Surface, { blockId, actionId, element }: PlacedElement) {
  const { placeholder } = element;
  return {
    ...values[blockId]?.[actionId],
    action_id: actionId,
    block_id: blockId,
    ...(placeholder !== undefined && { placeholder }),
  };
}

function boxesIn({ blocks, values }: Surface, field: string) {
  const { blockId, actionId, element } = fieldNamed(blocks, field);
  if (element.type !== 'checkboxes')
    throw new Error(`There are no boxes in “${field}”: it is a ${String(element.type)}.`);
  const ticked = objectsIn(answerIn(element, values[blockId]?.[actionId]));
  return {
    values: ticked.map((option) => stringIn(option, 'value') ?? ''),
    ticked: (box: string) => ticked.find((option) => option.value === box || stringIn(option.text, 'text') === box),
  };
}

function inWord(choice: Choice): string {
  if (typeof choice === 'string') return choice;
  return 'id' in choice ? choice.id : choice.value;
}
