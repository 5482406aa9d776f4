import { useEffect, useState } from 'react';
import type { Screen } from '../../contract.ts';

/** What one person has before them, and whether the demo still tells us. */
export interface Seen {
  readonly screen: Screen | null;
  readonly isConnected: boolean;
}

interface Told extends Seen {
  readonly role: string;
}

const nothingYet = { screen: null, isConnected: true };

/** Follows somebody's screen; null until the first one of theirs has come. */
export function useScreen(role: string): Seen {
  const [told, setTold] = useState<Told>({ role, ...nothingYet });
  useEffect(() => {
    const source = new EventSource(`/screen?as=${encodeURIComponent(role)}`);
    source.onmessage = ({ data }) => setTold({ role, screen: JSON.parse(data), isConnected: true });
    source.onerror = () => setTold((before) => ({ ...before, isConnected: false }));
    return () => source.close();
  }, [role]);
  return told.role === role ? told : nothingYet;
}
