/** Characters that take two columns in a terminal: CJK, Hangul, full-width forms and emoji. */
const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1F64F}\u{1F680}-\u{1F6FF}\u{1F900}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;

/** Characters that take none: marks without a letter, joiners, controls. */
const invisible = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]+$/u;

const segmenter = new Intl.Segmenter();

/** Takes text; gives what a reader would call its characters: a letter with its accents is one, an emoji of several parts too. */
export function charactersOf(text: string): readonly string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Takes text; gives how many columns it takes in a terminal. */
export function widthOf(text: string): number {
  return charactersOf(text).reduce((sum, character) => sum + columnsOf(character), 0);
}

/** Takes text; says whether there are characters in it beside which a line may be broken without a space, as in CJK. */
export function breaksAnywhere(text: string): boolean {
  return wide.test(text);
}

function columnsOf(character: string): number {
  if (invisible.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}
