import { identifier } from '../composition.ts';
import { button, feedbackButtons, iconButton } from '../elements/button.ts';
import { image } from '../elements/image.ts';
import { anything, byType, choice, flag, list, object, type Rule, text } from '../rule.ts';
import { anyText, mrkdwn, plainText } from '../texts.ts';
import { actions, context, divider, header, image as imageBlock, section } from './basic.ts';
import { richText } from './rich-text.ts';

const block_id = identifier;

/** Standard Markdown, at most 12,000 characters over all such blocks of a message. */
export const markdown = object({ type: choice('markdown'), block_id, text: text({ max: 12_000 }) }, ['text']);

/** Feedback and icon buttons below a message, at most five. */
export const contextActions = object(
  {
    type: choice('context_actions'),
    block_id,
    elements: list(byType({ feedback_buttons: feedbackButtons, icon_button: iconButton }), { max: 5 }),
  },
  ['elements'],
);

/** A group of at most ten blocks that can be folded away (docs.slack.dev/reference/block-kit/blocks/container-block). */
export const container = object(
  {
    type: choice('container'),
    block_id,
    title: plainText(150),
    subtitle: anyText(150),
    icon: byType({ image }),
    width: choice('narrow', 'standard', 'wide', 'full'),
    is_collapsible: flag,
    default_collapsed: flag,
    has_header_divider: flag,
    child_blocks: list(byType({ actions, context, divider, header, image: imageBlock, rich_text: richText, section }), {
      max: 10,
    }),
  },
  ['title', 'child_blocks'],
);

/** A coloured remark, in modals only. */
export const alert = object(
  {
    type: choice('alert'),
    block_id,
    text: anyText(200),
    level: choice('default', 'info', 'warning', 'error', 'success'),
  },
  ['text'],
);

/** A preview with at most three buttons. */
export const card = object(
  {
    type: choice('card'),
    block_id,
    hero_image: byType({ image }),
    icon: byType({ image }),
    title: mrkdwn(150),
    subtitle: mrkdwn(150),
    body: mrkdwn(200),
    actions: list(byType({ button }), { max: 3 }),
  },
  [],
);

/** Up to ten cards beside each other. */
export const carousel = object({ type: choice('carousel'), block_id, elements: list(byType({ card }), { max: 10 }) }, [
  'elements',
]);

const cell: Rule = byType({
  rich_text: richText,
  raw_text: object({ type: choice('raw_text'), text: text() }, ['text']),
  raw_number: object({ type: choice('raw_number'), value: anything, text: text() }, ['value', 'text']),
});

/** At most 100 rows of 20 cells. */
export const table = object(
  {
    type: choice('table'),
    block_id,
    rows: list(list(cell, { max: 20 }), { max: 100 }),
    column_settings: list(object({ align: choice('left', 'center', 'right'), is_wrapped: flag }, []), { max: 20 }),
  },
  ['rows'],
);
