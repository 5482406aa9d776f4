import type { AllMiddlewareArgs, GlobalShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import { findCallModal } from '../blocks/modals/find-call-modal.ts';
import { openDialog } from '../slack/dialog.ts';

type Args = SlackShortcutMiddlewareArgs<GlobalShortcut> & AllMiddlewareArgs;

/** Global shortcut "Find call summary": asks which call, from anywhere. */
export async function findCallSummary({ shortcut, client }: Args): Promise<void> {
  const dialog = await openDialog(client, shortcut.trigger_id);
  await dialog.show(findCallModal({ kind: 'read' }, { cdrId: '', extensionNumber: '' }));
}
