import { useEffect, useId, useRef, useState } from 'react';
import type { Menu, MenuEntry } from '../../contract.ts';
import { Listbox } from './listbox.tsx';
import { useEntries } from './use-entries.ts';

interface ComboboxProps {
  readonly labelledBy?: string;
  readonly describedBy?: string;
  /** What stands in it. */
  readonly chosen: string;
  readonly placeholder: string;
  readonly ask: (typed: string) => Promise<Menu>;
  readonly choose: (entry: MenuEntry) => void;
}

/** A menu one can search (w3.org/WAI/ARIA/apg/patterns/combobox, "editable, with list autocomplete"). */
export function Combobox({ labelledBy, describedBy, chosen, placeholder, ask, choose }: ComboboxProps) {
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const { entries, remark } = useEntries(typed, ask);
  const isOpen = typed !== null;
  // What stands in it is replaced by what is typed next, not continued.
  useEffect(() => {
    if (!isOpen && box.current?.matches(':focus')) box.current.select();
  }, [isOpen]);

  const type = (text: string | null) => {
    setTyped(text);
    setAt(0);
  };
  const pick = (entry: MenuEntry | undefined) => {
    if (entry === undefined) return;
    type(null);
    choose(entry);
  };
  const step = (by: number) => (isOpen ? setAt((at + by + entries.length) % Math.max(1, entries.length)) : type(''));
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    ...(isOpen && { Enter: () => pick(entries[at]), Escape: () => type(null) }),
  };

  return (
    <div className="combobox">
      <input
        ref={box}
        role="combobox"
        autoComplete="off"
        aria-label={labelledBy === undefined ? placeholder : undefined}
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && entries.length > 0 ? `${id}-${at}` : undefined}
        placeholder={chosen || placeholder}
        value={typed ?? chosen}
        onClick={() => !isOpen && type('')}
        onChange={({ target }) => type(target.value)}
        onBlur={() => type(null)}
        onKeyDown={(event) => {
          const act = keys[event.key];
          if (act === undefined) return;
          event.preventDefault();
          act();
        }}
      />
      {isOpen && <Listbox id={id} anchor={box} entries={entries} remark={remark} at={at} pick={pick} />}
    </div>
  );
}
