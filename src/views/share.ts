import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { Message } from '../blocks/message.ts';
import { sharedModal, shareModal, unconfirmedModal } from '../blocks/modals/share-modal.ts';
import { withPreview } from '../blocks/modals/share-preview.ts';
import { decodeShareWish } from '../blocks/modals/state.ts';
import { CallSummaryError, type ErrorCode, isCallSummaryError, type RefusalReason } from '../errors.ts';
import type { CallSummaries } from '../services/call-summaries.ts';
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
    const previewed = async () => withPreview(await sharing.look(wish, choice), summary, reader.id);
    if (wish.shown === null) return void (await dialog.show(shareModal(await previewed()))); // the button said "Preview"
    const stillInHand = async (problem: Message, code?: ErrorCode) =>
      code === 'post_unconfirmed'
        ? unconfirmedModal(summary, problem)
        : shareModal(await previewed(), problem, code === 'not_shown_yet' || code === 'summary_changed');
    request.answer = answerIn(dialog, stillInHand, privately);
    if (summary.fingerprint !== wish.fingerprint) throw new CallSummaryError('summary_changed', {});
    const draft = draftOf(summary, wish, choice);
    if (draft === null) throw new CallSummaryError('not_shown_yet', {});
    await sharing.share(draft).catch((thrown: unknown) => {
      // Who may not read it any more is not shown it once again.
      if (isAboutReader(thrown)) request.answer = answerIn(dialog, nothingFetched, privately);
      throw thrown;
    });
    // It stands there now; a window that does not say so must not offer to share it again.
    await dialog.show(sharedModal(draft.place)).catch(() => {});
  };

const aboutReader: readonly RefusalReason[] = ['no_right', 'not_a_full_member', 'not_verified'];

/** Whether a refusal lies in the person and their rights, and not in the place. */
const isAboutReader = (thrown: unknown) =>
  isCallSummaryError(thrown, 'not_allowed') && aboutReader.includes(thrown.details.reason);
