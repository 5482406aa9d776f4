/** What became of a call to Slack that failed. */
export type SlackFailure =
  /** Slack said no, with this error code; what was asked for did not happen. */
  | { readonly kind: 'refused'; readonly slackError: string }
  /** Nothing reached Slack. */
  | { readonly kind: 'unsent' }
  /** No answer, or one that says nothing: it may have happened all the same. */
  | { readonly kind: 'uncertain' };

// The SDK's errors are told apart by their code, the way its own documentation does, so that this file needs no SDK.
const platformError = 'slack_webapi_platform_error';
const rateLimited = 'slack_webapi_rate_limited_error';
const neverConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);
/** Errors after which Slack may have done what was asked (docs.slack.dev: chat.postMessage errors). */
const doubtful = new Set(['internal_error', 'fatal_error', 'request_timeout', 'service_unavailable']);
const errorCode = /^[a-z0-9_]{1,64}$/;

/** Reads what a failed call to Slack's Web API or a response_url says about itself. */
export function slackFailureOf(thrown: unknown): SlackFailure {
  if (propertyOf(thrown, 'code') === rateLimited) return { kind: 'refused', slackError: 'ratelimited' };
  if (propertyOf(thrown, 'code') === platformError)
    return platformFailure(propertyOf(propertyOf(thrown, 'data'), 'error'));
  const status = propertyOf(thrown, 'statusCode');
  if (typeof status === 'number') return statusFailure(status);
  return causesOf(thrown).some((cause) => neverConnected.has(String(propertyOf(cause, 'code'))))
    ? { kind: 'unsent' }
    : { kind: 'uncertain' };
}

// A body that is not JSON arrives as the "error" of a platform error: only what looks like a code is one.
function platformFailure(slackError: unknown): SlackFailure {
  if (typeof slackError !== 'string' || !errorCode.test(slackError) || doubtful.has(slackError))
    return { kind: 'uncertain' };
  return { kind: 'refused', slackError };
}

function statusFailure(status: number): SlackFailure {
  return status >= 400 && status < 500 ? { kind: 'refused', slackError: `http_${status}` } : { kind: 'uncertain' };
}

function causesOf(thrown: unknown): readonly unknown[] {
  const chain: unknown[] = [];
  for (let current = thrown; current !== undefined && chain.length < 6; current = causeOf(current)) chain.push(current);
  return chain;
}

const causeOf = (thrown: unknown) =>
  propertyOf(thrown, 'cause') ??
  propertyOf(thrown, 'original') ??
  (thrown instanceof AggregateError ? thrown.errors[0] : undefined);

const propertyOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
