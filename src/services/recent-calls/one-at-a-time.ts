import type { FindCalls } from './call-list.ts';

/**
 * Finds the calls of one window after another, in the order of the questions: a list is heavy work for the phone system,
 * and must leave connections to people who ask for a summary.
 */
export function oneAtATime(findCalls: FindCalls): FindCalls {
  let last: Promise<unknown> = Promise.resolve();
  return (window) => {
    const found = last.then(() => findCalls(window));
    last = found.catch(() => {});
    return found;
  };
}
