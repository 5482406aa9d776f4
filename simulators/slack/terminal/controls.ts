import { isObject, type JsonObject, objectsIn, stringIn } from '../json.ts';
import { type Span, span } from './span.ts';

/** Takes an element somebody can act on, and what was chosen in it; gives how it looks: a button, a menu, a list of choices. */
export function controlSpans(element: JsonObject, chosen?: string): readonly Span[] {
  if (element.type === 'button') return [span(`[ ${labelOf(element)} ]`, buttonStyle(element))];
  if (element.type === 'image') return [span(`(picture: ${stringIn(element, 'alt_text') ?? ''})`, { dim: true })];
  if (element.type === 'overflow') return [span('[ … ]')];
  if (Array.isArray(element.options) && !String(element.type).includes('select')) return choices(element, chosen);
  return [span(`[ ${chosen ?? chosenIn(element) ?? textIn(element.placeholder) ?? 'choose'} ▾ ]`)];
}

/** Takes a text object; gives its text. */
export function textIn(value: unknown): string | undefined {
  return stringIn(value, 'text');
}

function labelOf(element: JsonObject): string {
  return textIn(element.text) ?? '';
}

function buttonStyle(element: JsonObject) {
  return { bold: element.style === 'primary' || element.style === 'danger' };
}

function choices(element: JsonObject, chosen: string | undefined): readonly Span[] {
  const initial = [element.initial_option, ...objectsIn(element.initial_options)].filter(isObject).map(labelOf);
  const ticked = chosen?.split(', ') ?? initial;
  const [on, off] = element.type === 'radio_buttons' ? ['(•)', '( )'] : ['[x]', '[ ]'];
  return objectsIn(element.options).map((option, index) =>
    span(`${index > 0 ? '\n' : ''}${ticked.includes(labelOf(option)) ? on : off} ${labelOf(option)}`),
  );
}

function chosenIn(element: JsonObject): string | undefined {
  const option = isObject(element.initial_option) ? textIn(element.initial_option.text) : undefined;
  return option ?? stringIn(element, 'initial_conversation') ?? stringIn(element, 'initial_date');
}
