import { AsyncLocalStorage } from 'node:async_hooks';

/** Adds up how long one person's request has waited for the PBX, in milliseconds. */
export interface PbxStopwatch {
  waitedMs: number;
}

const running = new AsyncLocalStorage<PbxStopwatch>();

/** Runs a request with a stopwatch of its own; whatever waits for the PBX inside is counted on it. */
export const withPbxStopwatch = <T>(stopwatch: PbxStopwatch, run: () => T): T => running.run(stopwatch, run);

/** Counts the time of this work as waiting for the PBX, also when it fails. */
export async function waitingForPbx<T>(work: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  try {
    return await work();
  } finally {
    const stopwatch = running.getStore();
    if (stopwatch !== undefined) stopwatch.waitedMs += performance.now() - startedAt;
  }
}
