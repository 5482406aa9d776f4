import type { Rule } from '../rule.ts';
import { actions, context, divider, header, image, input, section } from './basic.ts';
import { alert, card, carousel, container, contextActions, markdown, table } from './extra.ts';
import { richText } from './rich-text.ts';

const everywhere = { actions, context, divider, header, image, input, section, rich_text: richText, card };

/** The blocks a message may consist of, by type. */
export const messageBlocks: Readonly<Record<string, Rule>> = {
  ...everywhere,
  carousel,
  container,
  context_actions: contextActions,
  markdown,
  table,
};

/** The blocks a modal may consist of, by type. */
export const modalBlocks: Readonly<Record<string, Rule>> = { ...everywhere, alert };
