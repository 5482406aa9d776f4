import type { AllMiddlewareArgs, GlobalShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import type { CallPicker } from '../slack/call-picker.ts';
import { emptyFields, openFindCallWindow } from '../slack/find-call-window.ts';

type Args = SlackShortcutMiddlewareArgs<GlobalShortcut> & AllMiddlewareArgs;

/** Global shortcut "Find call summary": asks which call, from anywhere. */
export const findCallSummary =
  (picker: CallPicker) =>
  async ({ shortcut, client }: Args): Promise<void> =>
    await openFindCallWindow(client, shortcut.trigger_id, picker, {
      kind: 'read',
      home: null,
      near: null,
      fields: emptyFields,
    });
