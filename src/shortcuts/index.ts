import type { App } from '@slack/bolt';
import type { CallPicker } from '../slack/call-picker.ts';
import { findCallSummary } from './find-call-summary.ts';
import { postCallSummary } from './post-call-summary.ts';
import { viewCallSummary } from './view-call-summary.ts';

export function registerShortcuts(app: Pick<App, 'shortcut'>, picker: CallPicker): void {
  app.shortcut({ type: 'message_action', callback_id: 'post_call_summary' }, postCallSummary(picker));
  app.shortcut({ type: 'message_action', callback_id: 'view_call_summary' }, viewCallSummary(picker));
  app.shortcut({ type: 'shortcut', callback_id: 'find_call_summary' }, findCallSummary(picker));
}
