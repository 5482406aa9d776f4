import { type RefObject, useLayoutEffect } from 'react';
import type { MessageCard } from '../../contract.ts';

/** Brings the newest message into sight when it comes or changes; of a long one, its beginning. */
export function useNewestInSight(list: RefObject<HTMLElement | null>, messages: readonly MessageCard[]): void {
  const newest = messages.at(-1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another message, or other words in it, are the reason to look
  useLayoutEffect(() => {
    const { current: box } = list;
    const message = box?.lastElementChild;
    if (!box || !message) return;
    const beginning = message.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
    box.scrollTo({ top: beginning });
  }, [newest?.ts, newest?.text]);
}
