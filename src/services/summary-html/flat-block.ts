import type { TextRun } from '../summary-document.ts';

/** The emphasis of a stretch of text. */
export type Style = Omit<TextRun, 'text'>;

/**
 * One line of a block, clean: white space collapsed, nothing at its ends, no two runs of the same style beside each
 * other.
 */
export type Line = readonly TextRun[];

/**
 * What HTML comes to when its nesting is forgotten: a row of blocks, and a mark wherever a list starts, empty or not.
 */
export type FlatBlock = ListStart | Heading | FlatParagraph | FlatItem;

export interface ListStart {
  readonly kind: 'list';
}

export interface Heading {
  readonly kind: 'heading';
  /** 1 for `h1` to 6 for `h6`. */
  readonly level: number;
  readonly lines: readonly Line[];
}

export interface FlatParagraph {
  readonly kind: 'paragraph';
  readonly lines: readonly Line[];
}

export interface FlatItem {
  readonly kind: 'item';
  readonly depth: number;
  readonly number: number | null;
  readonly lines: readonly Line[];
}

/** Whether two stretches of text look the same. */
export function isSameStyle(one: Style, other: Style): boolean {
  return one.bold === other.bold && one.italic === other.italic && one.code === other.code;
}
