import { identifier } from '../composition.ts';
import { image as imageElement, isSomewhere, picture } from '../elements/image.ts';
import { accessories, actionElements, inputElements } from '../elements/index.ts';
import { all, byType, choice, flag, list, object, type Rule, unless, whole } from '../rule.ts';
import { anyText, mrkdwn, plainText } from '../texts.ts';

const block_id = identifier;

/** A title of up to 150 characters. */
export const header = object({ type: choice('header'), block_id, text: plainText(150), level: whole(1, 4) }, ['text']);

/** A line between blocks. */
export const divider = object({ type: choice('divider'), block_id }, []);

/** Text, fields or both, and one element beside them. */
export const section: Rule = all(
  unless(({ text, fields }) => text === undefined && fields === undefined, 'missing required field: text'),
  object(
    {
      type: choice('section'),
      block_id,
      text: anyText(3_000),
      fields: list(anyText(2_000), { max: 10 }),
      accessory: byType(accessories),
      expand: flag,
    },
    [],
  ),
);

/** Small grey texts and pictures, at most ten. */
export const context = object(
  {
    type: choice('context'),
    block_id,
    elements: list(byType({ image: imageElement, plain_text: plainText(3_000), mrkdwn: mrkdwn(3_000) }), { max: 10 }),
  },
  ['elements'],
);

/** A row of buttons and menus, at most 25. */
export const actions = object(
  { type: choice('actions'), block_id, elements: list(byType(actionElements), { max: 25 }) },
  ['elements'],
);

/** A form field with its label. */
export const input = object(
  {
    type: choice('input'),
    block_id,
    label: plainText(2_000),
    hint: plainText(2_000),
    optional: flag,
    dispatch_action: flag,
    element: byType(inputElements),
  },
  ['label', 'element'],
);

/** A picture with words for those who do not see it. */
export const image: Rule = all(isSomewhere, object({ ...picture, block_id, title: plainText(2_000) }, ['alt_text']));
