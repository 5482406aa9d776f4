import type { FlatBlock, FlatItem, FlatParagraph, Line } from './flat-block.ts';

const marker = /^(?:[-*]\s|•|(\d{1,3})[.)]\s)\s*/;

/** Reads the lines of plain text that begin with "- ", "* ", "•" or "1. " as list entries. */
export function withListLines(blocks: readonly FlatBlock[]): FlatBlock[] {
  const read: FlatBlock[] = [];
  for (const block of blocks) {
    const item = block.kind === 'paragraph' ? listLine(block) : null;
    if (item !== null && read.at(-1)?.kind !== 'item') read.push({ kind: 'list' });
    read.push(item ?? block);
  }
  return read;
}

function listLine({ lines }: FlatParagraph): FlatItem | null {
  const [[first, ...others] = [], ...otherLines]: readonly Line[] = lines;
  const found = first === undefined ? null : marker.exec(first.text);
  if (first === undefined || found === null) return null;
  const rest = { ...first, text: first.text.slice(found[0].length) };
  const line = rest.text === '' ? others : [rest, ...others];
  if (line.length === 0) return null;
  return {
    kind: 'item',
    depth: 0,
    number: found[1] === undefined ? null : Number(found[1]),
    lines: [line, ...otherLines],
  };
}
