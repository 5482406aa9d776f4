import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewOutput, ViewSubmitAction } from '@slack/bolt';
import { decodeReference } from '../blocks/call-reference-value.ts';
import { type FindCallFields, findCallForm, twoCallsSentence } from '../blocks/modals/find-call-modal.ts';
import { decodePurpose } from '../blocks/modals/state.ts';
import { stillFetchingOption } from '../blocks/recent-calls/recent-calls-select.ts';
import { obstacleSentences } from '../blocks/recent-calls/recent-calls-sentences.ts';
import { usageSentence } from '../blocks/usage.ts';
import { isCallSummaryError, type UsageProblem } from '../errors.ts';
import { parseCallReference } from '../services/call-reference/parse.ts';
import type { CallReference } from '../services/call-summary.ts';
import { acknowledgeQuietly } from '../slack/request.ts';

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** Sends a form whose fields cannot be read back to the person, with the slip marked; lets every other one through. */
export async function markSlips({ ack, view, next }: Args): Promise<void> {
  const slips = slipsIn(view);
  if (slips === null) return await next();
  await acknowledgeQuietly(() => ack({ response_action: 'errors', errors: slips }));
}

/** What a person typed into the form. */
export const fieldsOf = ({ state }: ViewOutput): FindCallFields => {
  const typed = (id: string) => state.values[id]?.[id]?.value ?? '';
  return { cdrId: typed(findCallForm.cdrId), extensionNumber: typed(findCallForm.extensionNumber) };
};

/**
 * Which call it is: the one that was chosen, or else what was typed. Both fields are read together, so that ids pasted
 * into the wrong field, or both into one, are understood.
 * @throws {CallSummaryError} `usage`
 */
export function referenceIn(view: ViewOutput): CallReference {
  const chosen = decodeReference(chosenIn(view) ?? '');
  const { cdrId, extensionNumber } = fieldsOf(view);
  return chosen ?? parseCallReference(`${cdrId} ${extensionNumber}`);
}

const chosenIn = ({ state }: ViewOutput) =>
  state.values[findCallForm.recentCall]?.[findCallForm.recentCall]?.selected_option?.value;

function slipsIn(view: ViewOutput): Record<string, string> | null {
  if (chosenIn(view) === stillFetchingOption.value)
    return { [findCallForm.recentCall]: obstacleSentences.still_fetching };
  if (namesTwoCalls(view)) return { [findCallForm.recentCall]: twoCallsSentence };
  try {
    referenceIn(view);
    return null;
  } catch (thrown) {
    if (!isCallSummaryError(thrown, 'usage')) throw thrown;
    const { problem } = thrown.details;
    return { [fieldToMend(problem, fieldsOf(view).extensionNumber)]: usageSentence(problem) };
  }
}

/** One chosen in the menu, and something typed by the person: what was filled in for them does not count. */
function namesTwoCalls(view: ViewOutput): boolean {
  const { suggested } = decodePurpose(view.private_metadata);
  const typed = fieldsOf(view);
  const isEmpty = `${typed.cdrId}${typed.extensionNumber}`.trim() === '';
  const isSuggested = typed.cdrId === suggested.cdrId && typed.extensionNumber === suggested.extensionNumber;
  return decodeReference(chosenIn(view) ?? '') !== null && !isEmpty && !isSuggested;
}

function fieldToMend(problem: UsageProblem, extensionNumber: string): string {
  const isAboutNumber = problem.kind === 'extension_number_missing' || problem.kind === 'several_extension_numbers';
  const standsInNumber = problem.kind === 'not_understood' && extensionNumber.includes(problem.given);
  return isAboutNumber || standsInNumber ? findCallForm.extensionNumber : findCallForm.cdrId;
}
