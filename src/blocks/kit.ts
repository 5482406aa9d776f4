import type { ContextBlock, PlainTextElement, SectionBlock } from '@slack/types';

/** Text that Slack shows as it is: no formatting, no mentions, no links. */
export const plain = (text: string): PlainTextElement => ({ type: 'plain_text', text, emoji: false });

/** A paragraph of our own words, or of a person's, which stay words. */
export const paragraph = (text: string): SectionBlock => ({ type: 'section', text: plain(text) });

/** A grey line of small print. */
export const smallPrint = (text: string): ContextBlock => ({ type: 'context', elements: [plain(text)] });

/** Escapes the three characters that mean something in mrkdwn (docs.slack.dev: formatting message text). */
export const escapeMrkdwn = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Text of at most so many characters; what is longer ends in "…", and no character is halved. */
export const shortened = (text: string, longest: number): string =>
  text.length <= longest ? text : `${wholeCharacters(text, longest - 1)}…`;

const wholeCharacters = (text: string, length: number) =>
  text
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd();

const longestQuote = 61;

/** What a person typed, in quotation marks, short enough to stand in a sentence. */
export const quote = (typed: string): string => `“${shortened(typed.toWellFormed(), longestQuote)}”`;
