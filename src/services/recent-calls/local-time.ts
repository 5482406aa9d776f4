/** A moment as calendars and clocks of one zone show it. */
export interface LocalTime {
  readonly year: number;
  /** 1 is January. */
  readonly month: number;
  readonly day: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
}

/** Clocks of one zone. */
export interface ZoneClock {
  at(time: Date): LocalTime;
  /** Whether these are UTC's because the zone is not known, which a reader must be told. */
  readonly isFallback: boolean;
}

const quarterHourMs = 15 * 60_000;

/**
 * Clocks of a zone by its IANA name; those of UTC where it is null or none. Fast enough for thousands of times: zones
 * change their offset at quarters of an hour only, so each of those is looked up once.
 */
export function createZoneClock(timeZone: string | null): ZoneClock {
  const format = timeZone === null ? null : formatFor(timeZone);
  const offsets = new Map<number, number>();
  const offsetAt = (time: number) => {
    const quarter = Math.floor(time / quarterHourMs) * quarterHourMs;
    const offset = offsets.get(quarter) ?? (format === null ? 0 : offsetOf(format, quarter));
    offsets.set(quarter, offset);
    return offset;
  };
  return {
    isFallback: format === null,
    at: (time) => localTimeOf(new Date(time.getTime() + offsetAt(time.getTime()))),
  };
}

function formatFor(timeZone: string): Intl.DateTimeFormat | null {
  const digits = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;
  try {
    return new Intl.DateTimeFormat('en-GB', { ...digits, timeZone, hourCycle: 'h23', calendar: 'gregory' });
  } catch {
    return null;
  }
}

function offsetOf(format: Intl.DateTimeFormat, time: number): number {
  const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute')) - time;
}

const localTimeOf = (shifted: Date): LocalTime => ({
  year: shifted.getUTCFullYear(),
  month: shifted.getUTCMonth() + 1,
  day: shifted.getUTCDate(),
  weekday: shifted.getUTCDay(),
  hour: shifted.getUTCHours(),
  minute: shifted.getUTCMinutes(),
});
