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
/** Error codes that may stand in the log (docs.slack.dev: errors of chat.*, views.*, users.* and usergroups.*, and of every method). */
const knownErrors = new Set(
  [
    'account_inactive cannot_reply_to_message cant_delete_message channel_not_found ekm_access_denied exchanged_trigger_id expired_trigger_id',
    'hash_conflict invalid_arguments invalid_auth invalid_blocks invalid_trigger_id is_archived is_inactive',
    'message_limit_exceeded message_not_found messages_tab_disabled missing_scope msg_blocks_too_long msg_too_long no_permission',
    'no_such_subteam not_allowed_token_type not_authed not_found not_in_channel org_login_required plan_upgrade_required',
    'push_limit_reached rate_limited ratelimited',
    'restricted_action restricted_action_non_threadable_channel restricted_action_read_only_channel',
    'restricted_action_thread_locked restricted_action_thread_only_channel team_access_not_granted thread_not_found',
    'token_expired token_revoked unknown_method user_not_found user_not_in_channel users_not_found view_too_large',
  ].flatMap((line) => line.split(' ')),
);
const looksLikeError = /^[a-z]+(?:_[a-z0-9]+)+$/;

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

/** A failure in one word, for the log: Slack's own error code, or what became of the request. */
export const slackErrorOf = (failure: SlackFailure): string =>
  failure.kind === 'refused' ? failure.slackError : failure.kind;

// A body that is not JSON arrives as the "error" of a platform error: what is no known code is kept to ourselves, and
// what does not even look like one says nothing about what happened.
function platformFailure(slackError: unknown): SlackFailure {
  if (typeof slackError !== 'string' || doubtful.has(slackError)) return { kind: 'uncertain' };
  if (knownErrors.has(slackError)) return { kind: 'refused', slackError };
  return looksLikeError.test(slackError) ? { kind: 'refused', slackError: 'other' } : { kind: 'uncertain' };
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
