import { Element } from './element.tsx';
import type { BlockOf } from './shapes.ts';
import { Text } from './text.tsx';
import { Texts } from './texts.tsx';

/** Draws a paragraph, with what stands beside it. */
export function Section({ block: { text, fields, accessory, block_id } }: { readonly block: BlockOf<'section'> }) {
  return (
    <div className="block section">
      <div>
        {text && <Text text={text} />}
        <Texts texts={fields} />
      </div>
      {accessory && <Element element={accessory} blockId={block_id} field={accessory.action_id} />}
    </div>
  );
}
