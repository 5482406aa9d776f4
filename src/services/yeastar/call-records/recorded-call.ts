import { parseLegId, usualLegIdParts } from '../../call-reference/ids.ts';
import type { CdrId } from '../../call-summary.ts';
import type { RecordedCall } from '../../phone-system.ts';
import type { PbxClock } from '../pbx-clock.ts';
import { callRowSchema } from '../schema.ts';
import { extensionNumbersOf } from './parties.ts';

const longestParty = 200;

/** A row of the file as a call; null where it names no leg or no extension, or says that there is no summary. */
export function recordedCallOf(row: unknown, clock: PbxClock): RecordedCall | null {
  const call = callRowSchema.parse(row);
  const cdrId = parseLegId(call?.leg_id ?? '');
  if (call === null || cdrId === null || !call.hasSummary) return null;
  const [likeliest, ...others] = extensionNumbersOf(call);
  if (likeliest === undefined) return null;
  return {
    cdrId,
    startedAt: clock.read(call.time) ?? beginningOf(cdrId, clock),
    direction: call.call_type,
    from: shortened(call.call_from),
    to: shortened(call.call_to),
    durationSeconds: call.call_duration,
    extensionNumbers: [likeliest, ...others],
  };
}

/** The digits of a leg id are the PBX's local time at the leg's beginning: seen in every example, promised on no page. */
function beginningOf(cdrId: CdrId, clock: PbxClock): Date | null {
  const parts = usualLegIdParts(cdrId);
  if (parts === null) return null;
  const { year, month, day, hour, minute, second } = parts;
  return clock.read(`${year}/${month}/${day} ${hour}:${minute}:${second}`);
}

const shortened = (party: string) => party.slice(0, longestParty).toWellFormed();
