import type { App, BlockAction, ButtonAction, ExternalSelectAction } from '@slack/bolt';
import { shareForm } from '../blocks/modals/share-form.ts';
import { pageActionIds } from '../blocks/modals/summary-modal.ts';
import { showCallSummaryActionId } from '../blocks/recent-calls/recent-calls-message.ts';
import { recentCallsActionId } from '../blocks/recent-calls/recent-calls-select.ts';
import { summaryActionIds } from '../blocks/summary-buttons.ts';
import type { CallSummaries } from '../services/call-summaries.ts';
import type { CallPicker } from '../slack/call-picker.ts';
import type { Sharing } from '../slack/sharing.ts';
import { chooseInShareWindow } from './choose-in-share-window.ts';
import { openFullSummary } from './open-full-summary.ts';
import { retractCallSummary } from './retract-call-summary.ts';
import { shareCallSummary } from './share-call-summary.ts';
import { showCallSummary } from './show-call-summary.ts';
import { turnPage } from './turn-page.ts';

const clicked = (actionId: string) => ({ type: 'block_actions', action_id: actionId }) as const;

/** What buttons and menus work with. */
export interface ActionParts {
  readonly summaries: CallSummaries;
  readonly sharing: Sharing;
  readonly picker: CallPicker;
}

export function registerActions(app: App, { summaries, sharing, picker }: ActionParts): void {
  app.action<BlockAction<ButtonAction>>(clicked(summaryActionIds.openFull), openFullSummary(summaries));
  app.action<BlockAction<ButtonAction>>(clicked(summaryActionIds.share), shareCallSummary(summaries, sharing));
  app.action<BlockAction<ButtonAction>>(clicked(summaryActionIds.retract), retractCallSummary(sharing));
  for (const actionId of Object.values(pageActionIds)) {
    app.action<BlockAction<ButtonAction>>(clicked(actionId), turnPage(summaries));
  }
  for (const actionId of [showCallSummaryActionId, recentCallsActionId]) {
    app.action<BlockAction<ButtonAction | ExternalSelectAction>>(clicked(actionId), showCallSummary(summaries, picker));
  }
  for (const actionId of [shareForm.conversation, shareForm.masked]) {
    app.action<BlockAction>(clicked(actionId), chooseInShareWindow(summaries, sharing));
  }
}
