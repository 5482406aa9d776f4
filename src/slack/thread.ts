import type { MessageShortcut } from '@slack/bolt';

/** A thread: its conversation, and the timestamp of the message it hangs on. */
export interface Thread {
  readonly channelId: string;
  readonly threadTs: string;
}

/**
 * The thread a message belongs to, or the one that would start under it. A reply's own timestamp must not be used: the
 * thread hangs on its first message (docs.slack.dev: chat.postMessage, thread_ts).
 */
export function threadOf({ channel, message, message_ts }: MessageShortcut): Thread {
  const root: unknown = message.thread_ts;
  return { channelId: channel.id, threadTs: typeof root === 'string' && root !== '' ? root : message_ts };
}
