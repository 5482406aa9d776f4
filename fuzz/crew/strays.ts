import { setImmediate as breathe } from 'node:timers/promises';
import { Found } from '../target.ts';

/** What was thrown where nobody caught it, or warned of by a library, which quotes what it was given. */
export interface Strays {
  /** @throws {Found} where something came up since the last time */
  assertNone(): void;
  /** The same, once whatever is under way has had its turn. */
  settled(): Promise<void>;
}

/** Watches this process from now on. */
export function watchStrays(): Strays {
  let stray: unknown = null;
  const strayed = (thrown: unknown) => {
    stray ??= thrown;
  };
  process.on('unhandledRejection', strayed);
  process.on('uncaughtException', strayed);
  process.on('warning', (warning) => (warning.name === 'Warning' ? strayed(warning) : undefined));
  const assertNone = () => {
    if (stray === null) return;
    const found = new Found(`left behind: ${wordsOf(stray)}`);
    stray = null;
    throw found;
  };
  return {
    assertNone,
    async settled() {
      await breathe();
      await breathe();
      assertNone();
    },
  };
}

/** What is known of something thrown. */
export const wordsOf = (thrown: unknown): string => {
  if (thrown instanceof Found) return thrown.message;
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
};
