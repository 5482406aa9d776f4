import type { ReadableExtensions, Refusal, RefusalReason } from '../errors.ts';
import { dayInWords } from './days.ts';
import { listOf } from './lists-in-words.ts';
import { tryAgain } from './usual-words.ts';

/** What a person reads when something fails: what happened, and what to do next. */
export interface Sentences {
  readonly happened: string;
  readonly next: string;
  /** Set where nothing in the log could tell more, and the words must be the same every time. */
  readonly needsNoReference?: true;
}

const usualContact = 'Ask the person who looks after callsummary.';

/** A refusal: the rule, what the person may read, and who can help. Never whether something exists. */
export const refusalSentences = (refusal: Refusal): Sentences => ({
  happened: refusalHappened[refusal.reason],
  next: next[refusal.reason](refusal),
  needsNoReference: true,
});

/** What each refusal is, in a sentence. */
export const refusalHappened: Readonly<Record<RefusalReason, string>> = {
  no_right: 'That is outside what you can read.',
  not_a_full_member: 'Only full members of this workspace can read call summaries.',
  not_verified: 'I couldn’t check with Slack who you are, so I showed and posted nothing.',
  closed_channel: 'Call summaries are kept out of this channel.',
  channel_not_verified: 'I can’t tell who reads along there, so I share nothing there.',
  external_channel: 'Another organisation reads along there, so call summaries stay out of it.',
  outsiders_unconfirmed: 'Another organisation reads along there. Nothing is shared yet.',
};

const next: Readonly<Record<RefusalReason, (refusal: Refusal) => string>> = {
  no_right: ({ mayRead, contact, readerId }) =>
    `${rightsOf(mayRead)} ${contact ?? usualContact} Your member ID is ${readerId}.`,
  not_a_full_member: ({ contact }) => contact ?? usualContact,
  not_verified: ({ contact }) => `${tryAgain} ${contact ?? usualContact}`,
  closed_channel: ({ contact }) => `Choose another conversation. ${contact ?? usualContact}`,
  channel_not_verified: () => 'Try again in a moment, or choose a channel that I am in.',
  external_channel: ({ contact }) => `Choose another conversation. ${contact ?? usualContact}`,
  outsiders_unconfirmed: () => 'Confirm that they may read it, or choose another conversation.',
};

const mostListed = 10;

function rightsOf(mayRead: readonly ReadableExtensions[]): string {
  if (mayRead.length === 0)
    return 'People read the calls of their own extension, and of those an administrator gives them; you have none yet.';
  const listed = mayRead.slice(0, mostListed).map(inWords);
  const others = mayRead.length > mostListed ? [`${mayRead.length - mostListed} more`] : [];
  return `You can read summaries of ${listOf([...listed, ...others])}.`;
}

function inWords({ first, last, from, until }: ReadableExtensions): string {
  const which = first === last ? `extension ${first}` : `extensions ${first}–${last}`;
  if (from === null && until === null) return which;
  if (until === null) return `${which} for calls from ${dayInWords(from ?? '')} on`;
  if (from === null) return `${which} for calls until ${dayInWords(until)}`;
  return `${which} for calls from ${dayInWords(from)} to ${dayInWords(until)}`;
}
