import { Parser } from 'htmlparser2';
import { createBlockCollector } from './block-collector.ts';
import { type Context, outermostContext } from './context.ts';
import { type Attributes, type ElementRule, elementRules } from './element-rules.ts';
import type { FlatBlock } from './flat-block.ts';
import { summaryLimits } from './limits.ts';

/** What one pass over the HTML found. */
export interface Reading {
  readonly blocks: readonly FlatBlock[];
  /** False when nothing in it shaped blocks: the text is plain text, and its line breaks mean something. */
  readonly hasStructure: boolean;
  /** Whether a limit, or something that never ends, such as an unclosed comment, kept text from us. */
  readonly isCut: boolean;
}

interface OpenElement {
  readonly rule: ElementRule | undefined;
  readonly context: Context;
}

// Written behind the HTML: only when it is met there did nothing before it swallow the rest.
const endMark = 'end-of-summary';

/** Reads HTML in one pass, in time linear to its length whatever it holds. Entities are decoded once, by the parser. */
export function readBlocks(html: string, newline: Context['newline']): Reading {
  const collector = createBlockCollector();
  const open: OpenElement[] = [];
  const outermost = outermostContext(newline);
  const contextNow = () => open.at(-1)?.context ?? outermost;
  let elements = 0;
  let hasStructure = false;
  let isWhole = false;

  const openElement = (name: string, attributes: Attributes) => {
    if (name === endMark && parser.startIndex === html.length) isWhole = !contextNow().isDropped;
    elements += 1;
    if (elements > summaryLimits.elements || open.length >= summaryLimits.depth) return parser.pause();
    const context = contextNow();
    const rule = context.isDropped ? undefined : elementRules.get(name);
    hasStructure ||= rule !== undefined && rule.isInline !== true;
    open.push({ rule, context: rule?.enter(context, collector, attributes) ?? context });
  };

  const closeElement = () => {
    const closed = open.pop();
    closed?.rule?.leave?.(closed.context, collector);
  };

  const readText = (text: string) => {
    const context = contextNow();
    if (context.isDropped) return;
    if (context.link !== null) context.link.words += text;
    collector.write(text, context);
  };

  const parser = new Parser({ onopentag: openElement, onclosetag: closeElement, ontext: readText });
  parser.end(`${html}<${endMark}>`);
  collector.endBlock();
  return { blocks: collector.blocks, hasStructure, isCut: !isWhole || collector.hasCut() };
}
