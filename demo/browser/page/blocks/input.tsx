import { useId } from 'react';
import { Element } from './element.tsx';
import type { BlockOf } from './shapes.ts';
import { useSurface } from './surface.ts';

/** Draws a field with its label, its hint, and what is wrong with it. */
export function Input({ block: { label, hint, optional, element, block_id } }: { readonly block: BlockOf<'input'> }) {
  const error = useSurface().errors[block_id];
  const id = useId();
  return (
    <div className={error === undefined ? 'block input' : 'block input wrong'}>
      <span className="label" id={`${id}-label`}>
        {label.text}
        {optional && <span className="optional"> (optional)</span>}
      </span>
      <Element
        element={element}
        blockId={block_id}
        field={block_id}
        labelledBy={`${id}-label`}
        describedBy={`${id}-error ${id}-hint`}
      />
      <span className="error" id={`${id}-error`} role="alert">
        {error}
      </span>
      <span className="hint" id={`${id}-hint`}>
        {hint?.text}
      </span>
    </div>
  );
}
