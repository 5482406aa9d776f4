import { constants } from 'node:os';

/** Waits for the next Ctrl+C or the like, which then does not end the demo by itself; the one after that does. */
export type UntilStopped = () => Promise<void>;

/**
 * Has Ctrl+C and the like end the demo the way a shell expects, and with it everything it has started and written.
 * Whoever reads along, such as `head`, may have read enough, too.
 */
export function endEarly(): UntilStopped {
  let waiting: (() => void) | undefined;
  process.stdout.on('error', () => process.exit(0));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (waiting === undefined) process.exit(128 + constants.signals[signal]);
      waiting();
      waiting = undefined;
    });
  }
  return () =>
    new Promise((resolve) => {
      waiting = resolve;
    });
}
