import { Element } from './element.tsx';
import type { BlockOf } from './shapes.ts';

/** Draws a row of buttons and menus. */
export function Actions({ block: { elements, block_id } }: { readonly block: BlockOf<'actions'> }) {
  return (
    <div className="block actions">
      {elements.map((element) => (
        <Element key={element.action_id} element={element} blockId={block_id} field={element.action_id} />
      ))}
    </div>
  );
}
