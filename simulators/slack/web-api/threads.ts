import type { Channel } from '../channels.ts';
import type { SlackMessage } from '../messages.ts';
import type { Workspace } from '../workspace.ts';
import { type Checked, refused } from './reply.ts';

/**
 * Takes a `thread_ts`; gives the part of a message that puts it into that thread, nothing when none was asked for.
 * A thread nobody knows is refused: real workspaces have been seen to swallow such messages, which helps nobody here.
 * The timestamp of a reply is taken as it is, so the message lands in a thread of its own that nobody looks into.
 */
export function threadOf(
  workspace: Workspace,
  channel: Channel,
  threadTs: string | undefined,
): Checked<Pick<SlackMessage, 'thread_ts'>> {
  if (threadTs === undefined || threadTs === '') return { value: {} };
  const parent = workspace.find(channel.id, threadTs);
  if (!parent || parent.visibleTo !== undefined) return { refusal: refused('thread_not_found') };
  if (channel.hasLockedThreads) return { refusal: refused('restricted_action_thread_locked') };
  return { value: { thread_ts: parent.ts } };
}
