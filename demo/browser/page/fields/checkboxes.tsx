import type { ElementOf } from '../blocks/shapes.ts';
import { useSurface, useValue } from '../blocks/surface.ts';
import { z } from '../blocks/zod.ts';
import { useDemo } from '../demo.ts';
import type { FieldProps } from './field-props.ts';
import { OptionLabel } from './option-label.tsx';

const ticked = z.object({ selected_options: z.array(z.object({ value: z.string() })).catch([]) });

/** Draws boxes to tick. */
export function Checkboxes({ element, blockId, field, labelledBy, describedBy }: FieldProps<ElementOf<'checkboxes'>>) {
  const { act } = useDemo();
  const { where } = useSurface();
  const { selected_options } = ticked.parse(useValue(blockId, element.action_id));
  const isTicked = (value: string) => selected_options.some((option) => option.value === value);
  return (
    <fieldset aria-labelledby={labelledBy} aria-describedby={describedBy}>
      {element.options.map(({ value, ...option }) => (
        <label key={value} className="choice">
          <input
            type="checkbox"
            checked={isTicked(value)}
            onChange={({ target }) => void act({ kind: target.checked ? 'tick' : 'untick', where, field, value })}
          />
          <OptionLabel {...option} />
        </label>
      ))}
    </fieldset>
  );
}
