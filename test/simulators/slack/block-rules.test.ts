import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  blockTextIn,
  inWords,
  problemsInMessage,
  problemsInModal,
} from '../../../simulators/slack/block-rules/index.ts';
import { buttons, legInput, modal, plain, richText, section } from './small-blocks.ts';

const x = (length: number) => 'x'.repeat(length);
const many = <T>(count: number, item: T) => Array.from({ length: count }, () => item);
const numbered = <T>(count: number, item: (number: number) => T) =>
  Array.from({ length: count }, (_, index) => item(index));
const header = (text: unknown) => ({ type: 'header', text });
const context = (count: number) => ({ type: 'context', elements: many(count, plain('x')) });
const button = (more: object) => ({ type: 'actions', elements: [{ type: 'button', text: plain('x'), ...more }] });
const option = (text: string, value: string) => ({ text: plain(text), value });
const element = (one: object) => ({ type: 'actions', elements: [one] });
const menu = (more: object) => ({ type: 'actions', elements: [{ type: 'static_select', ...more }] });
const boxes = (count: number) => ({
  type: 'actions',
  elements: [{ type: 'checkboxes', options: many(count, option('x', 'v')) }],
});
const line = (...elements: readonly unknown[]) => ({ type: 'rich_text_section', elements });
const rich = (...elements: readonly unknown[]) => ({ type: 'rich_text', elements });
const text = (words: string, style?: object) => ({ type: 'text', text: words, ...(style && { style }) });
const listOf = (more: object) =>
  rich({ type: 'rich_text_list', style: 'bullet', elements: [line(text('x'))], ...more });

const accepted: readonly (readonly [string, unknown])[] = [
  ['a header of 150 characters', header(plain(x(150)))],
  ['a section of 3,000 characters', section(x(3_000))],
  ['a section with ten fields', { type: 'section', fields: many(10, plain(x(2_000))) }],
  [
    'a section with a button beside it',
    { ...section('x'), accessory: { type: 'button', text: plain('x') }, expand: true },
  ],
  ['ten elements of context', context(10)],
  ['25 buttons in a row', buttons(...numbered(25, (n) => `b${n}`))],
  [
    'a button with everything',
    button({ action_id: 'a', value: x(2_000), style: 'primary', accessibility_label: x(75) }),
  ],
  [
    'a button that asks first',
    button({ confirm: { title: plain('Sure?'), text: plain(x(300)), confirm: plain('Yes'), deny: plain('No') } }),
  ],
  ['a menu of 100 options', menu({ options: numbered(100, (n) => option(x(75), `${n}`)), placeholder: plain(x(150)) })],
  ['ten check boxes', boxes(10)],
  ['a menu that asks for its options', element({ type: 'external_select', min_query_length: 1 })],
  [
    'a menu of conversations',
    element({
      type: 'conversations_select',
      filter: { exclude_bot_users: true },
      default_to_current_conversation: true,
    }),
  ],
  ['radio buttons', element({ type: 'radio_buttons', options: numbered(10, (n) => option('x', `${n}`)) })],
  [
    'a red button that asks first, at length',
    button({
      style: 'danger',
      confirm: {
        title: plain(x(100)),
        text: plain(x(300)),
        confirm: plain(x(30)),
        deny: plain(x(30)),
        style: 'danger',
      },
    }),
  ],
  ['a divider', { type: 'divider' }],
  ['a list at indent 8 that starts at 5', listOf({ style: 'ordered', indent: 8, offset: 4, border: 1 })],
  [
    'every element of rich text',
    rich(
      line(
        text('bold', { bold: true, italic: true, strike: true, code: true }),
        { type: 'link', url: 'https://example.com', text: 'there', unsafe: true },
        { type: 'date', timestamp: 1_778_682_824, format: '{date_short} {time}', fallback: '13 May' },
        { type: 'user', user_id: 'U1' },
        { type: 'channel', channel_id: 'C1' },
        { type: 'emoji', name: 'wave' },
        { type: 'broadcast', range: 'here' },
      ),
      { type: 'rich_text_quote', elements: [text('quoted')] },
      { type: 'rich_text_preformatted', elements: [text('code')], border: 0 },
    ),
  ],
  ['Markdown', { type: 'markdown', text: '# x' }],
  ['a container', { type: 'container', title: plain('More'), child_blocks: [richText('x')], is_collapsible: true }],
  ['a picture with words', { type: 'image', image_url: 'https://example.com/x.png', alt_text: 'a chart' }],
  ['a table', { type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] }],
];

for (const [what, block] of accepted) {
  test(`a message may hold ${what}`, () => {
    assert.deepEqual(inWords(problemsInMessage([block])), []);
  });
}

const refused: readonly (readonly [string, unknown, string])[] = [
  [
    'a header of 151 characters',
    header(plain(x(151))),
    'must be less than 151 characters [json-pointer:/blocks/0/text/text]',
  ],
  [
    'a formatted header',
    header({ type: 'mrkdwn', text: '*x*' }),
    'unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]',
  ],
  ['a header without text', { type: 'header' }, 'missing required field: text [json-pointer:/blocks/0]'],
  ['an empty section', section(''), 'must be more than 0 characters [json-pointer:/blocks/0/text/text]'],
  [
    'a section of 3,001 characters',
    section(x(3_001)),
    'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
  ],
  ['a section with nothing in it', { type: 'section' }, 'missing required field: text [json-pointer:/blocks/0]'],
  [
    'text that is no text object',
    { type: 'section', text: 'x' },
    'must provide an object [json-pointer:/blocks/0/text]',
  ],
  [
    '11 fields',
    { type: 'section', fields: many(11, plain('x')) },
    'no more than 10 items allowed [json-pointer:/blocks/0/fields]',
  ],
  ['11 elements of context', context(11), 'no more than 10 items allowed [json-pointer:/blocks/0/elements]'],
  [
    '26 buttons',
    buttons(...numbered(26, (n) => `b${n}`)),
    'no more than 25 items allowed [json-pointer:/blocks/0/elements]',
  ],
  ['no buttons', { type: 'actions', elements: [] }, 'must provide at least 1 items [json-pointer:/blocks/0/elements]'],
  [
    'a button text of 76',
    button({ text: plain(x(76)) }),
    'must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]',
  ],
  [
    'a button value of 2,001',
    button({ value: x(2_001) }),
    'must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]',
  ],
  [
    'a purple button',
    button({ style: 'purple' }),
    'must be a valid enum value [json-pointer:/blocks/0/elements/0/style]',
  ],
  [
    'a field Slack does not know',
    button({ colour: 'red' }),
    'invalid additional property: colour [json-pointer:/blocks/0/elements/0]',
  ],
  ['a block Slack does not know', { type: 'accordion' }, 'unsupported type: accordion [json-pointer:/blocks/0/type]'],
  [
    'an element Slack does not know',
    { type: 'actions', elements: [{ type: 'slider' }] },
    'unsupported type: slider [json-pointer:/blocks/0/elements/0/type]',
  ],
  [
    'an alert, which is for modals',
    { type: 'alert', text: plain('x') },
    'unsupported type: alert [json-pointer:/blocks/0/type]',
  ],
  ['a block without a type', { text: plain('x') }, 'missing required field: type [json-pointer:/blocks/0]'],
  ['a block that is none', 'x', 'must provide an object [json-pointer:/blocks/0]'],
  [
    'a block_id of 256',
    { type: 'divider', block_id: x(256) },
    'must be less than 256 characters [json-pointer:/blocks/0/block_id]',
  ],
  [
    'the same action twice in a row',
    buttons('a', 'a'),
    '`action_id` "a" already exists [json-pointer:/blocks/0/elements/1/action_id]',
  ],
  [
    '101 options',
    menu({ options: numbered(101, (n) => option('x', `${n}`)) }),
    'no more than 100 items allowed [json-pointer:/blocks/0/elements/0/options]',
  ],
  [
    'a menu without options',
    menu({}),
    'must define either `options` or `option_groups` [json-pointer:/blocks/0/elements/0]',
  ],
  [
    'an option of 76 characters',
    menu({ options: [option(x(76), 'v')] }),
    'must be less than 76 characters [json-pointer:/blocks/0/elements/0/options/0/text/text]',
  ],
  [
    'an option value of 151',
    menu({ options: [option('x', x(151))] }),
    'must be less than 151 characters [json-pointer:/blocks/0/elements/0/options/0/value]',
  ],
  ['11 check boxes', boxes(11), 'no more than 10 items allowed [json-pointer:/blocks/0/elements/0/options]'],
  [
    'empty rich text',
    richText(''),
    'must be more than 0 characters [json-pointer:/blocks/0/elements/0/elements/0/text]',
  ],
  ['a list at indent 9', listOf({ indent: 9 }), 'must be less than 9 [json-pointer:/blocks/0/elements/0/indent]'],
  [
    'a list with a half offset',
    listOf({ offset: 0.5 }),
    'must provide an integer [json-pointer:/blocks/0/elements/0/offset]',
  ],
  [
    'a list without a style',
    listOf({ style: undefined }),
    'missing required field: style [json-pointer:/blocks/0/elements/0]',
  ],
  [
    'a list inside a list',
    listOf({ elements: [{ type: 'rich_text_list', style: 'bullet', elements: [] }] }),
    'unsupported type: rich_text_list [json-pointer:/blocks/0/elements/0/elements/0/type]',
  ],
  ['text directly in rich_text', rich(text('x')), 'unsupported type: text [json-pointer:/blocks/0/elements/0/type]'],
  [
    'a date without a format',
    rich(line({ type: 'date', timestamp: 1 })),
    'missing required field: format [json-pointer:/blocks/0/elements/0/elements/0]',
  ],
  [
    'a mention in code',
    rich({ type: 'rich_text_preformatted', elements: [{ type: 'user', user_id: 'U1' }] }),
    'unsupported type: user [json-pointer:/blocks/0/elements/0/elements/0/type]',
  ],
  [
    'a dialog with a title of 101',
    button({ confirm: { text: plain('x'), title: plain(x(101)) } }),
    'must be less than 101 characters [json-pointer:/blocks/0/elements/0/confirm/title/text]',
  ],
  [
    'a dialog with a text of 301',
    button({ confirm: { text: plain(x(301)) } }),
    'must be less than 301 characters [json-pointer:/blocks/0/elements/0/confirm/text/text]',
  ],
  [
    'a dialog whose yes is longer than 30',
    button({ confirm: { text: plain('x'), confirm: plain(x(31)) } }),
    'must be less than 31 characters [json-pointer:/blocks/0/elements/0/confirm/confirm/text]',
  ],
  [
    'a dialog whose no is longer than 30',
    button({ confirm: { text: plain('x'), deny: plain(x(31)) } }),
    'must be less than 31 characters [json-pointer:/blocks/0/elements/0/confirm/deny/text]',
  ],
  [
    'words of 151 in an empty menu',
    element({ type: 'external_select', placeholder: plain(x(151)) }),
    'must be less than 151 characters [json-pointer:/blocks/0/elements/0/placeholder/text]',
  ],
  [
    'a menu that asks after half a character',
    element({ type: 'external_select', min_query_length: 0.5 }),
    'must provide an integer [json-pointer:/blocks/0/elements/0/min_query_length]',
  ],
  [
    'options in a menu that asks for them',
    element({ type: 'external_select', options: [option('x', 'v')] }),
    'invalid additional property: options [json-pointer:/blocks/0/elements/0]',
  ],
  [
    'a menu of conversations that lists channels of no kind',
    element({ type: 'conversations_select', filter: { include: [] } }),
    'must provide at least 1 items [json-pointer:/blocks/0/elements/0/filter/include]',
  ],
  [
    'a menu of conversations that lists a kind there is not',
    element({ type: 'conversations_select', filter: { include: ['shared'] } }),
    'must be a valid enum value [json-pointer:/blocks/0/elements/0/filter/include/0]',
  ],
  [
    'a filter that filters nothing',
    element({ type: 'conversations_select', filter: {} }),
    'must define at least one field [json-pointer:/blocks/0/elements/0/filter]',
  ],
  [
    'a radio button chosen that is not there',
    element({ type: 'radio_buttons', options: [option('x', 'v')], initial_option: option('x', 'w') }),
    'initial options must match options on offer [json-pointer:/blocks/0/elements/0]',
  ],
  [
    'a box ticked that reads differently',
    element({ type: 'checkboxes', options: [option('x', 'v')], initial_options: [option('y', 'v')] }),
    'initial options must match options on offer [json-pointer:/blocks/0/elements/0]',
  ],
  [
    'a picture that is nowhere',
    { type: 'image', alt_text: 'x' },
    'must define either `image_url` or `slack_file` [json-pointer:/blocks/0]',
  ],
];

for (const [what, block, problem] of refused) {
  test(`a message may not hold ${what}`, () => {
    assert.ok(inWords(problemsInMessage([block])).includes(problem), inWords(problemsInMessage([block])).join('\n'));
  });
}

test('a message holds at most 50 blocks, one table, and 12,000 characters of Markdown', () => {
  assert.deepEqual(problemsInMessage(many(50, { type: 'divider' })), []);
  assert.deepEqual(inWords(problemsInMessage(many(51, { type: 'divider' }))), [
    'no more than 50 items allowed [json-pointer:/blocks]',
  ]);
  const table = { type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] };
  assert.deepEqual(inWords(problemsInMessage([table, table])), ['only one table allowed [json-pointer:/blocks]']);
  assert.equal(problemsInMessage(many(2, { type: 'markdown', text: x(6_001) })).length, 1);
});

test('a block_id stands for one block only', () => {
  const twice = [richText('x'), { type: 'divider', block_id: 'b' }, { type: 'divider', block_id: 'b' }];
  assert.deepEqual(inWords(problemsInMessage(twice)), [
    '`block_id` "b" already exists [json-pointer:/blocks/2/block_id]',
  ]);
});

test('all text in blocks counts towards the total', () => {
  assert.equal(blockTextIn([section(x(10)), richText(x(5)), buttons('abc')]), 18);
});

const modalRefusals: readonly (readonly [string, Readonly<Record<string, unknown>>, string])[] = [
  ['a title of 25', { title: plain(x(25)) }, 'must be less than 25 characters [json-pointer:/view/title/text]'],
  [
    'a submit button of 25',
    { submit: plain(x(25)) },
    'must be less than 25 characters [json-pointer:/view/submit/text]',
  ],
  [
    'a formatted title',
    { title: { type: 'mrkdwn', text: 'x' } },
    'unsupported type: mrkdwn [json-pointer:/view/title/type]',
  ],
  [
    'metadata of 3,001',
    { private_metadata: x(3_001) },
    'must be less than 3001 characters [json-pointer:/view/private_metadata]',
  ],
  [
    'a callback_id of 256',
    { callback_id: x(256) },
    'must be less than 256 characters [json-pointer:/view/callback_id]',
  ],
  [
    '101 blocks',
    { blocks: many(101, { type: 'divider' }) },
    'no more than 100 items allowed [json-pointer:/view/blocks]',
  ],
  [
    'Markdown',
    { blocks: [{ type: 'markdown', text: 'x' }] },
    'unsupported type: markdown [json-pointer:/view/blocks/0/type]',
  ],
  [
    'a field Slack does not know',
    { submit_disabled: false },
    'invalid additional property: submit_disabled [json-pointer:/view]',
  ],
  [
    'a label of 2,001',
    { blocks: [{ ...legInput(), label: plain(x(2_001)) }] },
    'must be less than 2001 characters [json-pointer:/view/blocks/0/label/text]',
  ],
  [
    'an input without a label',
    { blocks: [{ ...legInput(), label: undefined }] },
    'missing required field: label [json-pointer:/view/blocks/0]',
  ],
  [
    'more text than fits its field',
    { blocks: [legInput({ max_length: 3, initial_value: 'abcd' })] },
    'must be less than 4 characters [json-pointer:/view/blocks/0/element/initial_value]',
  ],
  [
    'a button as input',
    { blocks: [{ ...legInput(), element: { type: 'button', text: plain('x') } }] },
    'unsupported type: button [json-pointer:/view/blocks/0/element/type]',
  ],
  [
    'two focused fields',
    { blocks: [legInput({ focus_on_load: true }), { ...legInput({ focus_on_load: true }), block_id: 'other' }] },
    '`focus_on_load` can be true for only one element [json-pointer:/view/blocks]',
  ],
  [
    'an input without a submit button',
    { submit: undefined, blocks: [{ type: 'divider' }, legInput()] },
    'must define `submit` to use an `input` block in modals [json-pointer:/view/blocks/1/input]',
  ],
];

for (const [what, change, problem] of modalRefusals) {
  test(`a modal may not have ${what}`, () => {
    const problems = inWords(problemsInModal(modal(change)));
    assert.ok(problems.includes(problem), problems.join('\n'));
  });
}

test('a modal may have 100 blocks, an alert, and fields of many kinds', () => {
  assert.deepEqual(problemsInModal(modal({ blocks: many(100, { type: 'divider' }), submit: undefined })), []);
  const kinds = [
    { type: 'plain_text_input', multiline: true, min_length: 0, max_length: 3_000, placeholder: plain('x') },
    { type: 'number_input', is_decimal_allowed: false },
    { type: 'datepicker', initial_date: '2026-05-13' },
    { type: 'conversations_select', response_url_enabled: true, default_to_current_conversation: true },
    { type: 'external_select', min_query_length: 0, placeholder: plain(x(150)), initial_option: option('x', 'v') },
    {
      type: 'conversations_select',
      initial_conversation: 'C0SUPPORT01',
      filter: {
        include: ['public', 'private'],
        exclude_external_shared_channels: true,
        exclude_bot_users: true,
      },
    },
    { type: 'radio_buttons', options: [option('x', 'v')], initial_option: option('x', 'v') },
    { type: 'checkboxes', options: [option('x', 'v'), option('y', 'w')], initial_options: [option('y', 'w')] },
  ];
  const fields = kinds.map((element) => ({
    type: 'input',
    label: plain('x'),
    element,
    optional: true,
    hint: plain('x'),
  }));
  const alert = { type: 'alert', level: 'warning', text: plain('x') };
  assert.deepEqual(inWords(problemsInModal(modal({ blocks: [alert, ...fields] }))), []);
});

test('a view that is no modal is refused', () => {
  assert.deepEqual(inWords(problemsInModal({ type: 'home', blocks: [] })), [
    'unsupported type: home [json-pointer:/view/type]',
  ]);
  assert.deepEqual(inWords(problemsInModal('x')), ['must provide an object [json-pointer:/view]']);
});
