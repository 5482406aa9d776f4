import type { TextRun } from '../summary-document.ts';
import { cleanText } from './clean-text.ts';
import { defang, mayHoldAddress } from './defang.ts';
import { isSameStyle, type Line } from './flat-block.ts';

/** The lines of a block as a person sees them; lines that show nothing are gone. */
export function cleanLines(lines: readonly Line[]): Line[] {
  return lines.map(readableRuns).filter((line) => line.length > 0);
}

function readableRuns(line: Line): Line {
  const collapsed = line.reduce<TextRun[]>(appendCollapsed, []);
  return defangedRuns(withoutTrailingSpace(collapsed));
}

/**
 * The line without live addresses. Where one is hidden in pieces of different emphasis, the line loses its emphasis.
 */
function defangedRuns(line: Line): Line {
  if (!mayHoldAddress(wordsOf(line))) return line;
  const runs = line.map((run) => ({ ...run, text: defang(run.text) }));
  const words = defang(wordsOf(line));
  return words === wordsOf(runs) ? runs : [{ text: words }];
}

function appendCollapsed(runs: TextRun[], run: TextRun): TextRun[] {
  const last = runs.at(-1);
  const text = cleanText(run.text);
  const added = last === undefined || last.text.endsWith(' ') ? text.replace(/^ /, '') : text;
  if (added === '') return runs;
  if (last === undefined || !(added === ' ' || isSameStyle(last, run))) runs.push({ ...run, text: added });
  else runs.splice(-1, 1, { ...last, text: last.text + added });
  return runs;
}

function withoutTrailingSpace(runs: readonly TextRun[]): Line {
  return runs.map((run, index) => (index === runs.length - 1 ? { ...run, text: run.text.trimEnd() } : run));
}

/** The first `characters` of a block, closed with "…" when something was left out; null when it is short enough. */
export function cutLines(lines: readonly Line[], characters: number): Line[] | null {
  let room = characters + 1;
  const kept: Line[] = [];
  for (const line of lines) {
    const length = lengthOf(line) + 1;
    if (length > room) return [...kept, [...cutRuns(line, Math.max(0, room - 1)), { text: '…' }]];
    kept.push(line);
    room -= length;
  }
  return null;
}

function cutRuns(line: Line, characters: number): Line {
  let room = characters;
  const kept = line.map((run) => {
    const text = run.text.slice(0, room).replace(/[\uD800-\uDBFF]$/, '');
    room -= Math.min(room, run.text.length);
    return { ...run, text };
  });
  return kept.filter((run) => run.text !== '');
}

function lengthOf(line: Line): number {
  return line.reduce((length, run) => length + run.text.length, 0);
}

/** A line's words without their emphasis. */
export function wordsOf(line: Line): string {
  return line.reduce((words, run) => words + run.text, '');
}
