import type { Clock } from '../clock.ts';
import type { CallList } from './call-list.ts';
import type { ListObstacle } from './offer.ts';
import { isNotOffered } from './polite-finder.ts';

/** A list, or why there is none. */
export type ListAnswer =
  | { readonly state: 'complete'; readonly list: CallList }
  | { readonly state: ListObstacle; readonly list: null };

/** The list of one plan, kept for a while. */
export interface KeptList {
  /** Never rejects. Takes as long as the phone system where there is nothing to show yet. */
  ask(): Promise<ListAnswer>;
  isBeingFetched(): boolean;
}

const freshMs = 60_000;
const showableMs = 5 * 60_000;
const failureMs = 15_000;

/**
 * A list of the last minute is as good as new. One of the last five minutes is shown at once while a new one is fetched.
 * A failure is not tried again for a quarter of a minute.
 */
export function createKeptList(fetchList: () => Promise<CallList>, clock: Clock): KeptList {
  let last: { readonly list: CallList; readonly since: number } | null = null;
  let failure: { readonly answer: ListAnswer; readonly since: number } | null = null;
  let flight: Promise<ListAnswer> | null = null;

  const isWithin = (kept: { readonly since: number } | null, ms: number) =>
    kept !== null && clock.elapsedMs() - kept.since < ms;
  const fetchAnew = async (): Promise<ListAnswer> => {
    const since = clock.elapsedMs();
    try {
      last = { list: await fetchList(), since };
      failure = null;
      return { state: 'complete', list: last.list };
    } catch (thrown) {
      const answer = { state: isNotOffered(thrown) ? 'not_offered' : 'failed', list: null } as const;
      failure = { answer, since: clock.elapsedMs() };
      return answer;
    } finally {
      flight = null;
    }
  };
  return {
    isBeingFetched: () => flight !== null,
    async ask() {
      if (!isWithin(last, freshMs) && !isWithin(failure, failureMs)) flight ??= fetchAnew();
      if (last !== null && isWithin(last, showableMs)) return { state: 'complete', list: last.list };
      if (flight !== null) return await flight;
      return failure?.answer ?? { state: 'failed', list: null };
    },
  };
}
