import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { findCallModal } from '../blocks/modals/find-call-modal.ts';
import { shareModal } from '../blocks/modals/share-modal.ts';
import { decodePurpose, type Purpose } from '../blocks/modals/state.ts';
import { summaryModal } from '../blocks/modals/summary-modal.ts';
import type { CallSummaries } from '../services/call-summaries.ts';
import type { CallSummary } from '../services/call-summary.ts';
import { answerIn } from '../slack/dialog.ts';
import { currentRequest } from '../slack/request.ts';
import { firstView, type Sharing } from '../slack/sharing.ts';
import { submittedDialog } from '../slack/submission.ts';
import { fieldsOf, referenceIn } from './find-call-fields.ts';

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** The form "Which call?" was submitted: shows the summary, or what would be shared, in the same window. */
export const findCall =
  (summaries: CallSummaries, sharing: Sharing) =>
  async ({ ack, view, client }: Args): Promise<void> => {
    const request = currentRequest();
    const purpose = decodePurpose(view.private_metadata);
    const fields = fieldsOf(view);
    const dialog = submittedDialog({ ack, client, viewId: view.id });
    request.answer = answerIn(dialog, ({ blocks }) => findCallModal(purpose, fields, blocks));
    const summary = await summaries.find(referenceIn(view), request.reader);
    await dialog.show(await modalFor(purpose, summary, sharing));
  };

const modalFor = async ({ kind, home }: Purpose, summary: CallSummary, sharing: Sharing): Promise<ModalView> =>
  kind === 'read' ? summaryModal(summary, 1, home) : shareModal(await firstView(sharing, summary, home));
