import type { Message } from '../message.ts';
import { objectsIn } from './slack-strings.ts';

// docs.slack.dev/reference/block-kit: blocks in a message, characters of a section and of a header.
const longest = { blocks: 50, section: 3_000, header: 150 } as const;
// docs.slack.dev/reference/methods/chat.postMessage: what is longer than this is cut off by Slack.
const longestText = 40_000;
// github.com/slackapi/bolt-js, issue 2867: `msg_blocks_too_long` was reported at this size of all blocks.
const longestBlocks = 11_341;

/** The first of Slack's limits that a message is beyond, in words; null where it is within all of them. */
export function limitBroken({ text, blocks }: Message): string | null {
  if (blocks.length > longest.blocks) return `${blocks.length} blocks`;
  const long = objectsIn(blocks).flatMap(lengthBroken)[0];
  if (long !== undefined) return long;
  const size = JSON.stringify(blocks).length;
  if (size > longestBlocks) return `blocks of ${size} characters`;
  return text.length > longestText ? `text of ${text.length} characters` : null;
}

function lengthBroken({ type, text }: Record<string, unknown>): string[] {
  const limit = type === 'section' ? longest.section : type === 'header' ? longest.header : Number.POSITIVE_INFINITY;
  const length = objectsIn(text).reduce((sum, own) => sum + (typeof own.text === 'string' ? own.text.length : 0), 0);
  return length > limit ? [`${type} of ${length} characters`] : [];
}
