import { type Names, shownName } from '../names.ts';
import { formatDate } from './dates.ts';
import { type Span, type Style, span } from './span.ts';

/** Code, bold, italic and struck text, and what Slack puts between angle brackets. */
const marked =
  /`([^`\n]+)`|(?<![\p{L}\p{N}])\*([^*\n]+)\*(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])_([^_\n]+)_(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])~([^~\n]+)~(?![\p{L}\p{N}])|<([^<>\n]+)>/gu;

/** Takes mrkdwn text; gives its spans: markers become styles, `&amp; &lt; &gt;` the characters they stand for. */
export function mrkdwnSpans(text: string, names: Names, style: Style = {}): readonly Span[] {
  const spans: Span[] = [];
  let end = 0;
  for (const match of text.matchAll(marked)) {
    spans.push(span(decoded(text.slice(end, match.index)), style), ...spansOf(match, names, style));
    end = match.index + match[0].length;
  }
  return [...spans, span(decoded(text.slice(end)), style)].filter((each) => each.text !== '');
}

function spansOf(match: RegExpExecArray, names: Names, style: Style): readonly Span[] {
  const [, code, bold, italic, strike, special] = match;
  if (code !== undefined) return [span(decoded(code), { ...style, code: true })];
  if (bold !== undefined) return mrkdwnSpans(bold, names, { ...style, bold: true });
  if (italic !== undefined) return mrkdwnSpans(italic, names, { ...style, italic: true });
  if (strike !== undefined) return mrkdwnSpans(strike, names, { ...style, strike: true });
  return [specialSpan(special ?? '', names, style)];
}

function specialSpan(inside: string, names: Names, style: Style): Span {
  const [target = '', label] = inside.split('|');
  if (target.startsWith('!date^')) return span(dateIn(target, label), style);
  if (target.startsWith('!')) return span(`@${label ?? target.slice(1)}`, { ...style, bold: true });
  if (/^[@#]/.test(target)) return span(label ?? mention(target, names), { ...style, bold: true });
  return span(decoded(label ? `${label} (${target})` : target), { ...style, underline: true });
}

function mention(target: string, names: Names): string {
  return shownName(target.startsWith('@') ? '@' : '#', target.slice(1), names);
}

function dateIn(target: string, fallback: string | undefined): string {
  const [, timestamp, format] = target.split('^');
  return timestamp && format ? formatDate(Number(timestamp), format) : (fallback ?? target);
}

function decoded(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
