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

const longestQuote = 60;

/** What a person typed, in quotation marks, short enough to stand in a sentence. */
export const quote = (typed: string): string =>
  `“${typed.length > longestQuote ? `${typed.slice(0, longestQuote)}…` : typed}”`;
