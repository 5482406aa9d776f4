import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { decodePageRequest } from '../blocks/modals/state.ts';
import { summaryModal } from '../blocks/modals/summary-modal.ts';
import type { CallSummaries } from '../services/call-summaries.ts';
import { answerIn, dialogOf } from '../slack/dialog.ts';
import { homeOf } from '../slack/home.ts';
import { currentRequest } from '../slack/request.ts';

type Args = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;

/** "Previous page" and "Next page" in the window of a long summary. */
export const turnPage =
  (summaries: CallSummaries) =>
  async ({ body, action, client }: Args): Promise<void> => {
    const request = currentRequest();
    const { reference, page } = decodePageRequest(action.value ?? '');
    const home = homeOf(body);
    const dialog = dialogOf(client, body.view?.id ?? '');
    request.answer = answerIn(dialog);
    const summary = await summaries.find(reference, request.reader);
    await dialog.show(summaryModal(summary, page, home));
  };
