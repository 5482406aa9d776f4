import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * A timer remembers in what context it was set, here the request in hand with everything that belongs to it, until it is
 * over. Set outside of every request, it remembers nothing.
 */
const outsideOfRequests = AsyncLocalStorage.snapshot();

/** A signal that is given after so many milliseconds, and until then keeps nothing of the request in memory. */
export const deadlineIn = (ms: number): AbortSignal => outsideOfRequests(() => AbortSignal.timeout(ms));
