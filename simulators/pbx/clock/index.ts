import { readDisplayTime, utcOf, writeDisplayTime } from './display-time.ts';
import type { DateFormat, TimeFormat } from './formats.ts';

/**
 * The wall clock of the PBX. Local times go about as 14 digits, YYYYMMDDhhmmss, as at the head of a leg id: they need
 * no offset to be compared, and a PBX has none for the past.
 */
export type PbxClock = {
  /** The local digits now. */
  now: () => string;
  /** The local digits at a moment, in milliseconds since 1970. */
  digitsAt: (moment: number) => string;
  /** The moment at which the clock showed these digits, in milliseconds since 1970. */
  momentOf: (digits: string) => number;
  /** Digits in the PBX's display format. */
  write: (digits: string) => string;
  /** Reads the display format; null for anything else. */
  read: (text: string) => string | null;
};

/** What a PBX's clock is set to: where `now` comes from, the zone it shows, and how it writes. */
export type ClockSettings = { now: () => number; timeZone: string; dateFormat: DateFormat; timeFormat: TimeFormat };

/** A clock. Throws a RangeError for a zone nobody knows. */
export function createClock({ now, timeZone, dateFormat, timeFormat }: ClockSettings): PbxClock {
  // This locale writes "2026-05-13 22:32:34": the digits in the wanted order, whatever the machine's own locale.
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const format = `${dateFormat} ${timeFormat}`;
  const digitsAt = (moment: number) => local.format(moment).replaceAll(/\D/g, '');
  const ahead = (moment: number) => utcOf(digitsAt(moment)) - moment;
  return {
    now: () => digitsAt(now()),
    digitsAt,
    momentOf: (digits) => {
      const asUtc = utcOf(digits);
      // The first guess can fall on the other side of a change of summer time; the second does not.
      return Number.isNaN(asUtc) ? asUtc : asUtc - ahead(asUtc - ahead(asUtc));
    },
    write: (digits) => writeDisplayTime(digits, format),
    read: (text) => readDisplayTime(text, format),
  };
}
