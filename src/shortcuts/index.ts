import type { App } from '@slack/bolt';
import { findCallSummary } from './find-call-summary.ts';
import { postCallSummary } from './post-call-summary.ts';
import { viewCallSummary } from './view-call-summary.ts';

export function registerShortcuts(app: Pick<App, 'shortcut'>): void {
  app.shortcut({ type: 'message_action', callback_id: 'post_call_summary' }, postCallSummary);
  app.shortcut({ type: 'message_action', callback_id: 'view_call_summary' }, viewCallSummary);
  app.shortcut({ type: 'shortcut', callback_id: 'find_call_summary' }, findCallSummary);
}
