// Kept: emoji as Unicode recommends them for interchange, joiners and variation selectors included, and the
// (non-)joiner between two letters of a script that is misspelt without it. Dropped: control characters, lone
// surrogates, and whatever shows nothing: zero-width characters, soft hyphens, bidi marks, overrides and isolates,
// fillers, tag characters.
const joinedScripts = 'Arabic Syriac Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala';
const joinedLetter = `[${joinedScripts.replaceAll(/\w+/g, '\\p{Script=$&}').replaceAll(' ', '')}]`;
const invisible = String.raw`[[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB\u2800]--\p{White_Space}]`;
const joiner = String.raw`(?<=${joinedLetter})[\u200C\u200D](?=${joinedLetter})`;

const anyInvisible = new RegExp(invisible, 'v');
const keptOrInvisible = new RegExp(`(\\p{RGI_Emoji}|${joiner})|${invisible}`, 'gv');
const whiteSpace = /[\s\p{White_Space}]+/gu;
const unusual = /[^ -~]| {2}/;

/** Text without what no reader could see or what would turn the reading direction. White space stays as it is. */
function visibleText(text: string): string {
  return anyInvisible.test(text) ? text.replace(keptOrInvisible, '$1') : text;
}

/** Text with every stretch of white space, of whatever Unicode kind, turned into one space. */
function collapseWhiteSpace(text: string): string {
  return text.replace(whiteSpace, ' ');
}

/** Visible text with its white space collapsed. Most texts are so already, which is seen at a glance. */
export function cleanText(text: string): string {
  return unusual.test(text) ? collapseWhiteSpace(visibleText(text)) : text;
}

/** One line of clean text, for short texts of the PBX that are no HTML, such as a display name. */
export function cleanLine(text: string): string {
  return cleanText(text).trim();
}
