import type { CallSummary } from '../services/call-summary.ts';
import { aiNote, momentText, summaryTitle } from './call-heading.ts';
import { escapeMrkdwn } from './kit.ts';
import { slackLimits } from './limits.ts';
import { shownSections } from './shown-section.ts';
import { dealPages } from './summary-pages.ts';
import { documentRemarks, longestMoreSentence, moreSentence } from './summary-remarks.ts';
import { sectionsText, textSizes } from './summary-text.ts';

/**
 * The summary in words, for everyone who does not see blocks: mrkdwn, escaped once, at most 4,000 characters. What
 * does not fit is counted, with `wayToRead` it.
 */
export function callSummaryText(summary: CallSummary, sharedBy: string | undefined, wayToRead: string): string {
  const above = linesAbove(summary, sharedBy);
  const below = [...documentRemarks(summary.document), aiNote];
  const frame = [...above, '', '', ...below].join('\n').length;
  const textCharacters = slackLimits.messageTextCharacters - frame - longestMoreSentence;
  const budget = { textCharacters, jsonCharacters: Number.POSITIVE_INFINITY, blocks: Number.POSITIVE_INFINITY };
  const pages = dealPages(shownSections(summary.document), budget, textSizes, 'first');
  const more = moreSentence(pages, wayToRead) ?? [];
  const said = [sectionsText(pages[0])].filter((text) => text !== '').flatMap((text) => [text, '']);
  return [...above, '', ...said, more, ...below].flat().join('\n');
}

function linesAbove(summary: CallSummary, sharedBy: string | undefined): string[] {
  const sharer = sharedBy === undefined ? [] : [`Shared by <@${escapeMrkdwn(sharedBy)}>`];
  return [...sharer, `*${escapeMrkdwn(summaryTitle(summary))}*`, escapeMrkdwn(momentText(summary))];
}
