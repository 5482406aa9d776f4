import { CallSummaryError } from '../../errors.ts';
import { usualLegIdParts } from '../call-reference/ids.ts';
import type { CdrId } from '../call-summary.ts';
import type { Extension } from '../phone-system.ts';
import type { PbxClient } from './client.ts';
import { errcodes, isErrcode } from './errcodes.ts';
import { type PartySummary, summaryAnswerSchema } from './schema.ts';

/** What asking for one extension's summary of a leg came to. */
export interface SummarySearch {
  readonly found: PartySummary | null;
  /** True when the PBX answered with somebody else's summary, which is shown to nobody. */
  readonly sawOtherParty: boolean;
}

// A call that is worth a summary mostly came in: the extension was called. The other side is asked on a miss.
const sides = ['dst_ext_id', 'src_ext_id'] as const;

/**
 * One extension's summary of a call leg. The PBX need not answer with the side it was asked for (its own documented
 * example does not), so `ext_num` alone decides whose summary it is.
 */
export async function searchSummary(client: PbxClient, cdrId: CdrId, extension: Extension): Promise<SummarySearch> {
  let sawOtherParty = false;
  let sawOddSide = false;
  for (const side of sides) {
    const { parties, isOdd } = await askSide(client, cdrId, side, extension.id);
    const found = parties.find((party) => party.ext_num === extension.number && isOfLeg(party, cdrId));
    if (found !== undefined) return { found, sawOtherParty };
    sawOtherParty ||= parties.length > 0;
    sawOddSide ||= isOdd;
  }
  if (sawOddSide) throw new CallSummaryError('pbx_unexpected', { fault: 'data' });
  return { found: null, sawOtherParty };
}

/**
 * Whether a summary is not clearly one of another leg. Which day's calls somebody may read is decided by the leg id they
 * gave, so a PBX that is generous with ids must not answer for another one. What does not look like a leg id says nothing.
 */
const isOfLeg = ({ call_id }: PartySummary, cdrId: CdrId) =>
  call_id === null || usualLegIdParts(call_id) === null || call_id.toUpperCase() === cdrId.toUpperCase();

async function askSide(client: PbxClient, cdrId: CdrId, side: (typeof sides)[number], extensionId: number) {
  try {
    return await client.get({
      path: '/openapi/v2.0/cdr/getaisummary',
      query: { cdr_id: cdrId, [side]: `${extensionId}` },
      schema: summaryAnswerSchema,
    });
  } catch (thrown) {
    if (isErrcode(thrown, errcodes.dataNotFound)) return { parties: [], isOdd: false };
    if (isErrcode(thrown, errcodes.processing)) throw new CallSummaryError('summary_not_ready', { cdrId });
    throw thrown;
  }
}
