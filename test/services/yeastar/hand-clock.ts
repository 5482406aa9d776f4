import type { Clock } from '../../../src/services/clock.ts';
import type { WallClock } from '../../../src/services/yeastar/wall-clock.ts';

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;

/** A clock that stands still until it is turned. */
export interface HandClock extends Clock {
  advance(milliseconds: number): void;
}

export function handClock(): HandClock {
  let now = 0;
  return {
    elapsedMs: () => now,
    advance: (milliseconds) => {
      now += milliseconds;
    },
  };
}

const beginning = Date.UTC(2026, 4, 13, 12);

/** The time of day by a clock that is turned by hand. */
export const wallClockBy =
  (clock: Clock): WallClock =>
  () =>
    new Date(beginning + clock.elapsedMs());
