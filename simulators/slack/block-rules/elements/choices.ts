import { confirm, formattedOption, identifier, initialIsOffered, overflowOption } from '../composition.ts';
import { all, choice, flag, list, object } from '../rule.ts';

const shared = { action_id: identifier, confirm, focus_on_load: flag };

/** Check boxes: at most ten. */
export const checkboxes = all(
  initialIsOffered,
  object(
    {
      ...shared,
      type: choice('checkboxes'),
      options: list(formattedOption, { max: 10 }),
      initial_options: list(formattedOption, { max: 10 }),
    },
    ['options'],
  ),
);

/** Radio buttons: at most ten. */
export const radioButtons = all(
  initialIsOffered,
  object(
    {
      ...shared,
      type: choice('radio_buttons'),
      options: list(formattedOption, { max: 10 }),
      initial_option: formattedOption,
    },
    ['options'],
  ),
);

/** The menu behind three dots: at most five options. */
export const overflow = object(
  { type: choice('overflow'), action_id: identifier, confirm, options: list(overflowOption, { max: 5 }) },
  ['options'],
);
