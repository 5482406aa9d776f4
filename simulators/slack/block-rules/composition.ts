import { isDeepStrictEqual } from 'node:util';
import { isObject, type JsonObject, objectsIn } from '../json.ts';
import { choice, list, object, type Rule, text, unless } from './rule.ts';
import { anyText, plainText } from './texts.ts';

/** The id of an action or a block: up to 255 characters. */
export const identifier = text({ max: 255 });

/** The colours a button or a dialog can have. */
export const colour = choice('primary', 'danger');

/** The dialog that asks before an action (docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object). */
export const confirm = object(
  { title: plainText(100), text: anyText(300), confirm: plainText(30), deny: plainText(30), style: colour },
  ['text'],
);

/** The grey words in an empty field. */
export const placeholder = plainText(150);

const optionFields = { value: text({ max: 150 }), description: plainText(75) };

/** An option of a menu (docs.slack.dev/reference/block-kit/composition-objects/option-object). */
export const menuOption = object({ ...optionFields, text: plainText(75) }, ['text', 'value']);

/** An option of an overflow menu, which may be a link. */
export const overflowOption = object({ ...optionFields, text: plainText(75), url: text({ max: 3_000 }) }, [
  'text',
  'value',
]);

/** An option of check boxes or radio buttons, which may be formatted. */
export const formattedOption = object({ ...optionFields, text: anyText(75), description: anyText(75) }, [
  'text',
  'value',
]);

/** A titled group of options in a menu. */
export const optionGroup: Rule = object({ label: plainText(75), options: list(menuOption, { max: 100 }) }, [
  'label',
  'options',
]);

/** Refuses an initial option that is not exactly one of the options. */
export const initialIsOffered = unless((element) => {
  const offered = optionsIn(element);
  return initialsIn(element).some((initial) => !offered.some((option) => isDeepStrictEqual(option, initial)));
}, 'initial options must match options on offer');

function optionsIn({ options, option_groups }: JsonObject): readonly JsonObject[] {
  return [...objectsIn(options), ...objectsIn(option_groups).flatMap((group) => objectsIn(group.options))];
}

function initialsIn({ initial_option, initial_options }: JsonObject): readonly JsonObject[] {
  return [...(isObject(initial_option) ? [initial_option] : []), ...objectsIn(initial_options)];
}
