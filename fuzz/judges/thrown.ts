import { ConfigError } from '../../src/config/problems.ts';
import { CallSummaryError } from '../../src/errors.ts';
import { ErrcodeAnswer } from '../../src/services/yeastar/errcodes.ts';
import { Found } from '../target.ts';

const ours = [CallSummaryError, ConfigError, ErrcodeAnswer];

/** What reading came to: a result, or an error that is one of ours. */
export type Reading<T> = { readonly result: T } | { readonly error: Error };

/** Reads, and takes an error of ours for an answer. @throws {Found} for any other */
export function readingOf<T>(read: () => T): Reading<T> {
  try {
    return { result: read() };
  } catch (thrown) {
    return { error: ownError(thrown) };
  }
}

/** The same for what takes a while. */
export async function laterReadingOf<T>(read: () => Promise<T>): Promise<Reading<T>> {
  try {
    return { result: await read() };
  } catch (thrown) {
    return { error: ownError(thrown) };
  }
}

function ownError(thrown: unknown): Error {
  const own = ours.find((kind) => thrown instanceof kind);
  if (own !== undefined && thrown instanceof Error) return thrown;
  throw new Found(`threw ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`);
}
