import type { Part, TextRun } from '../services/summary-document.ts';

// One fixed locale: where a character ends must not depend on the machine.
const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });
const longestCharacter = 64;

/**
 * Divides a part where its largest fitting beginning, of at most `most` characters, ends; at a word if there is one in
 * the second half of it. Nothing is lost: both pieces together say what the part said. The second one is a paragraph,
 * so that it looks like no new entry.
 */
export function splitPart(part: Part, most: number, isFitting: (piece: Part) => boolean): [Part, Part] {
  const text = part.runs.map((run) => run.text).join('');
  const pieceOf = (length: number): Part => ({ ...part, runs: sliceRuns(part.runs, 0, length) });
  const end = wordEnd(
    text,
    longest(Math.min(most, text.length - 1), (length) => isFitting(pieceOf(length))),
  );
  return [pieceOf(end), { kind: 'paragraph', runs: sliceRuns(part.runs, end, text.length) }];
}

/** The largest length up to `most` that fits, and at least one. */
function longest(most: number, isFitting: (length: number) => boolean): number {
  let fitting = 1;
  let tooLong = most + 1;
  while (tooLong - fitting > 1) {
    const middle = Math.floor((fitting + tooLong) / 2);
    if (isFitting(middle)) fitting = middle;
    else tooLong = middle;
  }
  return fitting;
}

function wordEnd(text: string, length: number): number {
  const space = Math.max(text.lastIndexOf(' ', length - 1), text.lastIndexOf('\n', length - 1));
  return space >= length / 2 ? space + 1 : addressEnd(text, characterEnd(text, length));
}

const defanged = /hxxps?:\/\//gi;
const longestScheme = 'hxxps://'.length;

/** The same place, or the beginning of a defanged address: a piece that began with its "s://" would look like a live one. */
function addressEnd(text: string, end: number): number {
  const from = Math.max(0, end - longestScheme);
  for (const { index, 0: scheme } of text.slice(from, end + longestScheme).matchAll(defanged)) {
    const start = from + index;
    if (start > 0 && start < end && end < start + scheme.length) return start;
  }
  return end;
}

/** A place at or before `length` where no character, accents and joined emoji included, is torn apart. */
function characterEnd(text: string, length: number): number {
  const start = Math.max(0, length - longestCharacter);
  const straddling = characters.segment(text.slice(start, length + longestCharacter)).containing(length - start);
  const end = start + (straddling?.index ?? 0);
  return end > 0 ? end : length;
}

function sliceRuns(runs: readonly TextRun[], start: number, end: number): TextRun[] {
  let position = 0;
  const sliced = runs.map((run) => {
    const text = run.text.slice(Math.max(0, start - position), Math.max(0, end - position));
    position += run.text.length;
    return { ...run, text };
  });
  return sliced.filter((run) => run.text !== '');
}
