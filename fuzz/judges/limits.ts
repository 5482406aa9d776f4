import {
  blockTextIn,
  inWords,
  largestView,
  problemsInMessage,
  problemsInModal,
  problemsInSuggestions,
} from '../../simulators/slack/block-rules/index.ts';

/** docs.slack.dev/reference/methods/chat.update refuses more; counted in characters of mrkdwn, after escaping. */
const longestText = 4_000;
/** Undocumented: `msg_blocks_too_long` was reported from 11,341 characters on (github.com/slackapi/bolt-js, issue 2867). */
const mostBlockText = 11_340;

/** What Slack would refuse about a message. */
export const messageProblems = ({ text, blocks }: { text?: unknown; blocks?: unknown }): readonly string[] => [
  ...textProblems(text),
  ...(blocks === undefined ? [] : inWords(problemsInMessage(blocks))),
  ...(blockTextIn(blocks) <= mostBlockText ? [] : [`${blockTextIn(blocks)} characters in blocks`]),
  ...wellFormedProblems(blocks),
];

/** What Slack would refuse about a window. */
export const viewProblems = (view: unknown): readonly string[] => [
  ...inWords(problemsInModal(view)),
  ...(Buffer.byteLength(JSON.stringify(view) ?? '') <= largestView ? [] : ['a view of more than 250 KB']),
  ...wellFormedProblems(view),
];

/** What Slack would refuse about the entries of a menu. */
export const suggestionProblems = (answer: unknown): readonly string[] => [
  ...inWords(problemsInSuggestions(answer)),
  ...wellFormedProblems(answer),
];

function textProblems(text: unknown): readonly string[] {
  if (typeof text !== 'string' || text === '') return ['a message without a text'];
  return [
    ...(text.length <= longestText ? [] : [`a text of ${text.length} characters`]),
    ...(text.isWellFormed() ? [] : ['half a character in the text']),
  ];
}

// JSON writes half a character as an escape, and nothing else so.
const wellFormedProblems = (value: unknown) =>
  /(?<!\\)(?:\\\\)*\\ud[89a-f]/.test(JSON.stringify(value) ?? '') ? ['half a character'] : [];
