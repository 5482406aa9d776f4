/**
 * What an AI call summary says, freed from the HTML it came in: titled sections of paragraphs and list items.
 * Everything in it is plain, clean text; nothing in it is markup any more.
 */
export interface SummaryDocument {
  readonly sections: readonly Section[];
  /**
   * True when the PBX's HTML held more than we read (see `summary-html/limits.ts`). What is missing is at the end, or where
   * a part ends in "…".
   */
  readonly isCut: boolean;
}

/** A titled part of the summary, such as "Key Points". Text before the first title is a section with `title: null`. */
export interface Section {
  readonly title: string | null;
  readonly parts: readonly Part[];
}

/** A paragraph, or one entry of a list. An empty list leaves no part: a section without parts is an empty section. */
export type Part = Paragraph | ListItem;

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly runs: readonly TextRun[];
}

export interface ListItem {
  readonly kind: 'item';
  readonly runs: readonly TextRun[];
  /** How deep the list is nested: 0 for an outer list, at most 8, Slack's deepest indent. */
  readonly depth: number;
  /** The number this entry carries in an ordered list, or null for a bullet. */
  readonly number: number | null;
}

/** A stretch of text with one emphasis. Line breaks inside a part are `\n` in `text`. */
export interface TextRun {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly code?: true;
}
