import { useEffect, useState } from 'react';
import type { Screen } from '../../contract.ts';
import { whileShown } from './while-shown.ts';

/** What one person has before them, and whether the demo still tells us. */
export interface Seen {
  readonly screen: Screen | null;
  readonly isConnected: boolean;
}

interface Told extends Seen {
  readonly role: string;
}

/** Follows somebody's screen. Until theirs has come, there is nothing on it but what everybody sees of the phone system. */
export function useScreen(role: string): Seen {
  const [told, setTold] = useState<Told>({ role, screen: null, isConnected: true });
  useEffect(() => {
    const address = `/screen?as=${encodeURIComponent(role)}`;
    return whileShown(() => {
      const source = new EventSource(address);
      source.onmessage = ({ data }) => setTold({ role, screen: JSON.parse(data), isConnected: true });
      source.onerror = () => setTold((before) => ({ ...before, isConnected: false }));
      return () => source.close();
    });
  }, [role]);
  return told.role === role ? told : { ...told, screen: withoutSlack(told.screen) };
}

const withoutSlack = (screen: Screen | null): Screen | null => screen && { ...screen, channels: [], window: null };
