import { callSummaryMessage } from '../../src/blocks/call-summary.ts';
import { parseExtensionNumber, parseLegId } from '../../src/services/call-reference/ids.ts';
import type { CallSummary } from '../../src/services/call-summary.ts';
import { parseSummaryHtml } from '../../src/services/summary-html/parse.ts';
import type { Message } from './message.ts';

const facts = factsOfCall();
const nothing: Message = { text: '', blocks: [] };

/** HTML to the message people get: everything the app does between the PBX's answer and Slack's API. */
export function convert(html: string): Message {
  return callSummaryMessage({ ...facts, document: parseSummaryHtml(html) });
}

/** HTML to the clean tree alone, which is measured and not shown. */
export function parseOnly(html: string): Message {
  parseSummaryHtml(html);
  return nothing;
}

function factsOfCall(): Omit<CallSummary, 'document'> {
  const cdrId = parseLegId('20260513223234-3EE9E');
  const extensionNumber = parseExtensionNumber('3202');
  if (cdrId === null || extensionNumber === null) throw new Error('the documented ids are ids');
  const summarisedAt = new Date(1_778_682_824_000);
  return { reference: { cdrId, extensionNumber }, name: 'Human Agent - Leo Ball', summarisedAt, fingerprint: 'bench' };
}
