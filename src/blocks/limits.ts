import type { Size } from './size.ts';

/**
 * Slack's numbers, each with where it comes from. "Characters" are what JavaScript counts in `length`, never fewer than
 * Slack counts.
 */
export const slackLimits = {
  /**
   * docs.slack.dev/reference/block-kit/blocks: "up to 50 blocks in each message, and 100 blocks in modals or Home
   * tabs".
   */
  blocksPerMessage: 50,
  blocksPerModal: 100,
  /** docs.slack.dev/reference/block-kit/blocks/header-block: maximum length of the text. */
  headerCharacters: 150,
  /**
   * docs.slack.dev/reference/methods/chat.postMessage: "recommended"; chat.update refuses more. Counted after escaping.
   */
  messageTextCharacters: 4_000,
  /**
   * Undocumented, for a whole message: `msg_blocks_too_long` was reported at 11,341 characters
   * (github.com/slackapi/bolt-js, issue 2867) and at about 13,200 (issue 2509), so we stay below both ways of
   * counting.
   */
  messageBlockTextCharacters: 9_000,
  messageBlockJsonCharacters: 11_000,
} as const;

/** Kept free of summary in a message: its header, lines and button, and five further blocks of whoever sends it. */
const messageReserve: Size = { textCharacters: 1_200, jsonCharacters: 3_600, blocks: 12 };

/** What the sections of a summary may take in a message. */
export const messageBudget: Size = {
  textCharacters: slackLimits.messageBlockTextCharacters - messageReserve.textCharacters,
  jsonCharacters: slackLimits.messageBlockJsonCharacters - messageReserve.jsonCharacters,
  blocks: slackLimits.blocksPerMessage - messageReserve.blocks,
};

/**
 * What the sections of a summary may take on one page of a modal. A view may have 250 KB
 * (docs.slack.dev/reference/methods/ views.open, `view_too_large`): at three bytes a character this stays under 100.
 * Nobody promises that the undocumented limit on text is one of messages alone, so the text stays below it too.
 */
export const modalBudget: Size = {
  textCharacters: 9_000,
  jsonCharacters: 30_000,
  blocks: slackLimits.blocksPerModal - 20,
};

/** The most follow-up actions that get a block each, so that every one of them could carry a button. */
export const actionsWithOwnBlock = 15;
