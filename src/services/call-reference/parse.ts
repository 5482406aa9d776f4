import { CallSummaryError, type UsageProblem } from '../../errors.ts';
import type { CallReference, CdrId, ExtensionNumber } from '../call-summary.ts';
import { findLegIds, isWholeCallId, parseExtensionNumber, parseLegId, withoutLegIds } from './ids.ts';
import { foldLookAlikes, meaningfulWords, withoutPastedLinks } from './words.ts';

/** Nobody types more than this; what is longer was pasted by mistake. Characters. */
const longestLine = 2_000;

/**
 * Reads what a person typed: a call leg id and an extension number, in either order, with whatever people put around
 * them. Where two readings are possible it asks instead of choosing.
 * @throws {CallSummaryError} `usage`, naming what is missing, doubled or not understood
 */
export function parseCallReference(typed: string): CallReference {
  const line = foldLookAlikes(shortened(typed));
  const words = meaningfulWords(withoutLegIds(withoutPastedLinks(line)));
  const cdrIds = new Set([...findLegIds(line), ...words.map(parseLegId).filter((id) => id !== null)]);
  const numbers = new Set(words.map(parseExtensionNumber).filter((number) => number !== null));
  const rest = words.filter((word) => parseLegId(word) === null && parseExtensionNumber(word) === null);
  return referenceOf([...cdrIds], [...numbers], rest);
}

/** The beginning of a line that is too long, ending where a word ends: half an id would be another one. */
const shortened = (typed: string) =>
  typed.length <= longestLine ? typed : typed.slice(0, longestLine + 1).replace(/\S*$/, '');

function referenceOf(
  cdrIds: readonly CdrId[],
  numbers: readonly ExtensionNumber[],
  rest: readonly string[],
): CallReference {
  const [cdrId, anotherCdrId] = cdrIds;
  const [extensionNumber, anotherNumber] = numbers;
  const [unknown] = rest;
  if (anotherCdrId !== undefined) throw usage({ kind: 'several_cdr_ids', given: cdrIds });
  if (anotherNumber !== undefined) throw usage({ kind: 'several_extension_numbers', given: numbers });
  if (unknown !== undefined)
    throw usage({ kind: isWholeCallId(unknown) ? 'whole_call_id' : 'not_understood', given: unknown });
  if (cdrId !== undefined && extensionNumber !== undefined) return { cdrId, extensionNumber };
  if (cdrId !== undefined) throw usage({ kind: 'extension_number_missing' });
  throw usage(extensionNumber === undefined ? { kind: 'nothing_given' } : { kind: 'cdr_id_missing' });
}

const usage = (problem: UsageProblem) => new CallSummaryError('usage', { problem });
