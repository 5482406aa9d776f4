import type { MessageShortcut } from '@slack/bolt';
import type { Place } from '../blocks/modals/state.ts';

/**
 * The thread a message belongs to, or the one that would start under it. A reply's own timestamp must not be used: the
 * thread hangs on its first message (docs.slack.dev: chat.postMessage, thread_ts).
 */
export function threadOf({ channel, message, message_ts }: MessageShortcut): Place {
  return { channelId: channel.id, threadTs: threadTsIn(message) ?? message_ts };
}

/** The thread something stands in, as Slack's payloads name it; null outside of threads. */
export function threadTsIn({ thread_ts }: Readonly<Record<string, unknown>>): string | null {
  return typeof thread_ts === 'string' && thread_ts !== '' ? thread_ts : null;
}
