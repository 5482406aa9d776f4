import { CallSummaryError, type ErrorCode, isCallSummaryError } from '../../errors.ts';

/** The PBX answered, and its answer is an errcode other than success. Understood or translated before it leaves here. */
export class ErrcodeAnswer extends Error {
  override readonly name = 'ErrcodeAnswer';
  readonly errcode: number;

  constructor(errcode: number) {
    super(`errcode ${errcode}`);
    this.errcode = errcode;
  }
}

/** Whether something thrown is this very answer of the PBX. */
export const isErrcode = (thrown: unknown, ...errcodes: readonly number[]): thrown is ErrcodeAnswer =>
  thrown instanceof ErrcodeAnswer && errcodes.includes(thrown.errcode);

/** The errcodes our own steps react to (Yeastar: error code table). */
export const errcodes = {
  success: 0,
  partialSuccess: 1,
  internalServerError: -2,
  processing: 2,
  tokenExpired: 10004,
  parameterSyntaxError: 40001,
  parameterError: 40002,
  dataNotFound: 60001,
  overloaded: 70082,
} as const;

type Reaction =
  | 'pbx_not_set_up'
  | 'pbx_tokens_used_up'
  | 'pbx_address_blocked'
  | 'pbx_address_not_allowed'
  | 'pbx_overloaded';

/** Errcodes with words of their own. What the codes mean is the vendor's, what we make of it is ours. */
const reactions: Readonly<Record<number, Reaction & ErrorCode>> = {
  10001: 'pbx_not_set_up', // INTERFACE NOT EXISTED: firmware too old
  10002: 'pbx_not_set_up', // API VERSION OUT OF MAINTENANCE
  10003: 'pbx_not_set_up', // API VERSION UNSUPPORTED
  10005: 'pbx_not_set_up', // ACCESS DENIED: permission of the API client
  10009: 'pbx_not_set_up', // OPERATION FAILED: feature off
  60002: 'pbx_tokens_used_up', // MAX LIMITATION EXCEEDED: eight tokens are out
  70004: 'pbx_address_blocked', // ACCOUNT IP BLOCKED
  70082: 'pbx_overloaded', // OVERLOAD_TASK_RUNNING
  70084: 'pbx_not_set_up', // ACTION FORBIDDEN
  70087: 'pbx_address_not_allowed', // IP FORBIDDEN
  70120: 'pbx_not_set_up', // ORGANIZATION DISABLED
  70123: 'pbx_not_set_up', // API UNAVAILABLE
  70132: 'pbx_not_set_up', // OPERATION NOT SUPPORTED
};

/** An errcode that nobody on the way up had a use for, as the error that people are told about. */
export function refusalOf({ errcode }: ErrcodeAnswer): CallSummaryError {
  // Not a no to this question: the PBX has a trouble of its own.
  if (errcode === errcodes.internalServerError) return new CallSummaryError('pbx_unexpected', { fault: 'errcode -2' });
  const code = reactions[errcode] ?? 'pbx_refused';
  return code === 'pbx_overloaded'
    ? new CallSummaryError(code, { retryAfterMs: null })
    : new CallSummaryError(code, { errcode });
}

/**
 * What get_token threw: every no without a better word means that these credentials are not accepted, whether the PBX
 * says it in an errcode or in an HTTP status.
 */
export function signInRefusalOf(thrown: unknown): unknown {
  const isStatus = isCallSummaryError(thrown, 'pbx_unexpected') && /^HTTP 4(?!08)/.test(thrown.details.fault);
  if (isStatus) return new CallSummaryError('pbx_sign_in_refused', {});
  return thrown instanceof ErrcodeAnswer ? errcodeRefusalOf(thrown) : thrown;
}

function errcodeRefusalOf(answer: ErrcodeAnswer): CallSummaryError {
  const isOurs = reactions[answer.errcode] !== undefined || answer.errcode === errcodes.internalServerError;
  return isOurs ? refusalOf(answer) : new CallSummaryError('pbx_sign_in_refused', {});
}
