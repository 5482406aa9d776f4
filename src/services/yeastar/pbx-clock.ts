import { CallSummaryError } from '../../errors.ts';
import type { Clock } from '../clock.ts';
import type { PbxClient } from './client.ts';
import { type DisplayFormat, displayFormatOf, readWallTime, writeWallTime } from './display-format.ts';
import { createRemembered } from './remembered.ts';
import { systemClockSchema } from './schema.ts';

/** Turns moments into the times on the PBX's own clock, and back. */
export interface PbxClock {
  /** The moment as the PBX would write it, to the second. */
  write(moment: Date): string;
  /** The moment that the PBX wrote so; null where the text is no time. */
  read(text: string): Date | null;
}

const minute = 60_000;
const keptForMs = 10 * minute;
const quarterHour = 15 * minute;
const farthestOffset = 14 * 60 * minute;

/**
 * Asks the PBX how its clock goes, at most every ten minutes.
 * @throws {CallSummaryError} `pbx_unexpected` where it writes dates in a way we do not know, or names no time
 */
export const createPbxClockReader = (client: PbxClient, clock: Clock): (() => Promise<PbxClock>) =>
  createRemembered(clock, keptForMs, async () =>
    pbxClockOf(await client.get({ path: '/openapi/v1.0/system/information', query: {}, schema: systemClockSchema })),
  );

/** What system/information says about the clock. */
type ClockReport = ReturnType<typeof systemClockSchema.parse>;

// The PBX names neither its zone nor when its offset changes: the offset is that of now. A call from before the clocks
// were last changed is therefore shown an hour off.
function pbxClockOf(report: ClockReport): PbxClock {
  const format = formatOf(report);
  const offset = offsetOf(report, format);
  return {
    write: (moment) => writeWallTime(new Date(moment.getTime() + offset), format),
    read(text) {
      const wall = readWallTime(text, format);
      return wall === null ? null : new Date(wall.getTime() - offset);
    },
  };
}

// No page says how a twelve-hour clock calls itself in `system_time_format`; its own time of day ends in AM or PM.
function formatOf({ system_date_format, system_time_format, system_time }: ClockReport): DisplayFormat {
  const isTwelveHour = /a/i.test(system_time_format) || /[AP]M$/i.test(system_time);
  return displayFormatOf(system_date_format, isTwelveHour) ?? unexpected('system_date_format');
}

/** Local time minus UTC, in milliseconds. Rounded: the two are a second apart where they were not read at once. */
function offsetOf({ system_time, timestamp }: ClockReport, format: DisplayFormat): number {
  const wall = readWallTime(system_time, format) ?? unexpected('system_time');
  const truth = timestamp ?? unexpected('timestamp');
  const offset = Math.round((wall.getTime() - truth.getTime()) / quarterHour) * quarterHour;
  return Math.abs(offset) <= farthestOffset ? offset : unexpected('system_time');
}

function unexpected(fault: string): never {
  throw new CallSummaryError('pbx_unexpected', { fault });
}
