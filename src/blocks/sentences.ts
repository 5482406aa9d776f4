import type { ErrorCode, ErrorDetails } from '../errors.ts';
import { postObstacles } from './obstacle-words.ts';
import { refusalSentences, type Sentences } from './refusal-words.ts';
import { usageSentence } from './usage.ts';
import { askAdministrator, tryAgain, tryAgainOrTell } from './usual-words.ts';

/** One entry for each way to fail; a code without one does not compile. `docs/voice.md` says how they are written. */
export const sentences: { readonly [Code in ErrorCode]: (details: ErrorDetails[Code]) => Sentences } = {
  usage: ({ problem }) => ({ happened: usageSentence(problem), next: '' }),
  not_allowed: refusalSentences,
  store_unavailable: () => ({
    happened: 'I can’t keep my records just now, so nothing was shown or posted.',
    next: tryAgainOrTell,
  }),
  too_many_requests: ({ whose, retryAfterMs }) => ({
    happened: tooMany[whose],
    next: `Try again ${waitInWords(retryAfterMs)}.`,
  }),
  extension_not_found: ({ extensionNumber }) => ({
    happened: `The phone system has no extension ${extensionNumber}.`,
    next: 'Check the number.',
  }),
  summary_not_found: ({ cdrId, extensionNumber }) => ({
    happened: `No AI summary is available (yet) for leg ${cdrId} and extension ${extensionNumber}.`,
    next: 'Often the call has only just ended, was not transcribed, or another extension took that leg.',
  }),
  summary_not_ready: ({ cdrId }) => ({
    happened: `The phone system is still writing the summary of leg ${cdrId}.`,
    next: 'Try again in a minute.',
  }),
  busy: () => ({ happened: 'Many people are asking for summaries just now.', next: tryAgain }),
  pbx_timeout: () => ({ happened: 'The phone system did not answer in time.', next: tryAgainOrTell }),
  pbx_unreachable: () => ({ happened: 'The phone system can’t be reached.', next: tryAgainOrTell }),
  pbx_certificate: () => ({
    happened: 'The phone system could not prove that it is the right one, so I asked it nothing.',
    next: `${askAdministrator} Its certificate is not the one the app trusts.`,
  }),
  pbx_sign_in_refused: () => ({
    happened: 'The phone system refused the app’s sign-in.',
    next: `${askAdministrator} The client ID and secret need a look; I wait before I try again, so that the phone system does not block the app.`,
  }),
  pbx_address_blocked: () => ({
    happened: 'The phone system has blocked the app’s address.',
    next: `${askAdministrator} It is freed in the phone system under Security > Security Rules > Blocked IPs.`,
  }),
  pbx_address_not_allowed: () => ({
    happened: 'The phone system does not accept requests from the app’s address.',
    next: `${askAdministrator} The address has to be on the list of allowed IPs under Integrations > API.`,
  }),
  pbx_tokens_used_up: () => ({
    happened: 'All of the phone system’s sign-ins for apps are in use.',
    next: 'Try again in a few minutes. If it stays like this, tell the person who looks after callsummary.',
  }),
  pbx_token_rejected: () => ({ happened: 'The phone system keeps ending the app’s sign-in.', next: tryAgainOrTell }),
  pbx_overloaded: () => ({ happened: 'The phone system is busy.', next: tryAgain }),
  pbx_not_set_up: ({ errcode }) => ({
    happened: `The phone system is not set up to give the app summaries (code ${errcode}).`,
    next: `${askAdministrator} Plan, firmware and the permissions of the API client decide that.`,
  }),
  pbx_refused: ({ errcode }) => ({ happened: `The phone system said no (code ${errcode}).`, next: tryAgainOrTell }),
  pbx_unexpected: () => ({ happened: 'The phone system’s answer did not look as expected.', next: tryAgainOrTell }),
  not_posted: ({ obstacle }) => postObstacles[obstacle],
  post_unconfirmed: () => ({
    happened: 'Slack did not confirm that the summary was posted.',
    next: 'Look there before you try again: it may be there already.',
  }),
  retract_not_allowed: () => ({
    happened: 'Only the person who shared a summary, or an administrator of callsummary, can take it back.',
    next: 'Ask them.',
    needsNoReference: true,
  }),
  not_retracted: () => ({
    happened: 'Slack did not confirm that the summary was deleted.',
    next: 'Look whether it is still there, and try again. A channel manager can delete it, too.',
  }),
  slack_unavailable: () => ({ happened: 'Slack did not let me show you that.', next: tryAgainOrTell }),
  answer_undelivered: () => ({ happened: 'Slack did not take my answer.', next: tryAgainOrTell }),
  not_shown_yet: () => ({
    happened: 'You have not seen yet who reads along there, so I have not shared it.',
    next: 'Now you see it below. Share it if it is right.',
    needsNoReference: true,
  }),
  summary_changed: () => ({
    happened: 'The summary has changed since you looked at it, so I have not shared it.',
    next: 'This is the new one. Share it if it is still right.',
  }),
};

const tooMany: Readonly<Record<ErrorDetails['too_many_requests']['whose'], string>> = {
  person: 'That is many summaries in a short time, so I pause before the next one.',
  person_at_once: 'You are still waiting for several summaries, so I did not ask for one more.',
  everybody: 'Many people are asking for summaries just now.',
};

const fewSecondsMs = 15_000;
const minuteMs = 60_000;

/** A wait as people say it. Rounded up, so that nobody comes back too early. */
function waitInWords(ms: number): string {
  if (ms <= fewSecondsMs) return 'in a few seconds';
  const minutes = Math.ceil(ms / minuteMs);
  if (minutes <= 1) return 'in a minute';
  return minutes <= 90 ? `in ${minutes} minutes` : `in ${Math.ceil(minutes / 60)} hours`;
}
