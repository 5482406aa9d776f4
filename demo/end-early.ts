import { constants } from 'node:os';

/**
 * Has Ctrl+C and the like end the demo the way a shell expects, and with it everything it has started and written.
 * Whoever reads along, such as `head`, may have read enough, too.
 */
export function endEarly(): void {
  process.stdout.on('error', () => process.exit(0));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
}
