import { isObject, type JsonObject, objectsIn, stringIn } from './json.ts';

/** What a person puts into a form field: text, an option's value, an id, or several of them; `null` empties it. */
export type Typed = string | number | readonly string[] | null;

interface Shape {
  /** The field of `state.values` that carries the answer. */
  readonly field: string;
  /** The field of the element that fills it at first. */
  readonly initial: string;
  readonly holds: 'plain' | 'option' | 'options';
}

const plain = (field: string, initial: string): Shape => ({ field, initial, holds: 'plain' });
const oneOption: Shape = { field: 'selected_option', initial: 'initial_option', holds: 'option' };
const manyOptions: Shape = { field: 'selected_options', initial: 'initial_options', holds: 'options' };
const text = plain('value', 'initial_value');

const shapes: Readonly<Record<string, Shape>> = {
  plain_text_input: text,
  number_input: text,
  email_text_input: text,
  url_text_input: text,
  static_select: oneOption,
  external_select: oneOption,
  radio_buttons: oneOption,
  checkboxes: manyOptions,
  multi_static_select: manyOptions,
  multi_external_select: manyOptions,
  users_select: plain('selected_user', 'initial_user'),
  channels_select: plain('selected_channel', 'initial_channel'),
  conversations_select: plain('selected_conversation', 'initial_conversation'),
  multi_users_select: plain('selected_users', 'initial_users'),
  multi_channels_select: plain('selected_channels', 'initial_channels'),
  multi_conversations_select: plain('selected_conversations', 'initial_conversations'),
  datepicker: plain('selected_date', 'initial_date'),
  timepicker: plain('selected_time', 'initial_time'),
  datetimepicker: plain('selected_date_time', 'initial_date_time'),
};

/** Takes an element; says whether conversations are chosen in it. */
export function isConversationMenu(element: JsonObject): boolean {
  return /(conversations|channels)_select$/.test(String(element.type));
}

/** Takes an element; says whether it has a place in `state.values`. Buttons have none. */
export function hasState(element: JsonObject): boolean {
  return shapeOf(element) !== undefined;
}

/** Takes an element and the conversation its view was opened from; gives its part of `state.values` before anybody typed. */
export function initialState(element: JsonObject, channelId: string | undefined): JsonObject {
  const shape = shapeOf(element) ?? text;
  const here = element.default_to_current_conversation === true ? channelId : undefined;
  if (shape.holds === 'options' || shape.field.endsWith('s'))
    return { type: element.type, [shape.field]: here === undefined ? (element[shape.initial] ?? []) : [here] };
  return { type: element.type, [shape.field]: element[shape.initial] ?? here ?? null };
}

/**
 * Takes an element, what a person puts in, and the options the app offered when asked; gives its part of `state.values`.
 * Throws for an option that is not on offer.
 */
export function typedState(element: JsonObject, typed: Typed, offered: readonly JsonObject[]): JsonObject {
  const shape = shapeOf(element) ?? text;
  return { type: element.type, [shape.field]: asHeld(shape, typed, optionsOf(element, offered)) };
}

/** Takes an element's part of `state.values`; gives the answer in it, undefined when there is none. */
export function answerIn(element: JsonObject, state: JsonObject | undefined): unknown {
  const answer = state?.[(shapeOf(element) ?? text).field];
  const isEmpty = answer === null || answer === '' || (Array.isArray(answer) && answer.length === 0);
  return isEmpty ? undefined : answer;
}

function shapeOf(element: JsonObject): Shape | undefined {
  return shapes[stringIn(element, 'type') ?? ''];
}

function asHeld({ holds }: Shape, typed: Typed, options: readonly JsonObject[]): unknown {
  if (typed === null || typed === '') return holds === 'options' ? [] : null;
  if (holds === 'plain') return typed;
  const chosen = (Array.isArray(typed) ? typed : [typed]).map((value) => optionAmong(options, String(value)));
  return holds === 'options' ? chosen : chosen[0];
}

function optionsOf(element: JsonObject, offered: readonly JsonObject[]): readonly JsonObject[] {
  if (String(element.type).endsWith('external_select')) return offered;
  const groups = objectsIn(element.option_groups).flatMap((group) => objectsIn(group.options));
  return [...objectsIn(element.options), ...groups];
}

function optionAmong(offered: readonly JsonObject[], value: string): JsonObject {
  const found = offered.find((option) => option.value === value || labelOf(option) === value);
  if (found) return found;
  throw new Error(
    `“${value}” is not on offer, only ${offered.map((option) => `“${String(option.value)}”`).join(', ') || 'nothing'}.`,
  );
}

function labelOf(option: JsonObject): string | undefined {
  return isObject(option.text) ? stringIn(option.text, 'text') : undefined;
}
