import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { shareModal } from '../blocks/modals/share-modal.ts';
import { withPreview } from '../blocks/modals/share-preview.ts';
import { decodeShareWish } from '../blocks/modals/state.ts';
import type { CallSummaries } from '../services/call-summaries.ts';
import { answerIn, dialogOf } from '../slack/dialog.ts';
import { currentRequest } from '../slack/request.ts';
import { choiceOf } from '../slack/share-window.ts';
import type { Sharing } from '../slack/sharing.ts';

type Args = SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs;

/** Another conversation was chosen, or masking switched on or off: shows who would read what now. */
export const chooseInShareWindow =
  (summaries: CallSummaries, sharing: Sharing) =>
  async ({ body, client }: Args): Promise<void> => {
    const { view } = body;
    if (view === undefined) throw new Error('an element of our window outside of it');
    const request = currentRequest();
    const dialog = dialogOf(client, view.id);
    const looked = await sharing.look(decodeShareWish(view.private_metadata), choiceOf(view));
    request.answer = answerIn(dialog, (problem) => shareModal(looked, problem));
    const summary = await summaries.find(looked.wish.reference, request.reader);
    await dialog.show(shareModal(withPreview(looked, summary, request.reader.id)));
  };
