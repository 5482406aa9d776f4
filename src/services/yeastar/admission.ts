import { CallSummaryError } from '../../errors.ts';

/** Lets a bounded number of requests in; the next one hears "busy" at once instead of joining an endless queue. */
export function createAdmission(places: number): <T>(work: () => Promise<T>) => Promise<T> {
  let taken = 0;
  return async (work) => {
    if (taken >= places) throw new CallSummaryError('busy', {});
    taken += 1;
    try {
      return await work();
    } finally {
      taken -= 1;
    }
  };
}
