import type { Context } from './context.ts';
import { type FlatBlock, isSameStyle, type Line, type Style } from './flat-block.ts';
import { summaryLimits } from './limits.ts';

/** A block that is being read: its text as it came, white space and all. */
export interface Draft {
  readonly context: Context;
  readonly lines: DraftRun[][];
  runs: number;
  /** A table cell has begun since the last word. */
  hasNewCell: boolean;
}

interface DraftRun {
  readonly style: Style;
  text: string;
}

/** Begins a block that belongs where its first text stands. */
export function createDraft(context: Context): Draft {
  return { context, lines: [[]], runs: 0, hasNewCell: false };
}

/** Adds text to the block; the first word of a table cell is kept apart from the last one of the cell before. */
export function appendText(draft: Draft, text: string, style: Style): void {
  const line = draft.lines.at(-1) ?? [];
  const beginsCell = draft.hasNewCell && /\S/.test(text);
  if (beginsCell) draft.hasNewCell = false;
  appendRun(draft, line, beginsCell && line.length > 0 ? ` | ${text}` : text, style);
}

function appendRun(draft: Draft, line: DraftRun[], text: string, style: Style): void {
  const last = line.at(-1);
  const isFull = draft.runs >= summaryLimits.runsPerPart;
  if (last !== undefined && (isFull || isSameStyle(last.style, style))) {
    last.text += text;
    return;
  }
  line.push({ style: isFull ? {} : style, text });
  draft.runs += 1;
}

/** Begins a new line of the block. */
export function breakLine(draft: Draft): void {
  if (draft.lines.length < summaryLimits.linesPerPart) draft.lines.push([]);
  else appendText(draft, ' ', draft.context.style);
}

/** The text read so far, line by line. */
export function linesOf(draft: Draft): Line[] {
  return draft.lines.map((line) => line.map((run) => ({ ...run.style, text: run.text })));
}

/** The block this text is, now that it has ended; an entry that is open is said by it. */
export function blockOf({ item, headingLevel }: Context, lines: readonly Line[]): FlatBlock {
  if (item !== null && !item.isSaid) {
    item.isSaid = true;
    return { kind: 'item', depth: item.depth, number: item.number, lines };
  }
  return headingLevel === null ? { kind: 'paragraph', lines } : { kind: 'heading', level: headingLevel, lines };
}
