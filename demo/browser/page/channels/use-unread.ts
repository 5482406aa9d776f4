import { useEffect, useState } from 'react';
import type { ChannelCard } from '../../contract.ts';

type Newest = Readonly<Record<string, string>>;

/** Gives the conversations in which something has come since the person had them open; what was there first is read. */
export function useUnread(role: string, channels: readonly ChannelCard[], open: string): ReadonlySet<string> {
  const [read, setRead] = useState<Readonly<Record<string, Newest>>>({});
  const newest = Object.fromEntries(channels.map(({ id, messages }) => [id, messages.at(-1)?.ts ?? '']));
  const known = { ...newest, ...read[role] };
  const isRead = read[role] !== undefined && read[role][open] === newest[open];
  useEffect(() => {
    if (!isRead && channels.length > 0) setRead({ ...read, [role]: { ...known, [open]: newest[open] ?? '' } });
  });
  return new Set(channels.map(({ id }) => id).filter((id) => id !== open && newest[id] !== known[id]));
}
