import type { AllMiddlewareArgs, MessageShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import { findCallModal } from '../blocks/modals/find-call-modal.ts';
import { openDialog } from '../slack/dialog.ts';
import { suggestedFields } from '../slack/message-suggestion.ts';

type Args = SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs;

/** Message shortcut "View call summary": asks which call, with what the message says already filled in. */
export async function viewCallSummary({ shortcut, client }: Args): Promise<void> {
  const dialog = await openDialog(client, shortcut.trigger_id);
  await dialog.show(findCallModal({ kind: 'read' }, suggestedFields(shortcut.message)));
}
