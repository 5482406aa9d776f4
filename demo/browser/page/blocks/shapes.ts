import { z } from './zod.ts';

// The part of Block Kit that the page draws (docs.slack.dev/reference/block-kit/blocks).

const plainText = z.object({ type: z.literal('plain_text'), text: z.string() });
const mrkdwn = z.object({ type: z.literal('mrkdwn'), text: z.string() });
const text = z.discriminatedUnion('type', [plainText, mrkdwn]);

const option = z.object({ text, value: z.string(), description: text.optional() });
const confirm = z.object({ title: text, text, confirm: text, deny: text, style: z.string().optional() });

const field = { action_id: z.string() };
const placeholder = { placeholder: plainText.optional() };
const options = { options: z.array(option) };

const button = z.object({
  type: z.literal('button'),
  ...field,
  text: plainText,
  value: z.string().optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: z.string().optional(),
  confirm: confirm.optional(),
});
const externalSelect = z.object({
  type: z.enum(['external_select', 'conversations_select', 'channels_select', 'users_select']),
  ...field,
  ...placeholder,
});
const staticSelect = z.object({ type: z.literal('static_select'), ...field, ...placeholder, ...options });
const checkboxes = z.object({ type: z.literal('checkboxes'), ...field, ...options });
const radioButtons = z.object({ type: z.literal('radio_buttons'), ...field, ...options });
const plainTextInput = z.object({
  type: z.literal('plain_text_input'),
  ...field,
  ...placeholder,
  multiline: z.boolean().optional(),
  max_length: z.number().optional(),
});

const element = z.discriminatedUnion('type', [
  button,
  externalSelect,
  staticSelect,
  checkboxes,
  radioButtons,
  plainTextInput,
]);

const named = { block_id: z.string().default('') };

/** A block that the page draws. */
export const block = z.discriminatedUnion('type', [
  z.object({ type: z.literal('header'), ...named, text: plainText }),
  z.object({ type: z.literal('divider'), ...named }),
  z.object({ type: z.literal('context'), ...named, elements: z.array(text) }),
  z.object({
    type: z.literal('section'),
    ...named,
    text: text.optional(),
    fields: z.array(text).default([]),
    accessory: element.optional(),
  }),
  z.object({ type: z.literal('actions'), ...named, elements: z.array(element) }),
  z.object({
    type: z.literal('input'),
    ...named,
    label: plainText,
    hint: plainText.optional(),
    optional: z.boolean().default(false),
    element,
  }),
  z.object({ type: z.literal('rich_text'), ...named, elements: z.array(z.looseObject({ type: z.string() })) }),
]);

/** Text as Slack has it: plain, or mrkdwn. */
export type TextObject = z.infer<typeof text>;
/** A block that the page draws. */
export type DrawnBlock = z.infer<typeof block>;
/** An element that the page draws. */
export type DrawnElement = z.infer<typeof element>;
/** One kind of them. */
export type ElementOf<Type extends DrawnElement['type']> = Extract<DrawnElement, { readonly type: Type }>;
/** One kind of block. */
export type BlockOf<Type extends DrawnBlock['type']> = Extract<DrawnBlock, { readonly type: Type }>;
/** What Slack asks before it takes a click. */
export type Confirm = z.infer<typeof confirm>;
/** An entry of a list of boxes. */
export type Option = z.infer<typeof option>;
