import type { RichTextSectionElement } from 'slack-blocks-to-jsx';

const token = /<([^<>\n]+)>|\*([^*\n]+)\*|_([^_\n]+)_|~([^~\n]+)~|`([^`\n]+)`/g;

/**
 * Reads mrkdwn as Slack keeps it (docs.slack.dev/messaging/formatting-message-text). Only what stands in angle brackets is
 * a mention or a link; what is escaped comes out as words.
 */
export function fromMrkdwn(text: string): RichTextSectionElement[] {
  const elements: RichTextSectionElement[] = [];
  let read = 0;
  for (const match of text.matchAll(token)) {
    elements.push(...words(text.slice(read, match.index)), fromToken(match));
    read = match.index + match[0].length;
  }
  return [...elements, ...words(text.slice(read))];
}

function fromToken([, reference, bold, italic, strike, code]: RegExpExecArray): RichTextSectionElement {
  if (reference !== undefined) return fromReference(reference);
  if (bold !== undefined) return { type: 'text', text: unescaped(bold), style: { bold: true } };
  if (italic !== undefined) return { type: 'text', text: unescaped(italic), style: { italic: true } };
  if (strike !== undefined) return { type: 'text', text: unescaped(strike), style: { strike: true } };
  return { type: 'text', text: unescaped(code ?? ''), style: { code: true } };
}

function fromReference(reference: string): RichTextSectionElement {
  const [target = '', label = target] = reference.split('|');
  const range = /^!(channel|here|everyone)$/.exec(target)?.[1];
  if (target.startsWith('@')) return { type: 'user', user_id: target.slice(1) };
  if (target.startsWith('#')) return { type: 'channel', channel_id: target.slice(1) };
  if (range === 'channel' || range === 'here' || range === 'everyone') return { type: 'broadcast', range };
  return { type: 'link', url: unescaped(target), text: unescaped(label) };
}

const words = (text: string): RichTextSectionElement[] =>
  text === '' ? [] : [{ type: 'text', text: unescaped(text) }];

const unescaped = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
