import type { BlockAction } from '@slack/bolt';
import { decodeReading, type Place } from '../blocks/modals/state.ts';
import { threadTsIn } from './thread.ts';

/** Where somebody was when they clicked: in a window that remembers it, or at a message; null where nothing tells. */
export function homeOf({ view, channel, container }: BlockAction): Place | null {
  if (view !== undefined) return view.private_metadata === '' ? null : decodeReading(view.private_metadata).home;
  if (channel === undefined) return null;
  return { channelId: channel.id, threadTs: threadTsIn(container) };
}
