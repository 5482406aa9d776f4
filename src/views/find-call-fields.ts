import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewOutput, ViewSubmitAction } from '@slack/bolt';
import { type FindCallFields, findCallForm } from '../blocks/modals/find-call-modal.ts';
import { usageSentence } from '../blocks/usage.ts';
import { isCallSummaryError, type UsageProblem } from '../errors.ts';
import { parseCallReference } from '../services/call-reference/parse.ts';
import type { CallReference } from '../services/call-summary.ts';
import { acknowledgeQuietly } from '../slack/request.ts';

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** Sends a form whose fields cannot be read back to the person, with the slip marked; lets every other one through. */
export async function markSlips({ ack, view, next }: Args): Promise<void> {
  const slips = slipsIn(fieldsOf(view));
  if (slips === null) return await next();
  await acknowledgeQuietly(() => ack({ response_action: 'errors', errors: slips }));
}

/** What a person typed into the form. */
export const fieldsOf = ({ state }: ViewOutput): FindCallFields => {
  const typed = (id: string) => state.values[id]?.[id]?.value ?? '';
  return { cdrId: typed(findCallForm.cdrId), extensionNumber: typed(findCallForm.extensionNumber) };
};

/** Both fields are read together, so that ids pasted into the wrong field, or both into one, are understood. */
export const readFields = ({ cdrId, extensionNumber }: FindCallFields): CallReference =>
  parseCallReference(`${cdrId} ${extensionNumber}`);

function slipsIn(fields: FindCallFields): Record<string, string> | null {
  try {
    readFields(fields);
    return null;
  } catch (thrown) {
    if (!isCallSummaryError(thrown, 'usage')) throw thrown;
    const { problem } = thrown.details;
    return { [fieldToMend(problem, fields.extensionNumber)]: usageSentence(problem) };
  }
}

function fieldToMend(problem: UsageProblem, extensionNumber: string): string {
  const isAboutNumber = problem.kind === 'extension_number_missing' || problem.kind === 'several_extension_numbers';
  const standsInNumber = problem.kind === 'not_understood' && extensionNumber.includes(problem.given);
  return isAboutNumber || standsInNumber ? findCallForm.extensionNumber : findCallForm.cdrId;
}
