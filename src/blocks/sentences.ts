import type { ErrorCode, ErrorDetails, PostObstacle } from '../errors.ts';
import { usageSentence } from './usage.ts';

/** What a person reads when something fails: what happened, and what to do next. */
export interface Sentences {
  readonly happened: string;
  readonly next: string;
  /** Set where nothing in the log could tell more, and the words must be the same every time. */
  readonly needsNoReference?: true;
}

const askAdministrator = 'Tell the person who looks after callsummary.';
const tryAgain = 'Try again in a moment.';
const tryAgainOrTell = 'Try again in a moment. If it stays like this, tell the person who looks after callsummary.';

/** One entry for each way to fail; a code without one does not compile. `docs/voice.md` says how they are written. */
export const sentences: { readonly [Code in ErrorCode]: (details: ErrorDetails[Code]) => Sentences } = {
  usage: ({ problem }) => ({ happened: usageSentence(problem), next: '' }),
  not_allowed: ({ readerId }) => ({
    happened: 'You can’t read call summaries here yet.',
    next: `Only people listed by the administrator of callsummary can. Ask them to add your member ID, ${readerId}.`,
    needsNoReference: true,
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
    next: `${askAdministrator} The client ID and secret need a look; to keep the phone system from blocking the app, I do not try again by myself.`,
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
  not_posted: ({ obstacle }) => obstacles[obstacle],
  post_unconfirmed: () => ({
    happened: 'Slack did not confirm that the summary was posted.',
    next: 'Look in the thread before you try again: it may be there already.',
  }),
  slack_unavailable: () => ({ happened: 'Slack did not let me show you that.', next: tryAgainOrTell }),
  answer_undelivered: () => ({ happened: 'Slack did not take my answer.', next: tryAgainOrTell }),
  summary_changed: () => ({
    happened: 'The summary has changed since you looked at it, so I have not posted it.',
    next: 'This is the new one. Post it if it is still right.',
  }),
};

/** Why nothing was posted, and what the person can do. The summary stays in front of them in every case. */
const obstacles: Readonly<Record<PostObstacle, Sentences>> = {
  not_a_member: {
    happened: 'I can’t post here yet, because I am not in this conversation.',
    next: 'Type /invite @callsummary in the channel, then try again. Until then the summary is shown only to you.',
  },
  direct_message: {
    happened: 'I can’t post in a direct message between other people.',
    next: 'Use the shortcut in a channel, or copy what you need from here.',
  },
  archived: { happened: 'This channel is archived, so nothing can be posted in it.', next: 'Use another channel.' },
  restricted: {
    happened: 'Posting in this channel is limited by its settings.',
    next: 'Ask a channel manager, or use another channel.',
  },
  replies_off: { happened: 'Replies are switched off for this message.', next: 'Use the shortcut on another message.' },
  target_gone: { happened: 'The message I was to reply to is gone.', next: 'Use the shortcut on another message.' },
  too_long: {
    happened: 'This summary is too long to post.',
    next: 'Copy what you need from here.',
  },
  app_permission: {
    happened: 'The app lacks a permission in this workspace.',
    next: 'Somebody who manages apps has to install it again.',
  },
  app_disconnected: {
    happened: 'The app has lost its connection to this workspace.',
    next: 'Somebody who manages apps has to install it again.',
  },
  slack_busy: { happened: 'Slack asks for a pause, so nothing was posted.', next: tryAgain },
  slack_unreachable: { happened: 'Slack can’t be reached just now, so nothing was posted.', next: tryAgain },
  unknown: { happened: 'Slack did not accept the post.', next: askAdministrator },
};
