import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { waitingModal } from '../blocks/modals/plain-modals.ts';
import { acknowledgeQuietly, currentRequest, type SlackRequest } from '../slack/request.ts';
import { createRecent } from '../transports/recent-keys.ts';
import { redeliveredWithinMs } from './once.ts';

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/**
 * Works on each submitted form once. One that Slack delivers again, because our acknowledgement got lost, is answered with
 * what its window shows by now.
 */
export function oncePerSubmission(): (args: Args) => Promise<void> {
  const submissions = createRecent<SlackRequest>(redeliveredWithinMs);
  return async ({ ack, next }) => {
    const request = currentRequest();
    const { triggerId } = request.facts;
    const first = triggerId === null ? undefined : submissions.earlier(triggerId, request);
    if (first === undefined) return await next();
    await acknowledgeQuietly(() => ack({ response_action: 'update', view: first.shown ?? waitingModal() }));
    request.outcome = { code: 'repeated' };
  };
}
