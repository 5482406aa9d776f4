import type { AllMiddlewareArgs, MessageShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import type { CallPicker } from '../slack/call-picker.ts';
import { openFindCallWindow } from '../slack/find-call-window.ts';
import { suggestedFields } from '../slack/message-suggestion.ts';
import { threadOf } from '../slack/thread.ts';

type Args = SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs;

/** Message shortcut "View call summary": asks which call, with what the message says already filled in. */
export const viewCallSummary =
  (picker: CallPicker) =>
  async ({ shortcut, client }: Args): Promise<void> =>
    await openFindCallWindow(client, shortcut.trigger_id, picker, {
      kind: 'read',
      home: threadOf(shortcut),
      near: shortcut.message_ts,
      fields: suggestedFields(shortcut.message),
    });
