import { parseExtensionNumber, parseLegId } from '../../src/services/call-reference/ids.ts';
import type { CallSummary } from '../../src/services/call-summary.ts';
import { parseSummaryHtml } from '../../src/services/summary-html/parse.ts';

const list = (...entries: readonly string[]) =>
  `<ul>\n${entries.map((entry) => `<li>${entry}</li>\n`).join('')}</ul>\n`;

/** The HTML of the vendor's own example. */
export const documentedHtml = [
  '<p>Call Summary</p>\n',
  list(
    'Kristin Hale was transferred to a human agent regarding a login issue.',
    'She reported that 60% of users cannot log in and keep seeing an error message.',
    'The human agent offered to check server logs and escalate to the engineering team.',
  ),
  '<p>Key Points</p>\n',
  list(
    '60% of users are affected by the login issue.',
    'The page refreshes after password entry with no error code.',
    'The human agent escalated the issue to the engineering team.',
  ),
  '<p>Follow-Up Actions</p>\n',
  list(
    'Check server logs for login failure records.',
    'Investigate the login loop issue.',
    'Provide Kristin Hale with an estimated resolution time.',
  ),
].join('');

/** The vendor's own example, with other HTML or facts where a test asks for them. */
export function sampleSummary(html = documentedHtml, facts: Partial<CallSummary> = {}): CallSummary {
  const cdrId = parseLegId('20260513223234-3EE9E');
  const extensionNumber = parseExtensionNumber('3202');
  if (cdrId === null || extensionNumber === null) throw new Error('the sample ids are ids');
  return {
    reference: { cdrId, extensionNumber },
    name: 'Human Agent - Leo Ball',
    summarisedAt: new Date(1_778_682_824_000),
    document: parseSummaryHtml(html),
    fingerprint: 'sample',
    ...facts,
  };
}
