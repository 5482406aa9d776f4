import { createZoneClock } from '../../services/recent-calls/local-time.ts';
import type { OfferedCall } from '../../services/recent-calls/offer.ts';
import { months } from '../days.ts';

/** Writes when a call began and with whom it was: `Wed 13 May, 22:33 · Kristin Hale`. Equal calls give equal words. */
export type CallTitle = (call: OfferedCall) => string;

const weekdays = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ');

/** Titles with times of a zone by its IANA name; with UTC, and saying so, where the zone is not known. */
export function createCallTitle(timeZone: string | null): CallTitle {
  const clock = createZoneClock(timeZone);
  const moment = (time: Date) => {
    const { weekday, day, month, hour, minute } = clock.at(time);
    const words = `${weekdays[weekday]} ${day} ${months[month - 1]}, ${two(hour)}:${two(minute)}`;
    return clock.isFallback ? `${words} UTC` : words;
  };
  return ({ startedAt, withWhom }) =>
    `${startedAt === null ? 'Unknown time' : moment(startedAt)} · ${withWhom === '' ? 'unknown party' : withWhom}`;
}

/** Direction, length and extension, as far as they are known: `Inbound · 12 min · extension 3202`. */
export function callDetails({ direction, durationSeconds, extensionNumber }: OfferedCall): string {
  const known = [
    direction === null ? [] : directions[direction],
    durationSeconds === null ? [] : durationWords(durationSeconds),
  ];
  return [...known.flat(), `extension ${extensionNumber}`].join(' · ');
}

const directions = { inbound: 'Inbound', outbound: 'Outbound', internal: 'Internal' } as const;

function durationWords(seconds: number): string {
  if (Math.round(seconds) < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

const two = (number: number) => String(number).padStart(2, '0');
