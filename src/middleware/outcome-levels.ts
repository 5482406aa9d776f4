import type { Outcome, OutcomeCode } from '../slack/request.ts';

type Level = 'info' | 'warn' | 'error';

/** How loud each outcome is: info is daily life, warn deserves a look if it repeats, error needs an administrator. */
export const levels: Readonly<Record<OutcomeCode, Level>> = {
  ok: 'info',
  repeated: 'info',
  stopping: 'info',
  usage: 'info',
  not_allowed: 'warn',
  store_unavailable: 'error',
  too_many_requests: 'warn',
  extension_not_found: 'info',
  summary_not_found: 'info',
  summary_not_ready: 'info',
  not_shown_yet: 'info',
  summary_changed: 'info',
  busy: 'warn',
  pbx_timeout: 'warn',
  pbx_unreachable: 'warn',
  pbx_overloaded: 'warn',
  pbx_tokens_used_up: 'warn',
  pbx_certificate: 'error',
  pbx_sign_in_refused: 'error',
  pbx_address_blocked: 'error',
  pbx_address_not_allowed: 'error',
  pbx_token_rejected: 'error',
  pbx_not_set_up: 'error',
  pbx_refused: 'error',
  pbx_unexpected: 'error',
  not_posted: 'warn',
  post_unconfirmed: 'warn',
  retract_not_allowed: 'info',
  not_retracted: 'warn',
  slack_unavailable: 'warn',
  answer_undelivered: 'warn',
  bug: 'error',
};

/** Another party's summary coming back is quiet for the person, and loud for whoever watches. */
export const levelOf = ({ code, detail }: Outcome): Level => (detail?.sawOtherParty === true ? 'warn' : levels[code]);
