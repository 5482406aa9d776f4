import { currentRequest } from '../slack/request.ts';
import type { MiddlewareArgs } from './middleware-args.ts';
import type { RequestObserver } from './request-observer.ts';

/** Tells of every request that it has begun, and how it ended. */
export const measure =
  (observer: RequestObserver) =>
  async ({ next }: MiddlewareArgs): Promise<void> => {
    const request = currentRequest();
    observer.taken(request.facts.kind);
    try {
      await next();
    } finally {
      observer.answered(request, performance.now() - request.startedAt);
    }
  };
