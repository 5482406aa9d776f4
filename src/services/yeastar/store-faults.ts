import { CallSummaryError } from '../../errors.ts';
import { StoreError } from '../../store/store-error.ts';

/** For what cannot be done without the store. @throws {CallSummaryError} `store_unavailable` */
export async function needingStore<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (thrown) {
    throw thrown instanceof StoreError ? new CallSummaryError('store_unavailable', { fault: thrown.fault }) : thrown;
  }
}

/** For what the store makes better: the work's result, or this one while the store cannot be used. */
export async function sparingStore<T>(work: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work;
  } catch (thrown) {
    if (thrown instanceof StoreError) return otherwise;
    throw thrown;
  }
}
