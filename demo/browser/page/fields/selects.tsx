import type { MenuEntry } from '../../contract.ts';
import type { ElementOf } from '../blocks/shapes.ts';
import { useSurface, useValue } from '../blocks/surface.ts';
import { useDemo } from '../demo.ts';
import { selectedId, selectedOption } from './chosen.ts';
import { Combobox } from './combobox.tsx';
import type { FieldProps } from './field-props.ts';

type Asked = ElementOf<'external_select' | 'conversations_select' | 'channels_select' | 'users_select'>;

/** Draws a menu whose entries the app or Slack knows. */
export function AskedSelect({ element, blockId, field, ...names }: FieldProps<Asked>) {
  const { act, openMenu, nameOf } = useDemo();
  const { where } = useSurface();
  const value = useValue(blockId, element.action_id);
  const id = selectedId(value);
  return (
    <Combobox
      {...names}
      chosen={id === null ? (selectedOption(value)?.label ?? '') : nameOf(id)}
      placeholder={element.placeholder?.text ?? 'Choose'}
      ask={(typed) => openMenu({ where, field, typed })}
      choose={(entry) => void act({ kind: 'choose', where, field, value: entry.value })}
    />
  );
}

/** Draws a menu that has brought its entries along. */
export function StaticSelect({ element, blockId, field, ...names }: FieldProps<ElementOf<'static_select'>>) {
  const { act } = useDemo();
  const { where } = useSurface();
  const entries = element.options.map(({ value, text }): MenuEntry => ({ value, label: text.text }));
  const fits = (typed: string) => entries.filter(({ label }) => label.toLowerCase().includes(typed.toLowerCase()));
  return (
    <Combobox
      {...names}
      chosen={selectedOption(useValue(blockId, element.action_id))?.label ?? ''}
      placeholder={element.placeholder?.text ?? 'Choose'}
      ask={async (typed) => ({ entries: fits(typed) })}
      choose={(entry) => void act({ kind: 'choose', where, field, value: entry.value })}
    />
  );
}
