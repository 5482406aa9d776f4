import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { Message } from '../blocks/message.ts';
import { isAsShown, type ShareChoice } from '../blocks/modals/share-form.ts';
import { sharedModal, shareModal, unconfirmedModal } from '../blocks/modals/share-modal.ts';
import { withPreview } from '../blocks/modals/share-preview.ts';
import { decodeShareWish, type ShareWish } from '../blocks/modals/state.ts';
import { CallSummaryError, type ErrorCode } from '../errors.ts';
import type { CallSummaries } from '../services/call-summaries.ts';
import type { CallSummary } from '../services/call-summary.ts';
import { answerIn } from '../slack/dialog.ts';
import { currentRequest } from '../slack/request.ts';
import { choiceOf } from '../slack/share-window.ts';
import { draftOf, type Sharing } from '../slack/sharing.ts';
import { submittedDialog } from '../slack/submission.ts';

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/**
 * "Share": asks for the summary again, with the person's rights as they are now, and shares it if summary, place and masking
 * are still those they were shown. Once the summary is there, whatever goes wrong leaves it in the person's hand.
 */
export const share =
  (summaries: CallSummaries, sharing: Sharing) =>
  async ({ ack, view, client }: Args): Promise<void> => {
    const request = currentRequest();
    const { reader, privately } = request;
    const wish = decodeShareWish(view.private_metadata);
    const choice = choiceOf(view);
    const dialog = submittedDialog({ ack, client, viewId: view.id });
    const nothingFetched = async (problem: Message) => shareModal(await sharing.look(wish, choice), problem);
    request.answer = answerIn(dialog, nothingFetched, privately);
    const summary = await summaries.find(wish.reference, reader);
    const stillInHand = async (problem: Message, code?: ErrorCode) =>
      code === 'post_unconfirmed'
        ? unconfirmedModal(summary, problem)
        : shareModal(withPreview(await sharing.look(wish, choice), summary, reader.id), problem);
    request.answer = answerIn(dialog, stillInHand, privately);
    assertAsShown(wish, choice, summary);
    const draft = draftOf(summary, wish, choice);
    await sharing.share(draft);
    // It stands there now; a window that does not say so must not offer to share it again.
    await dialog.show(sharedModal(draft.place)).catch(() => {});
  };

/** What somebody has not seen, they have not said yes to. */
function assertAsShown({ shown, fingerprint }: ShareWish, choice: ShareChoice, summary: CallSummary): void {
  if (!isAsShown(choice, shown)) throw new CallSummaryError('not_shown_yet', {});
  if (summary.fingerprint !== fingerprint) throw new CallSummaryError('summary_changed', {});
}
