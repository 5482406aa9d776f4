import { setTimeout as pause } from 'node:timers/promises';
import { isCallSummaryError } from '../../errors.ts';
import { errcodes, isErrcode } from './errcodes.ts';

const firstPauseMs = 150;

/** How often a question that failed like this may be asked again. What timed out has had its time. */
export function repeatsAllowed(thrown: unknown): number {
  if (isErrcode(thrown, errcodes.internalServerError, errcodes.overloaded)) return 2;
  if (isCallSummaryError(thrown, 'pbx_overloaded')) return thrown.details.retryAfterMs === null ? 2 : 0;
  if (isCallSummaryError(thrown, 'pbx_unexpected')) return /^HTTP 50[0234]$/.test(thrown.details.fault) ? 2 : 0;
  if (isCallSummaryError(thrown, 'pbx_unreachable')) return isBroken(thrown.details.fault) ? 1 : 0;
  return 0;
}

// A connection that broke may have been bad luck; one that is refused or has no route will be refused again.
const broken = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH']);
const isBroken = (fault: string) => broken.has(fault);

/** Asks again after a short, growing, jittered pause, for failures that may be gone by then. Stops at the signal. */
export async function withRepeats<T>(
  signal: AbortSignal,
  ask: () => Promise<T>,
  mostRepeats = Number.POSITIVE_INFINITY,
): Promise<T> {
  for (let repeat = 0; ; repeat += 1) {
    try {
      return await ask();
    } catch (thrown) {
      if (signal.aborted || repeat >= Math.min(repeatsAllowed(thrown), mostRepeats)) throw thrown;
      await pause(firstPauseMs * 2 ** repeat * (0.5 + Math.random()), undefined, { signal });
    }
  }
}
