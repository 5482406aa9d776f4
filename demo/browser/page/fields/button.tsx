import { useState } from 'react';
import type { ElementOf } from '../blocks/shapes.ts';
import { useSurface } from '../blocks/surface.ts';
import { useDemo } from '../demo.ts';
import { ConfirmDialog } from '../overlay/confirm-dialog.tsx';
import type { FieldProps } from './field-props.ts';

/** Draws a button. Where it asks first, the app hears of the click once the person has said yes. */
export function Button({ element }: FieldProps<ElementOf<'button'>>) {
  const { action_id: actionId, text, value, style, confirm, accessibility_label } = element;
  const { act } = useDemo();
  const { where } = useSurface();
  const [isAsking, setAsking] = useState(false);
  const click = () => void act({ kind: 'click', where, actionId, ...(value !== undefined && { value }) });
  return (
    <>
      <button
        type="button"
        className={`button ${style ?? ''}`}
        aria-label={accessibility_label}
        onClick={() => (confirm ? setAsking(true) : click())}
      >
        {text.text}
      </button>
      {isAsking && confirm && <ConfirmDialog confirm={confirm} yes={click} close={() => setAsking(false)} />}
    </>
  );
}
