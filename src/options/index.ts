import type { App } from '@slack/bolt';
import { recentCallsActionId } from '../blocks/recent-calls/recent-calls-select.ts';
import type { CallPicker } from '../slack/call-picker.ts';
import { recentCalls } from './recent-calls.ts';

export function registerOptions(app: Pick<App, 'options'>, picker: CallPicker): void {
  app.options({ type: 'block_suggestion', action_id: recentCallsActionId }, recentCalls(picker));
}
