import type { MessageCard } from '../../contract.ts';

/** Whether a message stands in a thread below another one. */
export const isReply = ({ ts, threadTs }: MessageCard): boolean => threadTs !== undefined && threadTs !== ts;

/** The replies in a thread, oldest first. */
export const repliesTo = (messages: readonly MessageCard[], rootTs: string): readonly MessageCard[] =>
  messages.filter((message) => isReply(message) && message.threadTs === rootTs);
