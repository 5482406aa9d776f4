import type { AllMiddlewareArgs, MessageShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import { findCallModal } from '../blocks/modals/find-call-modal.ts';
import { openDialog } from '../slack/dialog.ts';
import { suggestedFields } from '../slack/message-suggestion.ts';
import { threadOf } from '../slack/thread.ts';

type Args = SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs;

/** Message shortcut "Post call summary": asks which call; preview and post follow in the same window. */
export async function postCallSummary({ shortcut, client }: Args): Promise<void> {
  const dialog = await openDialog(client, shortcut.trigger_id);
  const purpose = { kind: 'post', thread: threadOf(shortcut) } as const;
  await dialog.show(findCallModal(purpose, suggestedFields(shortcut.message)));
}
