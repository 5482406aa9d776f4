import type { Clock } from '../../../src/services/clock.ts';

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
