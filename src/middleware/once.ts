import { currentRequest, markAcknowledged } from '../slack/request.ts';
import { createRecentKeys } from '../transports/recent-keys.ts';
import type { MiddlewareArgs } from './middleware-args.ts';

/** Slack gives up redelivering long before this. */
const rememberedForMs = 10 * 60_000;

/** Lets each thing a person did through once: Slack delivers some of them again, with the same trigger. */
export function once(): (args: MiddlewareArgs) => Promise<void> {
  const triggers = createRecentKeys(rememberedForMs);
  return async ({ ack, next }) => {
    const request = currentRequest();
    const { triggerId } = request.facts;
    if (triggerId === null || triggers.addIfNew(triggerId)) return await next();
    await ack?.();
    markAcknowledged();
    request.outcome = { code: 'repeated' };
  };
}
