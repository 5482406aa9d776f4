import type { TextRun } from '../summary-document.ts';
import { isSameStyle } from '../summary-html/flat-block.ts';
import { inPlainDigits } from './digits.ts';
import { findEmailAddresses } from './email-addresses.ts';
import { type Finding, type MaskedKind, masks, withBlanks } from './mask.ts';
import { findNumbers } from './numbers.ts';

/** Text with masks in it, and what each of them stands for. */
export interface RedactedRuns {
  readonly runs: readonly TextRun[];
  readonly masked: readonly MaskedKind[];
}

// A mask can turn what stood beside it into a number of its own, which a second look finds. The bound keeps hostile text
// from being looked at once for each of its numbers.
const looks = 4;

/**
 * Masks what runs of text give away, also where it begins in one run and ends in another. A mask looks like the text it
 * begins in. Lines are read one by one: nothing is found across a line break.
 */
export function redactRuns(runs: readonly TextRun[]): RedactedRuns {
  let redacted: RedactedRuns = { runs, masked: [] };
  for (let look = 0; look < looks; look += 1) {
    const findings = findingsIn(redacted.runs.map(({ text }) => text).join(''));
    if (findings.length === 0) break;
    const masked = [...redacted.masked, ...findings.map(({ kind }) => kind)];
    redacted = { runs: maskedRuns(redacted.runs, findings), masked };
  }
  return redacted;
}

function findingsIn(text: string): readonly Finding[] {
  const plain = inPlainDigits(text);
  const addresses = findEmailAddresses(plain);
  const numbers = findNumbers(withBlanks(plain, addresses));
  return [...addresses, ...numbers].toSorted((one, other) => one.start - other.start);
}

function maskedRuns(runs: readonly TextRun[], findings: readonly Finding[]): readonly TextRun[] {
  let end = 0;
  const masked = runs.map((run) => {
    const start = end;
    end += run.text.length;
    return { ...run, text: maskedText(run.text, start, findings) };
  });
  return masked.filter(({ text }) => text !== '').reduce<TextRun[]>(appendRun, []);
}

/** The text that begins at `start`, without what is found in it; a mask stands where a finding begins. */
function maskedText(text: string, start: number, findings: readonly Finding[]): string {
  const within = findings.filter((finding) => finding.start < start + text.length && finding.end > start);
  let kept = 0;
  const pieces = within.map((finding) => {
    const before = text.slice(kept, Math.max(finding.start - start, 0));
    kept = finding.end - start;
    return finding.start < start ? before : before + masks[finding.kind];
  });
  return [...pieces, text.slice(kept)].join('');
}

function appendRun(runs: TextRun[], run: TextRun): TextRun[] {
  const last = runs.at(-1);
  if (last === undefined || !isSameStyle(last, run)) runs.push(run);
  else runs.splice(-1, 1, { ...last, text: last.text + run.text });
  return runs;
}
