import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewOutput, ViewSubmitAction } from '@slack/bolt';
import { type FindCallFields, findCallForm, findCallModal } from '../blocks/modals/find-call-modal.ts';
import { previewModal } from '../blocks/modals/preview-modal.ts';
import { decodePurpose, type Purpose } from '../blocks/modals/state.ts';
import { summaryModal } from '../blocks/modals/summary-modal.ts';
import { usageSentence } from '../blocks/usage.ts';
import { isCallSummaryError, type UsageProblem } from '../errors.ts';
import { parseCallReference } from '../services/call-reference/parse.ts';
import type { CallSummaries } from '../services/call-summaries.ts';
import type { CallReference, CallSummary } from '../services/call-summary.ts';
import { answerIn } from '../slack/dialog.ts';
import { currentRequest, markAcknowledged } from '../slack/request.ts';
import { submittedDialog } from '../slack/submission.ts';

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** The form "Which call?" was submitted: shows the summary, or what would be posted, in the same window. */
export const findCall =
  (summaries: CallSummaries) =>
  async ({ ack, view, client }: Args): Promise<void> => {
    const request = currentRequest();
    const purpose = decodePurpose(view.private_metadata);
    const fields = fieldsOf(view);
    const read = readFields(fields);
    if ('errors' in read) {
      await ack({ response_action: 'errors', errors: read.errors });
      return markAcknowledged(request);
    }
    const dialog = submittedDialog({ ack, client, viewId: view.id });
    request.answer = answerIn(dialog, ({ blocks }) => findCallModal(purpose, fields, blocks));
    const summary = await summaries.find(read.reference, request.reader);
    await dialog.show(modalFor(purpose, summary, request.reader.id));
  };

const modalFor = (purpose: Purpose, summary: CallSummary, readerId: string) =>
  purpose.kind === 'post' ? previewModal(summary, purpose.thread, readerId) : summaryModal(summary, 1);

const fieldsOf = ({ state }: ViewOutput): FindCallFields => {
  const typed = (id: string) => state.values[id]?.[id]?.value ?? '';
  return { cdrId: typed(findCallForm.cdrId), extensionNumber: typed(findCallForm.extensionNumber) };
};

/** Both fields are read together, so that ids pasted into the wrong field, or both into one, are understood. */
function readFields({
  cdrId,
  extensionNumber,
}: FindCallFields): { reference: CallReference } | { errors: Record<string, string> } {
  try {
    return { reference: parseCallReference(`${cdrId} ${extensionNumber}`) };
  } catch (thrown) {
    if (!isCallSummaryError(thrown, 'usage')) throw thrown;
    const { problem } = thrown.details;
    return { errors: { [fieldToMend(problem, extensionNumber)]: usageSentence(problem) } };
  }
}

function fieldToMend(problem: UsageProblem, extensionNumber: string): string {
  const isAboutNumber = problem.kind === 'extension_number_missing' || problem.kind === 'several_extension_numbers';
  const standsInNumber = problem.kind === 'not_understood' && extensionNumber.includes(problem.given);
  return isAboutNumber || standsInNumber ? findCallForm.extensionNumber : findCallForm.cdrId;
}
