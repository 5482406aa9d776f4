import type { App } from '@slack/bolt';
import { findCallForm } from '../blocks/modals/find-call-modal.ts';
import { shareForm } from '../blocks/modals/share-form.ts';
import { oncePerSubmission } from '../middleware/once-per-submission.ts';
import type { CallSummaries } from '../services/call-summaries.ts';
import type { Sharing } from '../slack/sharing.ts';
import { findCall } from './find-call.ts';
import { markSlips } from './find-call-fields.ts';
import { share } from './share.ts';

export function registerViews(app: App, summaries: CallSummaries, sharing: Sharing): void {
  const once = oncePerSubmission();
  const submitted = (callbackId: string) => ({ type: 'view_submission', callback_id: callbackId }) as const;
  app.view(submitted(findCallForm.callbackId), markSlips, once, findCall(summaries, sharing));
  app.view(submitted(shareForm.callbackId), once, share(summaries, sharing));
}
