import { CallSummaryError } from '../../errors.ts';

/** Lets a bounded number of requests in; the next one hears "busy" at once instead of joining an endless queue. */
export interface Admission {
  /** @throws {CallSummaryError} `busy`, and what the work throws */
  admit<T>(work: () => Promise<T>): Promise<T>;
  /** How many are in at this moment. */
  inside(): number;
}

export function createAdmission(places: number): Admission {
  let taken = 0;
  const admit = async <T>(work: () => Promise<T>): Promise<T> => {
    if (taken >= places) throw new CallSummaryError('busy', {});
    taken += 1;
    try {
      return await work();
    } finally {
      taken -= 1;
    }
  };
  return { admit, inside: () => taken };
}
