import type { ExtensionNumber } from '../call-summary.ts';
import type { RecordedCall } from '../phone-system.ts';
import { inTurns } from './in-turns.ts';
import type { OfferedCall } from './offer.ts';
import { otherParty, partyWords } from './parties.ts';
import { digitsOf, folded, type SearchableCall } from './search.ts';

/** A call as one extension's side had it, clean and ready to be searched. Nobody's rights are decided yet. */
export interface ListedSide extends SearchableCall {
  readonly offered: OfferedCall;
}

/** A call's sides, the likeliest party's first. */
export type ListedCall = readonly [ListedSide, ...ListedSide[]];

/** Makes calls ready, the newest first and those of unknown time last. */
export const listCalls = async (calls: readonly RecordedCall[]): Promise<readonly ListedCall[]> =>
  await inTurns(newestFirst(calls), listedCallOf);

function listedCallOf(call: RecordedCall): ListedCall {
  const [likeliest, ...others] = call.extensionNumbers;
  return [sideOf(call, likeliest), ...others.map((extensionNumber) => sideOf(call, extensionNumber))];
}

function sideOf(call: RecordedCall, extensionNumber: ExtensionNumber): ListedSide {
  const party = otherParty(call, extensionNumber);
  const { cdrId, direction, durationSeconds } = call;
  const reference = { cdrId, extensionNumber };
  const startedAt = startOf(call) === null ? null : call.startedAt;
  return {
    offered: { reference, startedAt, direction, withWhom: partyWords(party), extensionNumber, durationSeconds },
    words: folded(` ${party.name} ${party.number} ${extensionNumber}`),
    digits: digitsOf(party.number === '' ? party.name : party.number),
    legId: folded(cdrId),
    startedAt,
  };
}

const newestFirst = (calls: readonly RecordedCall[]) =>
  calls.toSorted((one, other) => (startOf(other) ?? -Infinity) - (startOf(one) ?? -Infinity) || 0);

function startOf({ startedAt }: RecordedCall): number | null {
  const time = startedAt?.getTime() ?? Number.NaN;
  return Number.isNaN(time) ? null : time;
}
