import { Fragment, type RefObject, useEffect, useRef } from 'react';
import type { MenuEntry } from '../../contract.ts';
import { usePopover } from '../overlay/use-popover.ts';
import type { Offer } from './use-entries.ts';

interface ListboxProps extends Offer {
  readonly id: string;
  readonly anchor: RefObject<HTMLElement | null>;
  /** Which entry Enter would pick. */
  readonly at: number;
  readonly pick: (entry: MenuEntry) => void;
}

/** The entries of a menu that is open. The keyboard stays in the field it belongs to. */
export function Listbox({ id, anchor, entries, remark, at, pick }: ListboxProps) {
  const list = useRef<HTMLDivElement>(null);
  usePopover(list, anchor);
  useEffect(() => {
    list.current?.querySelector(`[data-at="${at}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <div ref={list} popover="manual" className="popover">
      <div role="status" className="remark">
        {remark}
      </div>
      <div id={id} role="listbox" aria-label="Entries" tabIndex={-1}>
        {entries.map((entry, index) => (
          <Fragment key={entry.value}>
            {entry.group !== undefined && entry.group !== entries[index - 1]?.group && (
              <div className="group" role="presentation">
                {entry.group}
              </div>
            )}
            {/** biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field */}
            <div
              id={`${id}-${index}`}
              data-at={index}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => pick(entry)}
            >
              {entry.label}
              {entry.description !== undefined && <small>{entry.description}</small>}
            </div>
          </Fragment>
        ))}
      </div>
    </div>
  );
}
