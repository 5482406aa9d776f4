import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { alreadyDoneModal, waitingModal } from '../blocks/modals/plain-modals.ts';
import { createRecent } from '../slack/recent-keys.ts';
import { acknowledgeQuietly, currentRequest, type SubmittedWindow } from '../slack/request.ts';
import { redeliveredWithinMs } from './once.ts';

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/**
 * Works on each submitted form once. One that Slack delivers again, because our acknowledgement got lost, is answered with
 * what its window shows by now.
 */
export function oncePerSubmission(): (args: Args) => Promise<void> {
  const windows = createRecent<SubmittedWindow>(redeliveredWithinMs);
  return async ({ ack, next }) => {
    const request = currentRequest();
    const { sameAgain } = request.facts;
    const first = sameAgain === null ? undefined : windows.earlier(sameAgain, request.window);
    if (first === undefined) return await next();
    first.isRedelivered = true;
    await acknowledgeQuietly(() => ack({ response_action: 'update', view: viewOf(first) }));
    request.outcome = { code: 'repeated' };
  };
}

const viewOf = ({ view, state }: SubmittedWindow) =>
  view ?? (state === 'working' ? waitingModal() : alreadyDoneModal());
