/** How much of the HTML of one summary is read. What a limit takes away is said by `SummaryDocument.isCut`. */
export const summaryLimits = {
  /** Characters of HTML; the rest is not read. A summary of three sections has about one thousand. */
  htmlCharacters: 64 * 1024,
  /** Elements, wherever they stand; reading stops at the next one. */
  elements: 5_000,
  /** Elements open at the same time; reading stops at the next one, so that no input makes the parser's stack slow. */
  depth: 64,
  /** Characters of one paragraph or list item; the rest of it is replaced by "…". */
  partCharacters: 16 * 1024,
  /** Blocks, which lines of plain text are too; later ones are left out. */
  blocks: 5_000,
  /** Lines of one part; further ones follow on the last line, which is no cut. */
  linesPerPart: 200,
  /** Stretches of emphasis in one part; beyond, words lose their emphasis and nothing else, which is no cut. */
  runsPerPart: 200,
  /** Titled sections; beyond, a title becomes a bold paragraph, which is no cut. */
  sections: 100,
  /** Characters of a title; something longer is a paragraph, which is no cut. */
  titleCharacters: 120,
  /** Characters shown of a link's target; the rest is replaced by "…". */
  targetCharacters: 200,
  /** The deepest list level told apart; deeper entries stand at this one. */
  listDepth: 8,
} as const;
