import { isObject, type JsonObject, objectsIn, stringIn } from '../json.ts';
import { type Names, shownName } from '../names.ts';
import { formatDate } from './dates.ts';
import { type Line, type Span, type Style, span } from './span.ts';
import { wrap } from './wrap.ts';

/** Takes a rich_text block and a width; gives its lines: paragraphs, lists with their indent and numbers, quotes, code. */
export function richTextLines(block: JsonObject, width: number, names: Names): readonly Line[] {
  return objectsIn(block.elements).flatMap((part) => linesOfPart(part, width, names));
}

function linesOfPart(part: JsonObject, width: number, names: Names): readonly Line[] {
  switch (part.type) {
    case 'rich_text_list':
      return objectsIn(part.elements).flatMap((item, index) => itemLines(part, item, index, width, names));
    case 'rich_text_quote':
      return hung(inlineSpans(part, names), '│ ', '│ ', width);
    case 'rich_text_preformatted':
      return hung(inlineSpans(part, names, { code: true }), '  ', '  ', width);
    default:
      return wrap(inlineSpans(part, names), width);
  }
}

const bullets = ['•', '◦', '▪'];

function itemLines(list: JsonObject, item: JsonObject, index: number, width: number, names: Names): readonly Line[] {
  const indent = Number(list.indent ?? 0);
  const number = Number(list.offset ?? 0) + index + 1;
  const sign = list.style === 'ordered' ? `${number}.` : (bullets[indent % bullets.length] ?? '•');
  const first = `${'  '.repeat(indent)} ${sign} `;
  return hung(inlineSpans(item, names), first, ' '.repeat(first.length), width);
}

/** Puts something before the first line and something before the others. */
function hung(spans: readonly Span[], first: string, others: string, width: number): readonly Line[] {
  const lines = wrap(spans, Math.max(8, width - first.length));
  return lines.map((line, index) => [span(index === 0 ? first : others), ...line]);
}

function inlineSpans(part: JsonObject, names: Names, style: Style = {}): readonly Span[] {
  return objectsIn(part.elements).map((element) => span(wordsOf(element, names), { ...style, ...styleOf(element) }));
}

function styleOf(element: JsonObject): Style {
  const { bold, italic, strike, underline, code } = isObject(element.style) ? element.style : {};
  const isLink = element.type === 'link';
  const isMention = ['user', 'channel', 'usergroup', 'broadcast'].includes(String(element.type));
  return {
    bold: bold === true || isMention,
    italic: italic === true,
    strike: strike === true,
    underline: underline === true || isLink,
    code: code === true,
  };
}

function wordsOf(element: JsonObject, names: Names): string {
  const read = (field: string) => stringIn(element, field) ?? '';
  switch (element.type) {
    case 'link':
      return read('text') ? `${read('text')} (${read('url')})` : read('url');
    case 'user':
      return shownName('@', read('user_id'), names);
    case 'channel':
      return shownName('#', read('channel_id'), names);
    case 'usergroup':
      return shownName('@', read('usergroup_id'), names);
    case 'broadcast':
      return `@${read('range')}`;
    case 'emoji':
      return `:${read('name')}:`;
    case 'date':
      return formatDate(Number(element.timestamp), read('format'));
    case 'color':
      return read('value');
    default:
      return read('text');
  }
}
