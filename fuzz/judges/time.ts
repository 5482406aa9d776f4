import { setTimeout as pause } from 'node:timers/promises';
import { Found } from '../target.ts';

const share = 64 * 1024;

/** What reading 64 KiB may take at most, and what reading less may. Milliseconds. */
export const mostMs = 25;

/** What came of some work, and how long it took for each 64 KiB. */
export interface Timed<T> {
  readonly result: T;
  readonly msPer64kB: number;
}

/**
 * Does the work on an input of so many bytes, which may be counted when it is done. A slow one is done again, the last times after a pause, and the fastest
 * counts: a busy machine makes things slower, never faster.
 * @throws {Found} where even that took too long
 */
export async function timed<T>(
  bytes: number | (() => number),
  work: () => T | Promise<T>,
  most = mostMs,
): Promise<Timed<T>> {
  const { result, ...first } = await measured(work);
  const size = typeof bytes === 'number' ? bytes : bytes();
  const scale = Math.max(1, size / share);
  let { ms } = first;
  for (let again = 1; again <= mostRepeats && ms / scale > most; again += 1) {
    if (again > mostRepeats / 2) await pause(breathMs);
    ms = Math.min(ms, (await measured(work)).ms);
  }
  if (ms / scale > most) throw new Found(`${ms.toFixed(1)} ms for ${size} bytes`);
  return { result, msPer64kB: ms / scale };
}

const mostRepeats = 6;
const breathMs = 100;

// What the thread itself worked, if that is less than what the clock says: others may have had the processor meanwhile.
async function measured<T>(work: () => T | Promise<T>): Promise<{ result: T; ms: number }> {
  const start = performance.now();
  const before = process.threadCpuUsage();
  const pending = work();
  const result = pending instanceof Promise ? await pending : pending;
  const { user, system } = process.threadCpuUsage(before);
  return { result, ms: Math.min(performance.now() - start, (user + system) / 1000) };
}
