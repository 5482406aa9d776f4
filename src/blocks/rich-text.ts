import type { RichTextBlock, RichTextElement, RichTextList, RichTextSection } from '@slack/types';
import type { ListItem, Part, TextRun } from '../services/summary-document.ts';

// Documented (docs.slack.dev/reference/block-kit/blocks/rich-text-block), not yet typed: 4 makes the first number 5.
type NumberedList = RichTextList & { offset?: number };

/** A block of one line. Its words are never read as markup: neither mentions nor links can come out of them. */
export function richTextLine(...elements: readonly (string | RichTextElement)[]): RichTextBlock {
  const line = elements.map((element) => (typeof element === 'string' ? plainText(element) : element));
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: line }] };
}

/**
 * A block with a bold title, if there is one, and parts as paragraphs and true lists; no two lists where one will do.
 */
export function richTextBlock(title: string | null, parts: readonly Part[]): RichTextBlock {
  const block: RichTextBlock = title === null ? { type: 'rich_text', elements: [] } : richTextLine(boldText(title));
  for (const [index, part] of parts.entries()) appendPart(block, part, parts[index - 1]);
  return block;
}

/** Whether an entry goes on with the list its predecessor stands in. */
export function continuesList(part: Part, previous: Part | undefined): boolean {
  if (part.kind !== 'item' || previous?.kind !== 'item' || part.depth !== previous.depth) return false;
  return previous.number === null ? part.number === null : part.number === previous.number + 1;
}

function appendPart({ elements }: RichTextBlock, part: Part, previous: Part | undefined): void {
  const last = elements.at(-1);
  const line: RichTextSection = { type: 'rich_text_section', elements: part.runs.map(textElement) };
  if (part.kind === 'paragraph' && last?.type === 'rich_text_section')
    last.elements.push(plainText(previous === undefined ? '\n' : '\n\n'), ...line.elements);
  else if (part.kind === 'paragraph') elements.push(line);
  else if (last?.type === 'rich_text_list' && continuesList(part, previous)) last.elements.push(line);
  else elements.push(startList(part, line));
}

function startList({ depth, number }: ListItem, line: RichTextSection): NumberedList {
  const list = { type: 'rich_text_list', indent: depth, elements: [line] } as const;
  if (number === null) return { ...list, style: 'bullet', elements: [line] };
  return { ...list, style: 'ordered', elements: [line], ...(number > 1 ? { offset: number - 1 } : {}) };
}

function textElement({ text, ...style }: TextRun): RichTextElement {
  return Object.keys(style).length === 0 ? plainText(text) : { type: 'text', text, style };
}

function plainText(text: string): RichTextElement {
  return { type: 'text', text };
}

function boldText(text: string): RichTextElement {
  return { type: 'text', text, style: { bold: true } };
}
