import type { SampleCall } from '../sample-calls/sample-call.ts';
import type { Office } from './make.ts';
import { makeRecentCalls } from './make.ts';
import type { RecentCallsWish } from './wish.ts';

/** The calls that were made on wish. */
type RecentCalls = {
  readonly all: readonly SampleCall[];
  /** Makes others in place of those there are: so many, or as the wish says. */
  replace: (wish: number | RecentCallsWish) => void;
};

/** The calls of an office, made as wished. */
export function createRecentCalls(office: Office, atStart: number | RecentCallsWish): RecentCalls {
  const make = (wish: number | RecentCallsWish) =>
    makeRecentCalls(typeof wish === 'number' ? { count: wish } : wish, office);
  let calls = make(atStart);
  return {
    get all() {
      return calls;
    },
    replace: (wish) => {
      calls = make(wish);
    },
  };
}
