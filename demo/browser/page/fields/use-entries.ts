import { useEffect, useEffectEvent, useState } from 'react';
import type { Menu, MenuEntry } from '../../contract.ts';

/** What a menu offers for what was typed, and what it says where it offers nothing. */
export interface Offer {
  readonly entries: readonly MenuEntry[];
  readonly remark: string | null;
}

interface Answered {
  /** What had been typed. Once it is something else, its entries are not to be picked from. */
  readonly typed: string | null;
  readonly offer: Offer;
}

const waiting: Offer = { entries: [], remark: 'Loading…' };
const unanswered: Answered = { typed: null, offer: waiting };

/** Milliseconds somebody has to stop typing for, before the app is asked. */
const pauseInTyping = 200;

/** Asks for the entries of an open menu, and again whenever something else is typed. `typed` is null while it is closed. */
export function useEntries(typed: string | null, ask: (typed: string) => Promise<Menu>): Offer {
  const [answered, setAnswered] = useState(unanswered);
  const askNow = useEffectEvent(ask);
  useEffect(() => {
    if (typed === null) return setAnswered(unanswered);
    let isOver = false;
    const load = async () => {
      const { entries, problem } = await askNow(typed);
      const remark = problem ?? (entries.length === 0 ? 'Nothing found' : null);
      if (!isOver) setAnswered({ typed, offer: { entries, remark } });
    };
    const timer = setTimeout(() => void load(), typed === '' ? 0 : pauseInTyping);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [typed]);
  return answered.typed === typed ? answered.offer : waiting;
}
