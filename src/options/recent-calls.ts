import type { BlockSuggestion, SlackOptionsMiddlewareArgs } from '@slack/bolt';
import { findCallForm } from '../blocks/modals/find-call-modal.ts';
import { decodePurpose } from '../blocks/modals/state.ts';
import type { CallPicker } from '../slack/call-picker.ts';
import { timeOfMessage } from '../slack/message-time.ts';
import { acknowledgeQuietly, currentRequest } from '../slack/request.ts';

/** The entries of the menu of recent calls, as it opens and with every letter typed. Slack waits three seconds. */
export const recentCalls =
  (picker: CallPicker) =>
  async ({ ack, body, payload }: SlackOptionsMiddlewareArgs<'block_suggestion'>): Promise<void> => {
    // A menu has no room for words: whoever may choose from nothing finds it empty.
    currentRequest().answer = { send: () => acknowledgeQuietly(() => ack({ options: [] })) };
    const options = await picker.options(payload.value, nearOf(body));
    await acknowledgeQuietly(() => ack({ options }));
  };

/** In the form that a message's shortcut opened: when that message was written. */
function nearOf({ view }: BlockSuggestion): Date | null {
  if (view?.callback_id !== findCallForm.callbackId) return null;
  const { near } = decodePurpose(view.private_metadata);
  return near === null ? null : timeOfMessage(near);
}
