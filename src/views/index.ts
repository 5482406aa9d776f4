import type { App } from '@slack/bolt';
import { findCallForm } from '../blocks/modals/find-call-modal.ts';
import { confirmPostCallbackId } from '../blocks/modals/preview-modal.ts';
import type { CallSummaries } from '../services/call-summaries.ts';
import { confirmPost } from './confirm-post.ts';
import { findCall } from './find-call.ts';

export function registerViews(app: App, summaries: CallSummaries): void {
  app.view({ type: 'view_submission', callback_id: findCallForm.callbackId }, findCall(summaries));
  app.view({ type: 'view_submission', callback_id: confirmPostCallbackId }, confirmPost(summaries));
}
