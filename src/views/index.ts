import type { App } from '@slack/bolt';
import { findCallForm } from '../blocks/modals/find-call-modal.ts';
import { confirmPostCallbackId } from '../blocks/modals/preview-modal.ts';
import { oncePerSubmission } from '../middleware/once-per-submission.ts';
import type { CallSummaries } from '../services/call-summaries.ts';
import { confirmPost } from './confirm-post.ts';
import { findCall } from './find-call.ts';
import { markSlips } from './find-call-fields.ts';

export function registerViews(app: App, summaries: CallSummaries): void {
  const once = oncePerSubmission();
  app.view({ type: 'view_submission', callback_id: findCallForm.callbackId }, markSlips, once, findCall(summaries));
  app.view({ type: 'view_submission', callback_id: confirmPostCallbackId }, once, confirmPost(summaries));
}
