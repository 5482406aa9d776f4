import type { Rule } from '../rule.ts';
import { button, workflowButton } from './button.ts';
import { checkboxes, overflow, radioButtons } from './choices.ts';
import { image } from './image.ts';
import { emailInput, numberInput, plainTextInput, urlInput } from './inputs.ts';
import { datepicker, datetimepicker, timepicker } from './pickers.ts';
import { selects } from './selects.ts';

type Rules = Readonly<Record<string, Rule>>;

const choices: Rules = { checkboxes, radio_buttons: radioButtons, datepicker, timepicker };

/** What may stand beside the text of a section. */
export const accessories: Rules = { ...choices, ...selects, button, workflow_button: workflowButton, overflow, image };

/** What may stand in a row of actions. */
export const actionElements: Rules = {
  ...choices,
  ...selects,
  button,
  workflow_button: workflowButton,
  overflow,
  datetimepicker,
};

/** What may stand in an input block. */
export const inputElements: Rules = {
  ...choices,
  ...selects,
  datetimepicker,
  plain_text_input: plainTextInput,
  number_input: numberInput,
  email_text_input: emailInput,
  url_text_input: urlInput,
};
