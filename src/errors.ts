/** Why a typed line could not be read as a call leg id and an extension number. */
export type UsageProblem =
  | { readonly kind: 'nothing_given' }
  | { readonly kind: 'cdr_id_missing' }
  | { readonly kind: 'extension_number_missing' }
  | { readonly kind: 'several_cdr_ids'; readonly given: readonly string[] }
  | { readonly kind: 'several_extension_numbers'; readonly given: readonly string[] }
  | { readonly kind: 'whole_call_id'; readonly given: string }
  | { readonly kind: 'not_understood'; readonly given: string };

/** Why a summary could not be put into a conversation; what has happened for certain is: nothing was posted. */
export type PostObstacle =
  | 'not_a_member'
  | 'direct_message'
  | 'archived'
  | 'restricted'
  | 'replies_off'
  | 'target_gone'
  | 'too_long'
  | 'app_permission'
  | 'app_disconnected'
  | 'slack_busy'
  | 'slack_unreachable'
  | 'unknown';

/** What a refused person is told the reason is. Coarser than the rule that decided, which says more than they may know. */
export type RefusalReason =
  | 'no_right'
  | 'not_a_full_member'
  | 'not_verified'
  | 'closed_channel'
  | 'channel_not_verified'
  | 'external_channel'
  | 'outsiders_unconfirmed';

/** Extensions a person may read: from a first number to a last of the same length, and between which days, all included. */
export interface ReadableExtensions {
  readonly first: string;
  readonly last: string;
  readonly from: string | null;
  readonly until: string | null;
}

/** What a refusal carries: nothing in it depends on whether a call or an extension exists. */
export interface Refusal {
  readonly readerId: string;
  readonly reason: RefusalReason;
  /** What the person may read instead. */
  readonly mayRead: readonly ReadableExtensions[];
  /** Who can help, in the administrator's words; null where the access file names nobody. */
  readonly contact: string | null;
}

/** What each way to fail carries beside its code. A code that is missing here, or in the sentences, does not compile. */
export interface ErrorDetails {
  /** The typed line could not be read. */
  usage: { readonly problem: UsageProblem };
  /** The access rules say no. The same for every call and extension that no rule gives, whether it exists or not. */
  not_allowed: Refusal;
  /** What is to happen could not be written down first (a decision, a sign-in), so it does not happen. */
  store_unavailable: { readonly fault: string };
  /** One person, or everybody together, asks for more in a while than the settings let through. */
  too_many_requests: { readonly whose: 'person' | 'person_at_once' | 'everybody'; readonly retryAfterMs: number };
  /** The PBX knows no extension with this number. */
  extension_not_found: { readonly extensionNumber: string };
  /** The PBX has nothing (yet) for this leg and extension, or only another party's summary. */
  summary_not_found: { readonly cdrId: string; readonly extensionNumber: string; readonly sawOtherParty: boolean };
  /** The PBX says it is still writing the summary. */
  summary_not_ready: { readonly cdrId: string };
  /** More is asked at this moment than we let through to the PBX. */
  busy: object;
  /** The PBX accepted the question and gave no answer in time. */
  pbx_timeout: object;
  /** No connection to the PBX, or it broke. `fault` is a code such as ECONNREFUSED, never a URL. */
  pbx_unreachable: { readonly fault: string };
  /** The PBX's certificate is not one we trust. */
  pbx_certificate: { readonly fault: string };
  /** The PBX refused our client ID and secret. */
  pbx_sign_in_refused: object;
  /** The PBX blocks our address after failed sign-ins (70004). */
  pbx_address_blocked: object;
  /** Our address is not on the PBX's list of allowed addresses (70087). */
  pbx_address_not_allowed: object;
  /** The PBX has as many access tokens out as it gives (60002). */
  pbx_tokens_used_up: object;
  /** The PBX keeps calling fresh tokens expired (10004). */
  pbx_token_rejected: object;
  /** The PBX asks for fewer requests (70082, HTTP 429), perhaps for how long. */
  pbx_overloaded: { readonly retryAfterMs: number | null };
  /** The PBX is set up so that it cannot answer: API off, permission missing, firmware too old. */
  pbx_not_set_up: { readonly errcode: number };
  /** The PBX said no with a code we have no better word for. */
  pbx_refused: { readonly errcode: number };
  /** The PBX answered something that is not what it documents. `fault` names the class or the path, never the value. */
  pbx_unexpected: { readonly fault: string };
  /** Slack refused to post, for a reason we know; nothing was posted. */
  not_posted: { readonly obstacle: PostObstacle; readonly slackError: string };
  /** Slack did not confirm a post; it may or may not stand in the conversation. */
  post_unconfirmed: object;
  /** Somebody wants to take back what somebody else shared. */
  retract_not_allowed: object;
  /** Slack did not delete, or did not confirm it. */
  not_retracted: { readonly slackError: string };
  /** Slack did not open or change a window. */
  slack_unavailable: { readonly slackError: string };
  /** Slack took our answer nowhere; there is nobody left to tell. */
  answer_undelivered: { readonly slackError: string };
  /** What is to be shared was not shown yet the way it was chosen: the conversation, who reads along, what is masked. */
  not_shown_yet: object;
  /** The summary is no longer the one that was previewed. */
  summary_changed: object;
}

export type ErrorCode = keyof ErrorDetails;

/**
 * Everything callsummary fails with on purpose. Thrown where the fact is known, answered in one place
 * (`middleware/answer-errors.ts`). Carries no `cause`: causes from the PBX connection quote URLs, and those hold the token.
 */
export class CallSummaryError<Code extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'CallSummaryError';
  readonly code: Code;
  readonly details: ErrorDetails[Code];

  constructor(code: Code, details: ErrorDetails[Code]) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/** Whether something thrown is one of ours, and, with `code`, this very one. */
export function isCallSummaryError<Code extends ErrorCode = ErrorCode>(
  thrown: unknown,
  code?: Code,
): thrown is CallSummaryError<Code> {
  return thrown instanceof CallSummaryError && (code === undefined || thrown.code === code);
}
