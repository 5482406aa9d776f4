import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { findCallModal } from '../blocks/modals/find-call-modal.ts';
import { previewModal } from '../blocks/modals/preview-modal.ts';
import { decodePurpose, type Purpose } from '../blocks/modals/state.ts';
import { summaryModal } from '../blocks/modals/summary-modal.ts';
import type { CallSummaries } from '../services/call-summaries.ts';
import type { CallSummary } from '../services/call-summary.ts';
import { answerIn } from '../slack/dialog.ts';
import { currentRequest } from '../slack/request.ts';
import { submittedDialog } from '../slack/submission.ts';
import { fieldsOf, readFields } from './find-call-fields.ts';

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** The form "Which call?" was submitted: shows the summary, or what would be posted, in the same window. */
export const findCall =
  (summaries: CallSummaries) =>
  async ({ ack, view, client }: Args): Promise<void> => {
    const request = currentRequest();
    const purpose = decodePurpose(view.private_metadata);
    const fields = fieldsOf(view);
    const dialog = submittedDialog({ ack, client, viewId: view.id });
    request.answer = answerIn(dialog, ({ blocks }) => findCallModal(purpose, fields, blocks));
    const summary = await summaries.find(readFields(fields), request.reader);
    await dialog.show(modalFor(purpose, summary, request.reader.id));
  };

const modalFor = (purpose: Purpose, summary: CallSummary, readerId: string) =>
  purpose.kind === 'post' ? previewModal(summary, purpose.thread, readerId) : summaryModal(summary, 1);
