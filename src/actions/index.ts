import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { openFullSummaryActionId } from '../blocks/call-summary.ts';
import { pageActionIds } from '../blocks/modals/summary-modal.ts';
import type { CallSummaries } from '../services/call-summaries.ts';
import { openFullSummary } from './open-full-summary.ts';
import { turnPage } from './turn-page.ts';

export function registerActions(app: App, summaries: CallSummaries): void {
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: openFullSummaryActionId },
    openFullSummary(summaries),
  );
  for (const actionId of Object.values(pageActionIds)) {
    app.action<BlockAction<ButtonAction>>({ type: 'block_actions', action_id: actionId }, turnPage(summaries));
  }
}
