import { allCalls } from '../../simulators/pbx/sample-calls/index.ts';
import { findLegIds, parseExtensionNumber } from '../../src/services/call-reference/ids.ts';
import type { CallSummary } from '../../src/services/call-summary.ts';
import { parseSummaryHtml } from '../../src/services/summary-html/parse.ts';

/** The summary of a sample call of the PBX simulator, as the app would have it. */
export function sampleSummary(legId: string, name = 'Human Agent - Leo Ball'): CallSummary {
  const call = allCalls.find(({ cdrId }) => cdrId === legId);
  if (call === undefined || !('parties' in call)) throw new Error(`no sample call ${legId}`);
  const party = call.parties.find(({ extensionNumber }) => extensionNumber === call.extensionNumber) ?? call.parties[0];
  return summaryOf(party?.summary ?? '', legId, call.extensionNumber, name);
}

/** A summary of any HTML, of the documented leg unless said otherwise. */
export function summaryOf(
  html: string,
  legId = '20260513223234-3EE9E',
  number = '3202',
  name = 'Human Agent - Leo Ball',
): CallSummary {
  const [cdrId] = findLegIds(legId);
  const extensionNumber = parseExtensionNumber(number);
  if (cdrId === undefined || extensionNumber === null) throw new Error('not a reference');
  return {
    reference: { cdrId, extensionNumber },
    name,
    summarisedAt: new Date('2026-05-13T14:33:44Z'),
    document: parseSummaryHtml(html),
    fingerprint: 'fingerprint',
  };
}
