import type { Freshness } from '../access/people-directory.ts';
import type { Clock } from '../clock.ts';
import { createSingleFlight } from './single-flight.ts';

/** How long more than an ordinary answer is kept, in milliseconds; by default neither is. */
export interface Keeping {
  /** For how long after it was learnt an answer also tells how things are now. */
  readonly isNowForMs?: number;
  /** For how long after a failure nothing is asked, and the failure told again. */
  readonly failureForMs?: number;
}

/**
 * One answer that is kept for a while, counted from the moment of asking. All who ask while it is being learnt wait for
 * the same answer, also those who want to know how things are now.
 */
export function createRemembered<Value>(
  clock: Clock,
  forMs: number,
  learn: () => Promise<Value>,
  { isNowForMs = 0, failureForMs = 0 }: Keeping = {},
): (freshness?: Freshness) => Promise<Value> {
  const singleFlight = createSingleFlight<Value>();
  const since = (moment: number) => clock.elapsedMs() - moment;
  let kept: { readonly value: Value; readonly askedAt: number; readonly learntAt: number } | null = null;
  let failed: { readonly thrown: unknown; readonly at: number } | null = null;
  const learnAnew = async () => {
    const askedAt = clock.elapsedMs();
    try {
      const value = await learn();
      kept = { value, askedAt, learntAt: clock.elapsedMs() };
      return value;
    } catch (thrown) {
      failed = { thrown, at: clock.elapsedMs() };
      throw thrown;
    }
  };
  return async (freshness = 'recent') => {
    if (kept !== null && since(kept.askedAt) < forMs && (freshness === 'recent' || since(kept.learntAt) < isNowForMs))
      return kept.value;
    if (failed !== null && since(failed.at) < failureForMs) throw failed.thrown;
    return await singleFlight('', learnAnew);
  };
}
