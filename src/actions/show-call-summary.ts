import type {
  AllMiddlewareArgs,
  BlockAction,
  ButtonAction,
  ExternalSelectAction,
  SlackActionMiddlewareArgs,
} from '@slack/bolt';
import { decodeReference } from '../blocks/call-reference-value.ts';
import { listModal } from '../blocks/modals/list-modal.ts';
import { summaryModal } from '../blocks/modals/summary-modal.ts';
import type { CallSummaries } from '../services/call-summaries.ts';
import type { CallPicker } from '../slack/call-picker.ts';
import { dialogFor } from '../slack/dialog.ts';
import { homeOf } from '../slack/home.ts';
import { currentRequest } from '../slack/request.ts';

type Chosen = ButtonAction | ExternalSelectAction;
type Args = SlackActionMiddlewareArgs<BlockAction<Chosen>> & AllMiddlewareArgs;

/**
 * A call was chosen from recent ones, by its button or from the menu: shows its summary in a window, so that the list stays
 * where it is.
 */
export const showCallSummary =
  (summaries: CallSummaries, picker: CallPicker) =>
  async ({ action, body, client }: Args): Promise<void> => {
    const home = homeOf(body);
    const dialog = await dialogFor(client, body);
    const reference = decodeReference(chosenValue(action));
    // The menu's note that the list is on its way can be chosen too: by now the list may be there.
    if (reference === null) return void (await dialog.show(listModal(await picker.message(null), home)));
    const summary = await summaries.find(reference, currentRequest().reader);
    await dialog.show(summaryModal(summary, 1, home));
  };

const chosenValue = (action: Chosen): string =>
  (action.type === 'button' ? action.value : action.selected_option?.value) ?? '';
