import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Fault } from '../../../../simulators/pbx/index.ts';
import type { CallWindow, RecordedCalls } from '../../../../src/services/phone-system.ts';
import { minute } from '../hand-clock.ts';
import { type Line, type LineOptions, openLine } from '../support.ts';

/** A line to a PBX on the morning after the documented call. */
export const openCallLine = (t: TestContext, { pbx, ...more }: LineOptions = {}): Promise<Line> =>
  openLine(t, { pbx: { now: () => Date.UTC(2026, 4, 14, 9, 0, 0, 700), ...pbx }, ...more });

/** The leg of the vendor's own example; its digits are the PBX's local time, which is eight hours ahead of UTC. */
export const documentedLeg = '20260513223234-3EE9E';
const documentedStart = new Date('2026-05-13T14:32:34Z');

/** From a minute before the documented leg to a minute after it began. */
export const documentedWindow = aroundMoment(documentedStart, minute);

/** So many milliseconds to both sides of a moment. */
export function aroundMoment(moment: Date, milliseconds: number): CallWindow {
  const at = moment.getTime();
  return { from: new Date(at - milliseconds), until: new Date(at + milliseconds) };
}

/** Asks for the calls around the documented one. */
export const findDocumented = ({ phoneSystem }: Line): Promise<RecordedCalls> =>
  phoneSystem.findCalls(documentedWindow);

/** The next file holds this. */
export const holding = (rows: unknown): Fault => ({
  kind: 'raw',
  body: typeof rows === 'string' ? rows : JSON.stringify(rows),
});

/** A row of a call that came in for 3202. */
export const rowOf = (serial: number, more: object = {}) => ({
  leg_id: `20260513223234-${serial.toString(16).toUpperCase().padStart(5, '0')}`,
  time: '2026/05/13 22:32:34',
  call_type: 'Inbound',
  call_from: '2025550143',
  call_to: 'Leo Ball<3202>',
  call_duration: 162,
  ai_summary: '<p>Call Summary</p>',
  ...more,
});

/** The query the PBX was last asked with at this endpoint. */
export function lastQuery({ pbx }: Line, endpoint: string): Readonly<Record<string, string>> {
  const query = pbx.requests.findLast((request) => request.endpoint === endpoint)?.query;
  assert.ok(query !== undefined, `${endpoint} was not asked`);
  return query;
}

/** The legs that were found, in their own order. */
export const legsIn = ({ calls }: RecordedCalls): readonly string[] => calls.map(({ cdrId }) => cdrId);
