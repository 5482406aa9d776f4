import type { SlackJson } from '../../contract.ts';
import { Actions } from './actions.tsx';
import { Input } from './input.tsx';
import { RichText } from './rich-text.tsx';
import { Section } from './section.tsx';
import { block, type DrawnBlock } from './shapes.ts';
import { Texts } from './texts.tsx';

/** Draws blocks, in order. One that is not known here says so, instead of going missing. */
export function Blocks({ blocks }: { readonly blocks: readonly SlackJson[] }) {
  return blocks.map((json) => {
    const read = block.safeParse(json);
    const key = String(json.block_id);
    return read.success ? (
      <Block key={key} block={read.data} />
    ) : (
      <p key={key}>A block of the type {String(json.type)}.</p>
    );
  });
}

function Block({ block }: { readonly block: DrawnBlock }) {
  switch (block.type) {
    case 'header':
      return <h3 className="block header">{block.text.text}</h3>;
    case 'divider':
      return <hr className="block" />;
    case 'context':
      return (
        <p className="block context">
          <Texts texts={block.elements} />
        </p>
      );
    case 'section':
      return <Section block={block} />;
    case 'actions':
      return <Actions block={block} />;
    case 'input':
      return <Input block={block} />;
    case 'rich_text':
      return <RichText elements={block.elements} />;
  }
}
