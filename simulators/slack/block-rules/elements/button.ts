import { colour, confirm, identifier } from '../composition.ts';
import { anything, choice, list, object, text } from '../rule.ts';
import { plainText } from '../texts.ts';

const shared = { action_id: identifier, confirm, accessibility_label: text({ max: 75 }) };

/** A button (docs.slack.dev/reference/block-kit/block-elements/button-element). */
export const button = object(
  {
    ...shared,
    type: choice('button'),
    text: plainText(75),
    value: text({ max: 2_000 }),
    url: text({ max: 3_000 }),
    style: colour,
  },
  ['text'],
);

/** A button that starts a workflow. */
export const workflowButton = object(
  { ...shared, type: choice('workflow_button'), text: plainText(75), workflow: anything, style: colour },
  ['text', 'workflow'],
);

const feedbackButton = object(
  { text: plainText(75), value: text({ max: 2_000 }), accessibility_label: text({ max: 75 }) },
  ['text', 'value'],
);

/** A thumb up and a thumb down. */
export const feedbackButtons = object(
  {
    type: choice('feedback_buttons'),
    action_id: identifier,
    positive_button: feedbackButton,
    negative_button: feedbackButton,
  },
  ['positive_button', 'negative_button'],
);

/** A small button with a picture. */
export const iconButton = object(
  {
    ...shared,
    type: choice('icon_button'),
    icon: text(),
    text: plainText(75),
    value: text({ max: 2_000 }),
    visible_to_user_ids: list(text()),
  },
  ['icon', 'text'],
);
