import { parseExtensionNumber } from '../../call-reference/ids.ts';
import type { ExtensionNumber } from '../../call-summary.ts';
import type { CallRow } from '../schema.ts';

/** The number of a party, which is written "3202", "Leo Ball<3202>" or "+492025550117". */
function numberOf(party: string): string {
  const start = party.lastIndexOf('<');
  return start >= 0 && party.endsWith('>') ? party.slice(start + 1, -1).trim() : party;
}

/** Which parties of a call may be extensions, the likeliest first; the other side of the line is none. */
export function extensionNumbersOf(row: CallRow): readonly ExtensionNumber[] {
  const from = numberOf(row.call_from);
  const to = numberOf(row.call_to);
  const outside = { inbound: from, outbound: to, internal: null, unknown: null }[row.call_type ?? 'unknown'];
  const candidates = [to, from, ...row.speakers].filter((number) => number !== outside);
  return [...new Set(candidates)].map(parseExtensionNumber).filter((number) => number !== null);
}
