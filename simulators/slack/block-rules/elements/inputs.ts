import { isObject } from '../../json.ts';
import { identifier, placeholder } from '../composition.ts';
import { all, choice, flag, list, object, type Problem, type Rule, text, whole } from '../rule.ts';

const dispatching = object({ trigger_actions_on: list(choice('on_enter_pressed', 'on_character_entered')) }, []);
const shared = { action_id: identifier, placeholder, focus_on_load: flag, dispatch_action_config: dispatching };

/** A field for text (docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element). */
export const plainTextInput: Rule = all(
  object(
    {
      ...shared,
      type: choice('plain_text_input'),
      initial_value: text({ min: 0, max: 3_000 }),
      multiline: flag,
      min_length: whole(0, 3_000),
      max_length: whole(1, 3_000),
    },
    [],
  ),
  initialValueFits,
);

/** A field for a number. */
export const numberInput = object(
  {
    ...shared,
    type: choice('number_input'),
    is_decimal_allowed: flag,
    initial_value: text(),
    min_value: text(),
    max_value: text(),
  },
  ['is_decimal_allowed'],
);

/** A field for an e-mail address. */
export const emailInput = object({ ...shared, type: choice('email_text_input'), initial_value: text() }, []);

/** A field for an address on the web. */
export const urlInput = object({ ...shared, type: choice('url_text_input'), initial_value: text() }, []);

function initialValueFits(value: unknown, pointer: string): readonly Problem[] {
  if (!isObject(value) || typeof value.initial_value !== 'string' || typeof value.max_length !== 'number') return [];
  return text({ min: 0, max: value.max_length })(value.initial_value, `${pointer}/initial_value`);
}
