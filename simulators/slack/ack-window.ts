import type { Outcome } from './outcome.ts';

/** The time an app has to acknowledge an envelope. */
export interface AckWindow {
  readonly outcome: Promise<Outcome>;
  /** Ends the wait; what comes after that is not heard. */
  settle(outcome: Omit<Outcome, 'ms'>): void;
}

/** Takes milliseconds and what to do when they are over; gives the window. Unsettled, its outcome is operation_timeout. */
export function openAckWindow(windowMs: number, tooLate: () => void): AckWindow {
  const startedAt = performance.now();
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const settle: AckWindow['settle'] = (outcome) => {
    clearTimeout(timer);
    resolve({ ...outcome, ms: Math.round(performance.now() - startedAt) });
  };
  const timer = setTimeout(() => {
    tooLate();
    settle({ status: 0, body: undefined, error: 'operation_timeout' });
  }, windowMs);
  return { outcome: promise, settle };
}
