import type { AllMiddlewareArgs } from '@slack/bolt';

/** Counts the requests being worked on, so that stopping can wait for them. */
export interface RunningWork {
  /** Bolt middleware; must be the first, so that it spans everything else. */
  count(args: Pick<AllMiddlewareArgs, 'next'>): Promise<void>;
  /** Resolves when nothing runs any more, or after `ms`; true if nothing was left. */
  drained(ms: number): Promise<boolean>;
}

export function createRunningWork(): RunningWork {
  const running = new Set<Promise<void>>();
  return {
    async count({ next }) {
      const work = next();
      running.add(work);
      try {
        await work;
      } finally {
        running.delete(work);
      }
    },
    async drained(ms) {
      const { promise: timeIsUp, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, ms);
      await Promise.race([allSettled(running), timeIsUp]);
      clearTimeout(timer);
      return running.size === 0;
    },
  };
}

/** Also waits for what starts while waiting. */
async function allSettled(running: ReadonlySet<Promise<void>>): Promise<void> {
  while (running.size > 0) await Promise.allSettled(running);
}
