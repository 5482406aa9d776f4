import { setTimeout } from 'node:timers/promises';
import { StoreError } from '../store-error.ts';

/** Lets one in at a time, in the order of coming. */
export interface Turnstile {
  /** Resolves with the way out. `giveUpAt` is a time of `performance.now()`. @throws {StoreError} `locked` when it has come */
  enter(giveUpAt: number): Promise<() => void>;
}

export function createTurnstile(): Turnstile {
  let last: Promise<void> = Promise.resolve();
  return {
    async enter(giveUpAt) {
      const { promise: left, resolve: leave } = Promise.withResolvers<void>();
      const before = last;
      last = before.then(() => left);
      if (await isOverBy(before, giveUpAt)) return leave;
      leave();
      throw new StoreError('locked');
    },
  };
}

async function isOverBy(work: Promise<void>, time: number): Promise<boolean> {
  const alarm = new AbortController();
  const over = work.then(() => true);
  const late = setTimeout(Math.max(0, time - performance.now()), false, { signal: alarm.signal }).catch(() => false);
  try {
    return await Promise.race([over, late]);
  } finally {
    alarm.abort();
  }
}
