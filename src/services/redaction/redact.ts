import { hash } from 'node:crypto';
import type { CallSummary } from '../call-summary.ts';
import type { Part, Section } from '../summary-document.ts';
import { countsOf, type MaskedCounts, type MaskedKind } from './mask.ts';
import { type RedactedRuns, redactRuns } from './redact-runs.ts';

/** A summary with masks in it, and how much they hide. */
export interface RedactedSummary {
  readonly summary: CallSummary;
  readonly masked: MaskedCounts;
}

/**
 * The summary as it may be shown to more people: phone numbers, e-mail addresses and payment card numbers are masked in
 * everything it says, and in its name. Best effort: numbers written in words, or broken across lines, are not found, and
 * a long order number passes for a phone number. Dates, times, prices and numbers of fewer than seven digits stay.
 *
 * The fingerprint is one of what is shown: it is never that of the summary without masks, even if nothing was masked.
 */
export function redact(summary: CallSummary): RedactedSummary {
  const masked: MaskedKind[] = [];
  const collect = (redacted: RedactedRuns) => {
    for (const kind of redacted.masked) masked.push(kind);
    return redacted.runs;
  };
  const textOf = (text: string) => wordsOf(collect(redactRuns([{ text }])));
  const partOf = (part: Part): Part => ({ ...part, runs: collect(redactRuns(part.runs)) });
  const sectionOf = ({ title, parts }: Section): Section => ({
    title: title === null ? null : textOf(title),
    parts: parts.map(partOf),
  });
  const name = textOf(summary.name);
  const document = { ...summary.document, sections: summary.document.sections.map(sectionOf) };
  const fingerprint = fingerprintOf([name, document, summary.summarisedAt?.getTime() ?? null]);
  return { summary: { ...summary, name, document, fingerprint }, masked: countsOf(masked) };
}

const wordsOf = (runs: readonly { readonly text: string }[]) => runs.map(({ text }) => text).join('');

const fingerprintOf = (shown: unknown) => `masked-${hash('sha256', JSON.stringify(shown), 'base64url').slice(0, 22)}`;
