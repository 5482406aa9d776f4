import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { Menu } from './menu.tsx';

/** An entry of a menu of deeds. */
export interface MenuItem {
  readonly key: string;
  readonly label: string;
  readonly description?: string;
  readonly pick: () => void;
}

interface MenuButtonProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly children: ReactNode;
}

/** A button that opens a menu of deeds (w3.org/WAI/ARIA/apg/patterns/menu-button). */
export function MenuButton({ label, items, children }: MenuButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const openByKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    setOpen(true);
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className="icon-button"
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={openByKey}
      >
        {children}
      </button>
      {isOpen && <Menu label={label} anchor={button} items={items} close={close} leave={() => setOpen(false)} />}
    </>
  );
}
