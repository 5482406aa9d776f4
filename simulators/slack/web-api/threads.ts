import type { Workspace } from '../workspace.ts';

/**
 * Takes a `thread_ts`; gives the part of a message that puts it into that thread, nothing when none was asked for.
 * A thread nobody knows is `unknown`: real workspaces have been seen to swallow such messages, which helps nobody here.
 * The timestamp of a reply is taken as it is, so the message lands in a thread of its own that nobody looks into.
 */
export function threadOf(
  workspace: Workspace,
  channelId: string,
  threadTs: string | undefined,
): { readonly thread_ts?: string } | 'unknown' {
  if (threadTs === undefined || threadTs === '') return {};
  const parent = workspace.find(channelId, threadTs);
  return parent && parent.visibleTo === undefined ? { thread_ts: parent.ts } : 'unknown';
}
