import type { MessageShortcut } from '@slack/bolt';
import type { Place } from '../blocks/modals/state.ts';

/**
 * The thread a message belongs to, or the one that would start under it. A reply's own timestamp must not be used: the
 * thread hangs on its first message (docs.slack.dev: chat.postMessage, thread_ts).
 */
export function threadOf({ channel, message, message_ts }: MessageShortcut): Place {
  const root: unknown = message.thread_ts;
  return { channelId: channel.id, threadTs: typeof root === 'string' && root !== '' ? root : message_ts };
}
