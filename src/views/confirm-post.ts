import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { callSummaryMessage } from '../blocks/call-summary.ts';
import type { Message } from '../blocks/message.ts';
import { notFetchedModal, notPostedModal, postedModal, unconfirmedModal } from '../blocks/modals/preview-modal.ts';
import { type Confirmation, decodeConfirmation } from '../blocks/modals/state.ts';
import { CallSummaryError, type ErrorCode } from '../errors.ts';
import type { CallSummaries } from '../services/call-summaries.ts';
import type { CallSummary } from '../services/call-summary.ts';
import { answerIn } from '../slack/dialog.ts';
import { postIntoThread } from '../slack/post-into-thread.ts';
import { currentRequest } from '../slack/request.ts';
import { submittedDialog } from '../slack/submission.ts';

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/**
 * "Post to thread": asks for the summary again, with the person's rights as they are now, and posts it if it is still
 * the one that was previewed. Once the summary is there, whatever goes wrong leaves it in the person's hand.
 */
export const confirmPost =
  (summaries: CallSummaries) =>
  async ({ ack, view, client }: Args): Promise<void> => {
    const request = currentRequest();
    const { reader, privately } = request;
    const confirmation = decodeConfirmation(view.private_metadata);
    const dialog = submittedDialog({ ack, client, viewId: view.id });
    request.answer = answerIn(dialog, (problem) => notFetchedModal(confirmation, problem), privately);
    const summary = await summaries.find(confirmation.reference, reader);
    const { thread } = confirmation;
    const draw = (problem: Message, code?: ErrorCode) => {
      if (code === 'post_unconfirmed') return unconfirmedModal(summary, problem);
      const submit = code === 'summary_changed' ? 'Post to thread' : 'Try again';
      return notPostedModal(summary, thread, reader.id, problem, submit);
    };
    request.answer = answerIn(dialog, draw, privately);
    assertAsPreviewed(summary, confirmation);
    await postIntoThread(client, thread, callSummaryMessage(summary, { postedBy: reader.id }));
    // It stands in the thread now; a window that does not say so must not offer to post it again.
    await dialog.show(postedModal(thread.channelId)).catch(() => {});
  };

function assertAsPreviewed({ fingerprint }: CallSummary, confirmation: Confirmation): void {
  if (fingerprint !== confirmation.fingerprint) throw new CallSummaryError('summary_changed', {});
}
