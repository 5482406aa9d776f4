import { type CallSummaryError, isCallSummaryError } from './errors.ts';
import { tracesOf } from './logger.ts';

const loggedDetails = ['fault', 'errcode', 'obstacle', 'slackError', 'sawOtherParty', 'reason', 'whose'];

/** Of an error's details those that name no person, call or content. */
export function loggedDetailsOf({ details }: CallSummaryError): Readonly<Record<string, unknown>> {
  const told = loggedDetails.flatMap((name) => (name in details ? [[name, Reflect.get(details, name)]] : []));
  return Object.fromEntries(told);
}

/** A failure that belongs to no request, for a line of its own. */
export const loggedFailure = (thrown: unknown): object =>
  isCallSummaryError(thrown) ? { outcome: thrown.code, ...loggedDetailsOf(thrown) } : tracesOf(thrown);
