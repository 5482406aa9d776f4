/** A `plain_text` object. */
export const plain = (text: string) => ({ type: 'plain_text', text });

/** A section with mrkdwn text. */
export const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });

/** A rich_text block with one paragraph. */
export const richText = (text: string) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
});

/** A row with one button. */
export const buttons = (...ids: readonly string[]) => ({
  type: 'actions',
  elements: ids.map((id) => ({ type: 'button', action_id: id, text: plain(id), value: `value of ${id}` })),
});

/** An option of a menu or a list of boxes. */
export const option = (label: string, value: string) => ({ text: plain(label), value });

/** A form field: an element in an input block of its own, called like the element. */
export const field = (
  element: { readonly type: string; readonly action_id: string; readonly [field: string]: unknown },
  more: Readonly<Record<string, unknown>> = {},
) => ({
  type: 'input',
  block_id: `${element.action_id} block`,
  label: plain(element.action_id),
  element,
  ...more,
});

/** A menu called `call` that asks the app for its options. */
export const callMenu = (more: Readonly<Record<string, unknown>> = {}) => ({
  type: 'external_select',
  action_id: 'call',
  placeholder: plain('Search a call'),
  ...more,
});

/** A text field called `leg` in the block `call`. */
export const legInput = (more: Readonly<Record<string, unknown>> = {}) => ({
  type: 'input',
  block_id: 'call',
  label: plain('Call leg'),
  element: { type: 'plain_text_input', action_id: 'leg', ...more },
});

/** A modal with a submit button. */
export const modal = (more: Readonly<Record<string, unknown>> = {}) => ({
  type: 'modal',
  callback_id: 'find_call',
  title: plain('Find a call'),
  submit: plain('Show'),
  blocks: [legInput()],
  ...more,
});
