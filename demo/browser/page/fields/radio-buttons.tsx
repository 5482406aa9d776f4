import { useId } from 'react';
import type { ElementOf } from '../blocks/shapes.ts';
import { useSurface, useValue } from '../blocks/surface.ts';
import { useDemo } from '../demo.ts';
import { selectedOption } from './chosen.ts';
import type { FieldProps } from './field-props.ts';
import { OptionLabel } from './option-label.tsx';

/** Draws radio buttons. */
export function RadioButtons({ element, blockId, field, ...names }: FieldProps<ElementOf<'radio_buttons'>>) {
  const { act } = useDemo();
  const { where } = useSurface();
  const chosen = selectedOption(useValue(blockId, element.action_id));
  const name = useId();
  return (
    <fieldset aria-labelledby={names.labelledBy} aria-describedby={names.describedBy}>
      {element.options.map(({ value, ...option }) => (
        <label key={value} className="choice">
          <input
            type="radio"
            name={name}
            checked={chosen?.value === value}
            onChange={() => void act({ kind: 'choose', where, field, value })}
          />
          <OptionLabel {...option} />
        </label>
      ))}
    </fieldset>
  );
}
