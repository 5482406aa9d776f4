import { answerIn, hasState, initialState } from '../element-state.ts';
import { isObject, type JsonObject, objectsIn, stringIn } from '../json.ts';
import { type Names, shownName } from '../names.ts';
import { type Span, type Style, span } from './span.ts';

/** Takes an element somebody can act on, and what stands in it where that is not what it starts with; gives how it looks: a button, a menu, a list of choices. */
export function controlSpans(element: JsonObject, names: Names, state?: JsonObject): readonly Span[] {
  if (element.type === 'button') return [span(`[ ${labelOf(element)} ]`, buttonStyle(element))];
  if (element.type === 'image') return [span(`(picture: ${stringIn(element, 'alt_text') ?? ''})`, { dim: true })];
  if (element.type === 'overflow') return [span('[ … ]')];
  const answer = answerShown(element, state);
  if (['checkboxes', 'radio_buttons'].includes(String(element.type))) return choices(element, answer);
  return [span(`[ ${inWords(element, answer, names) ?? textIn(element.placeholder) ?? 'choose'} ▾ ]`)];
}

/** Takes a field and what stands in it where that is not what it starts with; gives the answer in it, undefined when there is none. */
export function answerShown(element: JsonObject, state?: JsonObject): unknown {
  return hasState(element) ? answerIn(element, state ?? initialState(element, undefined)) : undefined;
}

/** Takes a text object; gives its text. */
export function textIn(value: unknown): string | undefined {
  return stringIn(value, 'text');
}

function labelOf(element: JsonObject): string {
  return textIn(element.text) ?? '';
}

function buttonStyle({ style }: JsonObject): Style {
  return { bold: style === 'primary' || style === 'danger', red: style === 'danger' };
}

function choices(element: JsonObject, answer: unknown): readonly Span[] {
  const chosen = [...(isObject(answer) ? [answer] : []), ...objectsIn(answer)].map(({ value }) => value);
  const [on, off] = element.type === 'radio_buttons' ? ['(•)', '( )'] : ['[x]', '[ ]'];
  return objectsIn(element.options).flatMap((option, index) => [
    span(`${index > 0 ? '\n' : ''}${chosen.includes(option.value) ? on : off} ${labelOf(option)}`),
    ...(option.description ? [span(`\n    ${textIn(option.description)}`, { dim: true })] : []),
  ]);
}

function inWords(element: JsonObject, answer: unknown, names: Names): string | undefined {
  if (answer === undefined) return undefined;
  if (Array.isArray(answer)) return answer.map((one) => inWords(element, one, names)).join(', ');
  if (isObject(answer)) return labelOf(answer);
  const [, kind] = /(users|channels|conversations)_select$/.exec(String(element.type)) ?? [];
  return kind ? shownName(kind === 'users' ? '@' : '#', String(answer), names) : String(answer);
}
