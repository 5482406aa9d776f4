import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { callSummaryMessage } from '../blocks/call-summary.ts';
import { notFetchedModal, notPostedModal, postedModal, unconfirmedModal } from '../blocks/modals/preview-modal.ts';
import { type Confirmation, decodeConfirmation } from '../blocks/modals/state.ts';
import { CallSummaryError } from '../errors.ts';
import type { CallSummaries } from '../services/call-summaries.ts';
import type { CallSummary } from '../services/call-summary.ts';
import { answerIn } from '../slack/dialog.ts';
import { postIntoThread } from '../slack/post-into-thread.ts';
import { currentRequest } from '../slack/request.ts';
import { submittedDialog } from '../slack/submission.ts';

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/**
 * "Post to thread": asks for the summary again, with the person's rights as they are now, and posts it if it is still
 * the one that was previewed. Whatever goes wrong leaves the person with the summary in hand.
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
    request.answer = answerIn(
      dialog,
      (problem, code) =>
        code === 'post_unconfirmed'
          ? unconfirmedModal(summary, problem)
          : notPostedModal(summary, thread, reader.id, problem),
      privately,
    );
    assertAsPreviewed(summary, confirmation);
    await postIntoThread(client, thread, callSummaryMessage(summary, { postedBy: reader.id }));
    await dialog.show(postedModal(thread.channelId));
  };

function assertAsPreviewed({ fingerprint }: CallSummary, confirmation: Confirmation): void {
  if (fingerprint !== confirmation.fingerprint) throw new CallSummaryError('summary_changed', {});
}
