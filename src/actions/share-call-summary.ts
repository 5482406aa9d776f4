import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { decodeReference } from '../blocks/call-reference-value.ts';
import { shareModal } from '../blocks/modals/share-modal.ts';
import { withPreview } from '../blocks/modals/share-preview.ts';
import type { CallSummaries } from '../services/call-summaries.ts';
import { dialogFor } from '../slack/dialog.ts';
import { homeOf } from '../slack/home.ts';
import { currentRequest } from '../slack/request.ts';
import { firstChoice, firstWish, type Sharing } from '../slack/sharing.ts';

type Args = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;

/** "Share…" under a summary that only one person sees: asks where to, and shows who would read what there. */
export const shareCallSummary =
  (summaries: CallSummaries, sharing: Sharing) =>
  async ({ body, action, client }: Args): Promise<void> => {
    const reference = decodeReference(action.value ?? '');
    if (reference === null) throw new Error('a button of ours without a reference');
    const home = homeOf(body);
    const dialog = await dialogFor(client, body);
    const { reader } = currentRequest();
    const summary = await summaries.find(reference, reader);
    const view = await sharing.look(firstWish(summary, home), firstChoice(home));
    await dialog.show(shareModal(withPreview(view, summary, reader.id)));
  };
