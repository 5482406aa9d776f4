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

/** A plain timer: one that is called off by a signal makes two errors with every call off. */
async function isOverBy(work: Promise<void>, time: number): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<false>();
  const timer = setTimeout(resolve, Math.max(0, time - performance.now()), false);
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
