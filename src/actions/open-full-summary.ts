import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { referenceOfButton } from '../blocks/call-reference-value.ts';
import { summaryModal } from '../blocks/modals/summary-modal.ts';
import type { CallSummaries } from '../services/call-summaries.ts';
import { openDialog } from '../slack/dialog.ts';
import { homeOf } from '../slack/home.ts';
import { currentRequest } from '../slack/request.ts';

type Args = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;

/** "Open full summary" under a shortened one: everything, in a window, if whoever clicked may read it. */
export const openFullSummary =
  (summaries: CallSummaries) =>
  async ({ body, action, client }: Args): Promise<void> => {
    const reference = referenceOfButton(action);
    const home = homeOf(body);
    const dialog = await openDialog(client, body.trigger_id);
    const summary = await summaries.find(reference, currentRequest().reader);
    await dialog.show(summaryModal(summary, 1, home));
  };
