import { newElementId } from './identifiers.ts';
import { isObject, type JsonObject, objectsIn, stringIn } from './json.ts';

/** An element somebody can act on, with the ids Slack knows it by. */
export interface PlacedElement {
  readonly blockId: string;
  readonly actionId: string;
  readonly element: JsonObject;
  readonly block: JsonObject;
}

/** Takes blocks as an app sent them; gives them with the `block_id` and `action_id` Slack adds where they are missing. */
export function withIds(blocks: readonly JsonObject[]): readonly JsonObject[] {
  return blocks.map((block) => ({
    ...block,
    block_id: stringIn(block, 'block_id') ?? newElementId(),
    ...(isObject(block.element) && { element: named(block.element) }),
    ...(isObject(block.accessory) && { accessory: named(block.accessory) }),
    ...(block.type === 'actions' && { elements: objectsIn(block.elements).map(named) }),
    ...(block.type === 'container' && { child_blocks: withIds(objectsIn(block.child_blocks)) }),
  }));
}

/** Takes blocks with ids; gives every element in them that somebody can act on. */
export function elementsIn(blocks: readonly JsonObject[]): readonly PlacedElement[] {
  return blocks.flatMap((block) => [
    ...[block.element, block.accessory, ...objectsIn(actionElements(block))]
      .filter(isObject)
      .filter((element) => typeof element.action_id === 'string')
      .map((element) => ({ blockId: idOf(block, 'block_id'), actionId: idOf(element, 'action_id'), element, block })),
    ...elementsIn(objectsIn(block.child_blocks)),
  ]);
}

function actionElements(block: JsonObject): unknown {
  return block.type === 'actions' || block.type === 'context_actions' ? block.elements : [];
}

function named(element: JsonObject): JsonObject {
  return element.type === 'image'
    ? element
    : { ...element, action_id: stringIn(element, 'action_id') ?? newElementId() };
}

const idOf = (holder: JsonObject, field: string) => stringIn(holder, field) ?? '';
