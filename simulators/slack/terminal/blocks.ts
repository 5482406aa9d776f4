import { isObject, type JsonObject, objectsIn, stringIn } from '../json.ts';
import type { Names } from '../names.ts';
import type { StateValues } from '../view-state.ts';
import { answerShown, controlSpans, textIn } from './controls.ts';
import { mrkdwnSpans } from './mrkdwn.ts';
import { richTextLines } from './rich-text.ts';
import { type Line, type Span, type Style, span } from './span.ts';
import { wrap } from './wrap.ts';

/** What a drawing of blocks needs to know. */
export interface Paper {
  /** Columns for text. */
  readonly width: number;
  readonly names: Names;
  /** What stands in fields, where that is not what they start with. */
  readonly values?: StateValues;
  /** Complaints below form fields, by block_id. */
  readonly errors?: Readonly<Record<string, string>>;
}

/** Takes blocks; gives their lines, with an empty line before each title. */
export function blockLines(blocks: readonly JsonObject[], paper: Paper): readonly Line[] {
  return blocks.flatMap((block, index) => {
    const lines = linesOf(block, paper);
    return index > 0 && startsGroup(block) ? [[], ...lines] : lines;
  });
}

function textSpans(value: unknown, names: Names, style: Style = {}): readonly Span[] {
  const text = textIn(value) ?? '';
  return isObject(value) && value.type === 'mrkdwn' ? mrkdwnSpans(text, names, style) : [span(text, style)];
}

function startsGroup({ type }: JsonObject): boolean {
  return ['header', 'actions', 'input', 'container'].includes(String(type));
}

function linesOf(block: JsonObject, paper: Paper): readonly Line[] {
  const { width, names } = paper;
  switch (block.type) {
    case 'header':
      return wrap([span(textIn(block.text) ?? '', { bold: true })], width);
    case 'divider':
      return [[span('─'.repeat(width), { dim: true })]];
    case 'rich_text':
      return richTextLines(block, width, names);
    case 'section':
      return sectionLines(block, paper);
    case 'context':
      return wrap(contextSpans(block, names), width);
    case 'actions':
      return wrap(spaced(objectsIn(block.elements).map((element) => controlIn(block, element, paper))), width);
    case 'input':
      return inputLines(block, paper);
    case 'container':
      return containerLines(block, paper);
    default:
      return wrap(textSpansOfOther(block, names), width);
  }
}

function sectionLines(block: JsonObject, paper: Paper): readonly Line[] {
  const { width, names } = paper;
  const texts = [block.text, ...objectsIn(block.fields)].filter(isObject);
  const accessory = isObject(block.accessory) ? wrap(controlIn(block, block.accessory, paper), width) : [];
  return [...texts.flatMap((text) => wrap(textSpans(text, names), width)), ...accessory];
}

function contextSpans(block: JsonObject, names: Names): readonly Span[] {
  const parts = objectsIn(block.elements).map((element) =>
    element.type === 'image' ? controlSpans(element, names) : textSpans(element, names, { dim: true }),
  );
  return spaced(parts);
}

function controlIn(block: JsonObject, element: JsonObject, paper: Paper): readonly Span[] {
  return controlSpans(element, paper.names, stateIn(block, element, paper));
}

function stateIn(block: JsonObject, element: JsonObject, { values }: Paper): JsonObject | undefined {
  return values?.[stringIn(block, 'block_id') ?? '']?.[stringIn(element, 'action_id') ?? ''];
}

function inputLines(block: JsonObject, paper: Paper): readonly Line[] {
  const { width, names, errors } = paper;
  const id = stringIn(block, 'block_id') ?? '';
  const element = isObject(block.element) ? block.element : {};
  const optional = block.optional === true ? [span(' (optional)', { dim: true })] : [];
  const field = String(element.type).endsWith('_input')
    ? textFieldSpans(element, answerShown(element, stateIn(block, element, paper)))
    : controlIn(block, element, paper);
  const hint = block.hint ? wrap(textSpans(block.hint, names, { dim: true }), width) : [];
  const complaint = errors?.[id] ? wrap([span(`! ${errors[id]}`, { bold: true })], width) : [];
  return [
    ...wrap([...textSpans(block.label, names, { bold: true }), ...optional], width),
    ...wrap(field, width),
    ...hint,
    ...complaint,
  ];
}

function textFieldSpans(element: JsonObject, typed: unknown): readonly Span[] {
  if (typed !== undefined) return [span(`▏${String(typed)}`)];
  return [span('▏'), span(textIn(element.placeholder) ?? '', { dim: true })];
}

function containerLines(block: JsonObject, paper: Paper): readonly Line[] {
  const isFolded = block.is_collapsible === true && block.default_collapsed === true;
  const title = [span(isFolded ? '▸ ' : '▾ '), ...textSpans(block.title, paper.names, { bold: true })];
  const inside = isFolded ? [] : blockLines(objectsIn(block.child_blocks), { ...paper, width: paper.width - 2 });
  return [...wrap(title, paper.width), ...inside.map((line) => [span('  '), ...line])];
}

function textSpansOfOther(block: JsonObject, names: Names): readonly Span[] {
  if (typeof block.text === 'string') return [span(block.text)];
  if (isObject(block.text)) return textSpans(block.text, names);
  return [span(`(${String(block.type)})`, { dim: true })];
}

function spaced(parts: readonly (readonly Span[])[]): readonly Span[] {
  return parts.flatMap((part, index) => (index > 0 ? [span('  '), ...part] : part));
}
