import type { App } from '@slack/bolt';
import type { CallSummaries } from '../services/call-summaries.ts';
import { callsummary } from './callsummary.ts';

export function registerCommands(app: Pick<App, 'command'>, summaries: CallSummaries): void {
  app.command('/callsummary', callsummary(summaries));
}
