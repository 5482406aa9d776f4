import { createRecentKeys } from '../slack/recent-keys.ts';
import { acknowledgeQuietly, currentRequest } from '../slack/request.ts';
import type { MiddlewareArgs } from './middleware-args.ts';

/** Slack gives up redelivering long before this. */
export const redeliveredWithinMs = 10 * 60_000;

/**
 * Lets each thing a person did through once: Slack delivers some of them again, with the same trigger. Submitted forms
 * are left to `once-per-submission.ts`, since an empty acknowledgement would close their window.
 */
export function once(): (args: MiddlewareArgs) => Promise<void> {
  const seen = createRecentKeys(redeliveredWithinMs);
  return async ({ ack, next }) => {
    const request = currentRequest();
    const { kind, sameAgain } = request.facts;
    if (kind === 'view' || sameAgain === null || seen.addIfNew(sameAgain)) return await next();
    await acknowledgeQuietly(ack);
    request.outcome = { code: 'repeated' };
  };
}
