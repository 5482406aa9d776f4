import type { KnownBlock } from '@slack/types';

/** Something we say in a conversation: the blocks for the eye, and the same in words for whoever gets only text. */
export interface Message {
  readonly text: string;
  readonly blocks: KnownBlock[];
}
