import { elementsIn } from '../../simulators/slack/elements.ts';
import { objectsIn, stringIn } from '../../simulators/slack/json.ts';
import type { Actor } from '../actor.ts';
import { screenOf } from '../screen.ts';
import { labelOf, listed, plainly } from './labels.ts';

/** A box in the open window. */
interface Box {
  readonly blockId: string;
  readonly label: string;
  readonly value: string;
  readonly isTicked: boolean;
}

/** Ticks the box in whose words these are, or takes its tick away. Gives how the app says it ended. @throws with a reason where there is none */
export async function tick(actor: Actor, words: string): Promise<string> {
  const { slack, app } = actor.stage;
  const boxes = boxesBefore(actor);
  const box = boxes.find(({ label }) => plainly(label).includes(plainly(words)));
  if (box === undefined)
    throw new Error(`There is no box “${words}” here. There are: ${listed(boxes.map((b) => b.label))}.`);
  const act = box.isTicked ? slack.unticks : slack.ticks;
  return await app.outcomeOf(actor.role.person, () => act(actor.role.person, 'view', box.blockId, box.value));
}

function boxesBefore(actor: Actor): readonly Box[] {
  const values = actor.stage.slack.viewOf(actor.role.person)?.state.values ?? {};
  return elementsIn(screenOf(actor)?.blocks ?? [])
    .filter(({ element }) => element.type === 'checkboxes')
    .flatMap(({ blockId, actionId, element }) => {
      const ticked = objectsIn(values[blockId]?.[actionId]?.selected_options).map(({ value }) => value);
      return objectsIn(element.options).map((option) => ({
        blockId,
        label: labelOf(option),
        value: stringIn(option, 'value') ?? '',
        isTicked: ticked.includes(option.value),
      }));
    });
}
