import { answerIn, hasState, initialState, type Typed, typedState } from './element-state.ts';
import { elementsIn, type PlacedElement } from './elements.ts';
import { type JsonObject, stringIn } from './json.ts';

/** What stands in the fields of a view: `state.values`, by block_id and action_id. */
export type StateValues = Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;

/** What a person types, by block_id or action_id. */
export type Entries = Readonly<Record<string, Typed>>;

/** What a form starts with. */
interface Beginning {
  /** Gives the conversation a menu that defaults to the current one starts with, if any. */
  readonly current?: (element: JsonObject) => string | undefined;
  /** What stood in an earlier version of the form. */
  readonly earlier?: StateValues | undefined;
}

/**
 * Takes blocks; gives what stands in their fields: the initial values, or what stood in an earlier version of the same
 * fields. Slack keeps that whenever block_id and action_id stay the same, whether anybody typed it or not.
 */
export function stateOf(blocks: readonly JsonObject[], { current, earlier = {} }: Beginning = {}): StateValues {
  let state: StateValues = {};
  for (const { blockId, actionId, element } of fieldsIn(blocks)) {
    const kept = earlier[blockId]?.[actionId];
    const value = kept?.type === element.type ? kept : undefined;
    state = put(state, blockId, actionId, value ?? initialState(element, current?.(element)));
  }
  return state;
}

/** Takes the values, and what a person puts into a field for which the app offered these options; gives the new values. */
export function valuesWith(
  state: StateValues,
  { blockId, actionId, element }: PlacedElement,
  typed: Typed,
  offered: readonly JsonObject[],
): StateValues {
  return put(state, blockId, actionId, typedState(element, typed, offered));
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

/** Takes blocks and a block_id or action_id; gives the field of that name. Throws unless there is exactly one. */
export function fieldNamed(blocks: readonly JsonObject[], name: string): PlacedElement {
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
