import type { RowOverrides } from '../sample-calls/transcription-row.ts';

/** Rows in which something is missing or wrong, by the place in the list of calls at which they stand in every fifty. */
const brokenRows: ReadonlyMap<number, RowOverrides> = new Map<number, RowOverrides>([
  [10, { call_duration: undefined }],
  [20, { call_type: undefined }],
  [30, { time: 'yesterday, about noon' }],
  [31, { time: undefined }],
  [40, { call_from: undefined, ai_transcription: undefined }],
  [41, { uid: undefined, ai_summary: undefined }],
  [47, { call_duration: '95' }],
]);

/** The place of the only row without a leg id. */
const placeWithoutLegId = 11;

/** What is broken in the row at a place; nothing in most. */
export function brokenAt(place: number): RowOverrides {
  return place === placeWithoutLegId ? { leg_id: undefined } : (brokenRows.get(place % 50) ?? {});
}
