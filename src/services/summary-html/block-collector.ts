import { type Context, placeOf } from './context.ts';
import { appendText, blockOf, breakLine, createDraft, type Draft, linesOf } from './draft.ts';
import type { FlatBlock } from './flat-block.ts';
import { summaryLimits } from './limits.ts';
import { cleanLines, cutLines } from './readable-lines.ts';

/** Receives text and boundaries in reading order and keeps them as blocks. */
export interface BlockCollector {
  readonly blocks: readonly FlatBlock[];
  /** Whether a block was longer than we read. */
  hasCut(): boolean;
  write(text: string, context: Context): void;
  /** Ends the line: `<br>`. */
  endLine(): void;
  /** Ends a paragraph. Inside a list entry or a title only the line ends, for they stay one block. */
  endParagraph(): void;
  /** Ends whatever is open. */
  endBlock(): void;
  /** Says that a list starts here, even if nothing is in it. */
  startList(): void;
  /** A table cell begins: its first word is kept apart from the words of the cell before it. */
  startCell(): void;
}

/** Creates an empty collector. */
export function createBlockCollector(): BlockCollector {
  const blocks: FlatBlock[] = [];
  let draft: Draft | null = null;
  let hasCut = false;

  const endLine = () => {
    if (draft !== null) breakLine(draft);
  };

  const endBlock = () => {
    if (draft === null) return;
    const lines = cleanLines(linesOf(draft));
    const cut = cutLines(lines, summaryLimits.partCharacters);
    if (lines.length > 0) blocks.push(blockOf(draft.context, cut ?? lines));
    hasCut ||= cut !== null;
    draft = null;
  };

  const endParagraph = () => {
    if (draft === null || placeOf(draft.context) === 'paragraph') endBlock();
    else endLine();
  };

  const startList = () => {
    endBlock();
    blocks.push({ kind: 'list' });
  };

  const append = (text: string, context: Context) => {
    if (draft === null && !/\S/.test(text)) return;
    const isFull = blocks.length >= summaryLimits.blocks;
    hasCut ||= isFull;
    if (isFull) return;
    draft ??= createDraft(context);
    appendText(draft, text, context.style);
  };

  const write = (text: string, context: Context) => {
    if (context.newline === 'space' || !/[\r\n]/.test(text)) return append(text, context);
    const [first = '', ...others] = text.split(/\r\n?|\n/);
    append(first, context);
    for (const line of others) {
      if (context.newline === 'line') endLine();
      else endBlock();
      append(line, context);
    }
  };

  const startCell = () => {
    if (draft !== null) draft.hasNewCell = true;
  };

  return { blocks, hasCut: () => hasCut, write, endLine, endParagraph, endBlock, startList, startCell };
}
