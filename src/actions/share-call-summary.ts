import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { referenceOfButton } from '../blocks/call-reference-value.ts';
import { shareModal } from '../blocks/modals/share-modal.ts';
import type { CallSummaries } from '../services/call-summaries.ts';
import { dialogFor } from '../slack/dialog.ts';
import { homeOf } from '../slack/home.ts';
import { currentRequest } from '../slack/request.ts';
import { firstView, type Sharing } from '../slack/sharing.ts';

type Args = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;

/** "Share…" under a summary that only one person sees: asks where to, and shows who would read what there. */
export const shareCallSummary =
  (summaries: CallSummaries, sharing: Sharing) =>
  async ({ body, action, client }: Args): Promise<void> => {
    const reference = referenceOfButton(action);
    const home = homeOf(body);
    const dialog = await dialogFor(client, body);
    const summary = await summaries.find(reference, currentRequest().reader);
    await dialog.show(shareModal(await firstView(sharing, summary, home)));
  };
