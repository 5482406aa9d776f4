import type { Style } from './flat-block.ts';

/** What an element means for the text inside it. Each open element has one; closing the element forgets it. */
export interface Context {
  readonly style: Style;
  /**
   * What a line break in the source means: white space in HTML, the end of a line in `<pre>`, of a block in plain text.
   */
  readonly newline: 'space' | 'line' | 'block';
  /** Text here is not for readers: scripts, styles, drawings. */
  readonly isDropped: boolean;
  readonly headingLevel: number | null;
  readonly list: OpenList | null;
  readonly item: OpenItem | null;
  readonly link: OpenLink | null;
}

/** A list that is open; `next` is the number its next entry carries, null when entries carry bullets. */
export interface OpenList {
  readonly depth: number;
  next: number | null;
}

/** A list entry that is open. It is said once its first text stands; what follows a list inside it is a paragraph. */
export interface OpenItem {
  readonly depth: number;
  readonly number: number | null;
  isSaid: boolean;
}

/** A link that is open, and the words read in it so far. */
export interface OpenLink {
  readonly href: string;
  words: string;
}

/** The context of text that stands in no element. */
export function outermostContext(newline: Context['newline']): Context {
  return { style: {}, newline, isDropped: false, headingLevel: null, list: null, item: null, link: null };
}

/** Which kind of block text in this context belongs to. */
export function placeOf(context: Context): 'item' | 'heading' | 'paragraph' {
  if (context.item !== null && !context.item.isSaid) return 'item';
  return context.headingLevel === null ? 'paragraph' : 'heading';
}
