import type { PbxAnswer } from '../answer.ts';
import { refuse, refuseParameter } from '../answer.ts';
import type { PbxClock } from '../clock/index.ts';
import type { SampleCall } from '../sample-calls/sample-call.ts';
import type { CallType, LastStatus } from '../sample-calls/transcription-row.ts';
import type { WrittenRow } from './row-of.ts';
import { startOf } from './row-of.ts';

const callTypes: ReadonlySet<string> = new Set<CallType>(['Inbound', 'Outbound', 'Internal']);

const lastStatuses: ReadonlySet<string> = new Set<LastStatus>([
  'ANSWERED',
  'NO ANSWER',
  'ABANDONED',
  'BUSY',
  'FAILED',
  'VOICEMAIL',
]);

/** Says of a leg and its row whether it was asked for. */
export type LegFilter = (call: SampleCall, row: WrittenRow) => boolean;

/** Reads the filters of `cdr/aidownload` (Yeastar: download-ai-call-transcription-data page), or gives the refusal. */
export function readFilter(query: URLSearchParams, clock: PbxClock): LegFilter | PbxAnswer {
  const [start, end] = [readBound(query.get('start_time'), clock), readBound(query.get('end_time'), clock)];
  if (start === 'unreadable' || end === 'unreadable') return refuse(40001);
  const type = query.get('call_type') || null;
  if (type !== null && !callTypes.has(type)) return refuseParameter('call_type', 'invalid');
  const status = query.get('last_status') || null;
  if (status !== null && !lastStatuses.has(status)) return refuseParameter('last_status', 'invalid');
  return (call, row) =>
    isWithin(startOf(call), start, end) &&
    holds(row.call_from, query.get('call_from')) &&
    holds(row.call_to, query.get('call_to')) &&
    (type === null || row.call_type === type) &&
    (status === null || (call.lastStatus ?? 'ANSWERED') === status);
}

/** A bound as local digits; null when it is left out. */
function readBound(text: string | null, clock: PbxClock): string | null {
  return text === null || text === '' ? null : (clock.read(text) ?? 'unreadable');
}

/** Both bounds belong to the window. The digits compare as texts. */
function isWithin(digits: string, start: string | null, end: string | null): boolean {
  return (start === null || digits >= start) && (end === null || digits <= end);
}

/** The keyword may stand anywhere in the end, so a filter for a number finds more than that number. */
function holds(end: unknown, keyword: string | null): boolean {
  return (
    keyword === null ||
    String(end ?? '')
      .toLowerCase()
      .includes(keyword.toLowerCase())
  );
}
