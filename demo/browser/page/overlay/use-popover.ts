import { type RefObject, useLayoutEffect } from 'react';

type Box = RefObject<HTMLElement | null>;

const gap = 4;
const margin = 8;

/** Shows a popover below what it belongs to, or above where there is more room; nothing clips it. */
export function usePopover(popover: Box, anchor: Box): void {
  useLayoutEffect(() => {
    const { current: shown } = popover;
    const { current: owner } = anchor;
    if (shown === null || owner === null) return;
    if (!shown.matches(':popover-open')) shown.showPopover();
    const place = () => placeBy(shown, owner.getBoundingClientRect());
    place();
    addEventListener('resize', place);
    addEventListener('scroll', place, true);
    return () => {
      removeEventListener('resize', place);
      removeEventListener('scroll', place, true);
    };
  });
}

function placeBy({ style, offsetWidth }: HTMLElement, owner: DOMRect): void {
  const below = innerHeight - owner.bottom;
  const goesBelow = below >= owner.top || below > 320;
  style.top = goesBelow ? `${owner.bottom + gap}px` : 'auto';
  style.bottom = goesBelow ? 'auto' : `${innerHeight - owner.top + gap}px`;
  style.maxHeight = `${Math.min(360, (goesBelow ? below : owner.top) - gap - margin)}px`;
  style.minWidth = `${Math.min(owner.width, innerWidth - 2 * margin)}px`;
  style.left = `${Math.max(margin, Math.min(owner.left, innerWidth - offsetWidth - margin))}px`;
}
