import { answerIn, hasState, initialState, type Typed, typedState } from './element-state.ts';
import { elementsIn, type PlacedElement } from './elements.ts';
import { type JsonObject, stringIn } from './json.ts';

/** What stands in the fields of a view: `state.values`, by block_id and action_id. */
export type StateValues = Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;

/** What a person types, by block_id or action_id. */
export type Entries = Readonly<Record<string, Typed>>;

/** Takes a view's blocks; gives the values before anybody typed, keeping those of an earlier version of the same fields. */
export function stateOf(blocks: readonly JsonObject[], channelId?: string, earlier: StateValues = {}): StateValues {
  let state: StateValues = {};
  for (const { blockId, actionId, element } of fieldsIn(blocks)) {
    const kept = earlier[blockId]?.[actionId];
    const value = kept?.type === element.type ? kept : undefined;
    state = put(state, blockId, actionId, value ?? initialState(element, channelId));
  }
  return state;
}

/** Takes the values and what a person types; gives the new values. Throws for a field the view does not have. */
export function filledIn(blocks: readonly JsonObject[], state: StateValues, entries: Entries): StateValues {
  let filled = state;
  for (const [name, typed] of Object.entries(entries)) {
    const { blockId, actionId, element } = fieldNamed(blocks, name);
    filled = put(filled, blockId, actionId, typedState(element, typed));
  }
  return filled;
}

/** Gives why Slack's own form check would not let the person submit these values, or undefined when it would. */
export function refusedByForm(blocks: readonly JsonObject[], state: StateValues): string | undefined {
  return fieldsIn(blocks)
    .map(({ blockId, actionId, element, block }) => complaintAbout(block, element, state[blockId]?.[actionId]))
    .find((complaint) => complaint !== undefined);
}

function complaintAbout(block: JsonObject, element: JsonObject, value: JsonObject | undefined): string | undefined {
  const name = stringIn(block, 'block_id') ?? '';
  const answer = answerIn(element, value);
  const isRequired = block.type === 'input' && block.optional !== true;
  if (answer === undefined) return isRequired ? `block “${name}” is required and empty` : undefined;
  if (typeof answer !== 'string') return undefined;
  if (answer.length > Number(element.max_length ?? 3_000)) return `block “${name}” holds too much text`;
  return answer.length < Number(element.min_length ?? 0) ? `block “${name}” holds too little text` : undefined;
}

function fieldNamed(blocks: readonly JsonObject[], name: string): PlacedElement {
  const fields = fieldsIn(blocks);
  const [found, another] = fields.filter(({ blockId, actionId }) => blockId === name || actionId === name);
  if (found && !another) return found;
  const known = fields.map(({ blockId, actionId }) => `${blockId}/${actionId}`).join(', ') || 'none';
  throw new Error(`${found ? 'Several fields are' : 'No field is'} called “${name}”. Fields here: ${known}.`);
}

function fieldsIn(blocks: readonly JsonObject[]): readonly PlacedElement[] {
  return elementsIn(blocks).filter(({ element }) => hasState(element));
}

function put(state: StateValues, blockId: string, actionId: string, value: JsonObject): StateValues {
  return { ...state, [blockId]: { ...state[blockId], [actionId]: value } };
}
