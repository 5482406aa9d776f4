import { Button } from '../fields/button.tsx';
import { Checkboxes } from '../fields/checkboxes.tsx';
import type { FieldProps } from '../fields/field-props.ts';
import { RadioButtons } from '../fields/radio-buttons.tsx';
import { AskedSelect, StaticSelect } from '../fields/selects.tsx';
import { TextInput } from '../fields/text-input.tsx';
import type { DrawnElement } from './shapes.ts';

/** Draws something one can act on. */
export function Element({ element, ...field }: FieldProps<DrawnElement>) {
  switch (element.type) {
    case 'button':
      return <Button element={element} {...field} />;
    case 'static_select':
      return <StaticSelect element={element} {...field} />;
    case 'external_select':
    case 'conversations_select':
    case 'channels_select':
    case 'users_select':
      return <AskedSelect element={element} {...field} />;
    case 'checkboxes':
      return <Checkboxes element={element} {...field} />;
    case 'radio_buttons':
      return <RadioButtons element={element} {...field} />;
    case 'plain_text_input':
      return <TextInput element={element} {...field} />;
  }
}
