import type { RichTextBlock } from '@slack/types';
import type { Part } from '../services/summary-document.ts';
import { continuesList, richTextBlock } from './rich-text.ts';
import { beginsAction } from './shown-section.ts';
import type { Size } from './size.ts';
import type { PageSection, Sizes } from './summary-pages.ts';

/** A section as blocks: one, or its title and then one for each action. */
export function sectionBlocks({ title, parts, hasActionBlocks }: PageSection): RichTextBlock[] {
  if (!hasActionBlocks) return [richTextBlock(title, parts)];
  const heading = title === null ? [] : [richTextBlock(title, [])];
  return [...heading, ...actionsOf(parts).map((action) => richTextBlock(null, action))];
}

/** What sections take as blocks. */
export const blockSizes: Sizes = {
  sectionStart: ({ title, hasActionBlocks }) => ({
    textCharacters: title?.length ?? 0,
    jsonCharacters: jsonLength(richTextBlock(title, [])) + 1,
    blocks: title === null && hasActionBlocks ? 0 : 1,
  }),
  part: (part, { parts, hasActionBlocks }) => partSize(part, parts.at(-1), hasActionBlocks),
};

const longestSeparator = '\n\n'.length;
const emptyList = jsonLength({
  type: 'rich_text',
  elements: [{ type: 'rich_text_list', indent: 0, style: 'bullet', elements: [] }],
});

function partSize(part: Part, previous: Part | undefined, hasActionBlocks: boolean): Size {
  const beginsBlock = hasActionBlocks && (previous === undefined || beginsAction(part));
  const shared = !beginsBlock && continuesList(part, previous) ? emptyList : 0;
  return {
    textCharacters: part.runs.reduce((length, run) => length + run.text.length, longestSeparator),
    jsonCharacters: jsonLength(richTextBlock(null, [part])) + 1 - shared,
    blocks: beginsBlock ? 1 : 0,
  };
}

function actionsOf(parts: readonly Part[]): Part[][] {
  const actions: Part[][] = [];
  for (const part of parts) {
    const last = actions.at(-1);
    if (last === undefined || beginsAction(part)) actions.push([part]);
    else last.push(part);
  }
  return actions;
}

function jsonLength(value: RichTextBlock): number {
  return JSON.stringify(value).length;
}
