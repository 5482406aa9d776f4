import type { BlockCollector } from './block-collector.ts';
import type { Context, OpenList } from './context.ts';
import { hiddenTarget } from './defang.ts';
import type { Style } from './flat-block.ts';
import { summaryLimits } from './limits.ts';

/**
 * What is known of an element. An element without a rule counts for nothing, and its text is read as if it were not
 * there.
 */
export interface ElementRule {
  /** True where the element shapes words, not blocks: a text with only such elements is plain text. */
  readonly isInline?: true;
  /** Told when the element opens; gives the context of what is inside. */
  enter(context: Context, collector: BlockCollector, attributes: Attributes): Context;
  /** Told when the element closes, with the context it gave. */
  leave?(context: Context, collector: BlockCollector): void;
}

/** The attributes we read, and nothing of the others. */
export interface Attributes {
  readonly href?: string;
  readonly start?: string;
  readonly value?: string;
}

const dropped: ElementRule = { isInline: true, enter: (context) => ({ ...context, isDropped: true }) };

const emphasis = (style: Style): ElementRule => ({
  isInline: true,
  enter: (context) => ({ ...context, style: { ...context.style, ...style } }),
});

const link: ElementRule = {
  isInline: true,
  enter: (context, _collector, attributes) => ({ ...context, link: { href: attributes.href ?? '', words: '' } }),
  leave: (context, collector) => {
    const target = context.link === null ? null : hiddenTarget(context.link.href, context.link.words);
    if (target !== null) collector.write(` (${target})`, context);
  },
};

const lineBreak: ElementRule = {
  isInline: true,
  enter: (context, collector) => {
    if (context.newline === 'block') collector.endBlock();
    else collector.endLine();
    return context;
  },
};

const endParagraph = (_context: Context, collector: BlockCollector) => collector.endParagraph();
const endBlock = (_context: Context, collector: BlockCollector) => collector.endBlock();

const paragraph: ElementRule = {
  enter: (context, collector) => {
    collector.endParagraph();
    return context;
  },
  leave: endParagraph,
};

const preformatted: ElementRule = {
  enter: (context, collector) => {
    collector.endParagraph();
    return { ...context, newline: 'line', style: { ...context.style, code: true } };
  },
  leave: endParagraph,
};

const heading = (headingLevel: number): ElementRule => ({
  enter: (context, collector) => {
    if (context.item === null) collector.endBlock();
    else collector.endParagraph();
    return context.item === null
      ? { ...context, headingLevel }
      : { ...context, style: { ...context.style, bold: true } };
  },
  leave: (context, collector) => (context.item === null ? collector.endBlock() : collector.endParagraph()),
});

// A table is a list of its rows, a definition list one of terms with the definitions below them.
const list = (firstNumber: (attributes: Attributes) => number | null): ElementRule => ({
  enter: (context, collector, attributes) => {
    if (context.list === null && context.item === null) collector.startList();
    else collector.endBlock();
    const opened: OpenList = { depth: depthInside(context), next: firstNumber(attributes) };
    return { ...context, list: opened, item: null, headingLevel: null };
  },
  leave: endBlock,
});

const item = (style: Style, deeper: number): ElementRule => ({
  enter: (context, collector, attributes) => {
    if (context.list === null && context.item === null && collector.blocks.at(-1)?.kind !== 'item')
      collector.startList();
    else collector.endBlock();
    const depth = Math.min((context.list?.depth ?? 0) + deeper, summaryLimits.listDepth);
    const number = takeNumber(context.list, attributes);
    return { ...context, style: { ...context.style, ...style }, item: { depth, number, isSaid: false } };
  },
  leave: endBlock,
});

const cell = (style: Style): ElementRule => ({
  enter: (context, collector) => {
    collector.startCell();
    return { ...context, style: { ...context.style, ...style } };
  },
});

function depthInside({ list, item }: Context): number {
  if (item !== null) return item.depth + 1;
  return list === null ? 0 : list.depth + 1;
}

function takeNumber(list: OpenList | null, attributes: Attributes): number | null {
  if (list === null || list.next === null) return null;
  const number = positiveNumber(attributes.value) ?? list.next;
  list.next = number + 1;
  return number;
}

function positiveNumber(attribute: string | undefined): number | null {
  return attribute !== undefined && /^[1-9]\d{0,5}$/.test(attribute) ? Number(attribute) : null;
}

const bulletList = list(() => null);
const orderedList = list((attributes) => positiveNumber(attributes.start) ?? 1);

const named = (names: string, rule: ElementRule): [string, ElementRule][] =>
  names.split(' ').map((name) => [name, rule]);

/** Every element that means something to us, by its name in lower case. */
export const elementRules: ReadonlyMap<string, ElementRule> = new Map([
  ...named('script style template noscript iframe svg math textarea title head', dropped),
  ...named('b strong', emphasis({ bold: true })),
  ...named('i em cite dfn var', emphasis({ italic: true })),
  ...named('code kbd samp tt', emphasis({ code: true })),
  ...named('a', link),
  ...named('br', lineBreak),
  ...named('p div section article header footer main aside nav figure figcaption address details summary', paragraph),
  ...named('form fieldset legend blockquote center caption hr', paragraph),
  ...named('pre', preformatted),
  ...[1, 2, 3, 4, 5, 6].flatMap((level) => named(`h${level}`, heading(level))),
  ...named('ul menu dir dl table', bulletList),
  ...named('ol', orderedList),
  ...named('li tr', item({}, 0)),
  ...named('dt', item({ bold: true }, 0)),
  ...named('dd', item({}, 1)),
  ...named('td', cell({})),
  ...named('th', cell({ bold: true })),
]);
