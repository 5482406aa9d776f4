import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import type { MenuItem } from './menu-button.tsx';
import { usePopover } from './use-popover.ts';

interface MenuProps {
  readonly label: string;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly items: readonly MenuItem[];
  /** Something was picked or given up: the keyboard goes back to the button. */
  readonly close: () => void;
  /** The person has gone elsewhere. */
  readonly leave: () => void;
}

/** A menu that is open. Arrows, Home and End go through it; Escape and Tab leave it. */
export function Menu({ label, anchor, items, close, leave }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  usePopover(menu, anchor);
  const entries = () => [...(menu.current?.querySelectorAll('button') ?? [])];
  useEffect(() => {
    menu.current?.querySelector('button')?.focus();
  }, []);

  const focusOn = (index: number) =>
    entries()
      .at(index % entries().length)
      ?.focus();
  const at = () => entries().findIndex((entry) => entry.matches(':focus'));
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => focusOn(at() + 1),
    ArrowUp: () => focusOn(at() - 1),
    Home: () => focusOn(0),
    End: () => focusOn(-1),
    Escape: close,
    Tab: close,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  return (
    <div
      ref={menu}
      popover="manual"
      className="popover"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      onKeyDown={onKeyDown}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget) && relatedTarget !== anchor.current) leave();
      }}
    >
      {items.map(({ key, label: words, description, pick }) => (
        <button
          key={key}
          type="button"
          role="menuitem"
          tabIndex={-1}
          onClick={() => {
            close();
            pick();
          }}
        >
          {words}
          {description !== undefined && <small>{description}</small>}
        </button>
      ))}
    </div>
  );
}
