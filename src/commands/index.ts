import type { App } from '@slack/bolt';
import type { CallSummaries } from '../services/call-summaries.ts';
import type { CallPicker } from '../slack/call-picker.ts';
import { callsummary } from './callsummary.ts';

export function registerCommands(app: Pick<App, 'command'>, summaries: CallSummaries, picker: CallPicker): void {
  app.command('/callsummary', callsummary(summaries, picker));
}
