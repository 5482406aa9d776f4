import { usualLegIdParts } from '../call-reference/ids.ts';
import type { Day } from './access-rules.ts';

/**
 * The day of a call in the PBX's calendar, as its leg id spells it (Yeastar: leg id); null where it spells none. Not the
 * day the summary was written, which can be long after the call: an old recording may be summarised at any time.
 */
export function callDayOf(cdrId: string): Day | null {
  const parts = usualLegIdParts(cdrId);
  if (parts === null) return null;
  const day = `${parts.year}-${parts.month}-${parts.day}`;
  return isRealDay(day) ? day : null;
}

/** Whether a text such as `2026-03-01` is a day that exists. */
export function isRealDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}
