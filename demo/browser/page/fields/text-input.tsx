import type { ElementOf } from '../blocks/shapes.ts';
import { useSurface, useValue } from '../blocks/surface.ts';
import { z } from '../blocks/zod.ts';
import type { FieldProps } from './field-props.ts';

const typed = z.object({ value: z.string().catch('') });

/** Draws a field to type into. The app hears of it when the window's button is pressed. */
export function TextInput(props: FieldProps<ElementOf<'plain_text_input'>>) {
  const { element, blockId, labelledBy, describedBy } = props;
  const surface = useSurface();
  const { value } = typed.parse(useValue(blockId, element.action_id));
  const Box = element.multiline ? 'textarea' : 'input';
  return (
    <Box
      className="text-input"
      value={surface.typedInto(blockId) ?? value}
      maxLength={element.max_length}
      placeholder={element.placeholder?.text}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      aria-invalid={surface.errors[blockId] !== undefined}
      onChange={({ target }: { target: { value: string } }) => surface.type(blockId, target.value)}
    />
  );
}
