import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawMessage, drawView } from '../../../simulators/slack/terminal/index.ts';
import { widthOf } from '../../../simulators/slack/terminal/width.ts';
import { buttons, callMenu, field, legInput, modal, plain, section } from './small-blocks.ts';

const plainly = { colour: false, width: 44 };
const draw = (text: string, blocks?: readonly Record<string, unknown>[]) =>
  drawMessage({ text, ...(blocks && { blocks }) }, plainly);
const line = (...elements: readonly object[]) => ({ type: 'rich_text_section', elements });
const words = (text: string, style?: object) => ({ type: 'text', text, ...(style && { style }) });

test('a message is a box with its title, its lists, its small print and its buttons', () => {
  const blocks = [
    { type: 'header', text: plain('Call summary · Leo Ball (3202)') },
    {
      type: 'rich_text',
      elements: [
        line(words('Kristin Hale was transferred to a human agent regarding a login issue.')),
        {
          type: 'rich_text_list',
          style: 'bullet',
          elements: [line(words('60% of users are affected by the login issue.'))],
        },
        { type: 'rich_text_list', style: 'bullet', indent: 1, elements: [line(words('since noon'))] },
        {
          type: 'rich_text_list',
          style: 'ordered',
          offset: 2,
          elements: [line(words('Check logs.')), line(words('Call back.'))],
        },
      ],
    },
    { type: 'context', elements: [{ type: 'mrkdwn', text: 'leg `20260513223234-3EE9E`' }] },
    {
      type: 'actions',
      elements: [
        { type: 'button', action_id: 'full', text: plain('Open full summary') },
        ...buttons('Share…').elements,
      ],
    },
  ];
  assert.equal(
    draw('', blocks),
    [
      '┌──────────────────────────────────────────┐',
      '│ Call summary · Leo Ball (3202)           │',
      '│ Kristin Hale was transferred to a human  │',
      '│ agent regarding a login issue.           │',
      '│  • 60% of users are affected by the      │',
      '│    login issue.                          │',
      '│    ◦ since noon                          │',
      '│  3. Check logs.                          │',
      '│  4. Call back.                           │',
      '│ leg 20260513223234-3EE9E                 │',
      '│                                          │',
      '│ [ Open full summary ]  [ Share… ]        │',
      '└──────────────────────────────────────────┘',
    ].join('\n'),
  );
});

test('above the box stand the heading, for whom it is, and who wrote it', () => {
  const message = { text: 'hi', user: 'U0CALLSUMBT', bot_id: 'B1', ts: '1778682824.000100', visibleTo: 'U0AGENT3202' };
  const [heading, privacy, author] = drawMessage(message, { ...plainly, heading: '#support' }).split('\n');
  assert.deepEqual([heading, privacy], ['#support', 'Only visible to you']);
  assert.match(author ?? '', /^callsummary {2}APP {2}\d\d:\d\d$/);
  assert.equal(drawMessage({ text: 'hi' }, plainly).includes('Only visible'), false);
});

test('a reply says that it stands in a thread, the message it replies to does not', () => {
  const root = { text: 'hi', ts: '1.000100', thread_ts: '1.000100' };
  assert.equal(drawMessage(root, plainly).includes('thread'), false);
  assert.match(drawMessage({ ...root, ts: '2.000100' }, plainly), /^↳ in a thread\n/);
});

test('text without blocks is read as mrkdwn: markers, mentions, links and escaped characters', () => {
  const drawn = draw(
    '*60%* of _users_ `x<y` <@U0AGENT3202> in <#C0SUPPORT01> &lt;!channel&gt; &amp;amp;\n<https://e.example|here> a*b*c',
  );
  assert.match(drawn, /│ 60% of users x<y @Leo Ball in #support +│/);
  assert.match(drawn, /<!channel> &amp;/);
  assert.match(drawn, /│ here \(https:\/\/e\.example\)/);
  assert.match(drawn, /a\*b\*c/);
});

test('a live mention of everybody shows as one, so that it cannot hide', () => {
  assert.match(draw('<!channel> look'), /│ @channel look/);
});

test('plain text is shown as it is', () => {
  assert.match(draw('', [{ type: 'section', text: plain('*not bold* &lt;') }]), /│ \*not bold\* &lt; /);
});

test('with colour, styles become ANSI codes; without, there are none', () => {
  const message = {
    text: '',
    blocks: [
      {
        type: 'rich_text',
        elements: [line(words('bold', { bold: true }), words('code', { code: true }), words('it', { italic: true }))],
      },
      { type: 'context', elements: [plain('small')] },
    ],
  };
  const coloured = drawMessage(message, { colour: true });
  for (const styled of [
    '\u001b[1mbold\u001b[0m',
    '\u001b[36mcode\u001b[0m',
    '\u001b[3mit\u001b[0m',
    '\u001b[2msmall\u001b[0m',
  ]) {
    assert.ok(coloured.includes(styled), JSON.stringify(styled));
  }
  assert.equal(drawMessage(message, plainly).includes('\u001b'), false);
});

test('a date element is shown in the time zone of this machine', () => {
  const timestamp = 1_778_682_824;
  const date = { type: 'date', timestamp, format: '{date_num} at {time}', fallback: 'x' };
  const local = new Date(timestamp * 1_000);
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())}`;
  const expected = `${day} at ${two(local.getHours())}:${two(local.getMinutes())}`;
  assert.ok(draw('', [{ type: 'rich_text', elements: [line(date)] }]).includes(expected));
});

test('Chinese takes two columns a character and breaks between any two', () => {
  const summary = '客户报告登录循环问题，六成用户无法登录，页面在输入密码后刷新且没有错误代码。';
  const rows = draw('', [{ type: 'rich_text', elements: [line(words(summary))] }]).split('\n');
  assert.ok(rows.length > 3);
  for (const row of rows) assert.equal(widthOf(row), 44, row);
  assert.equal(
    rows
      .slice(1, -1)
      .map((row) => row.slice(2, -2).trim())
      .join(''),
    summary,
  );
});

test('accents and joined emoji do not push the frame out', () => {
  for (const text of ['e\u0301te\u0301', '👩‍💻 done', 'זה בסדר', 'x'.repeat(200)]) {
    for (const row of draw(text).split('\n')) assert.equal(widthOf(row), 44, row);
  }
});

test('code keeps the indent of its lines', () => {
  const code = { type: 'rich_text_preformatted', elements: [words('if (x) {\n  y\n}')] };
  assert.match(draw('', [{ type: 'rich_text', elements: [code] }]), /│ {3}if \(x\) \{ +│\n│ {5}y +│\n│ {3}\} +│/);
});

test('a folded container shows its title only', () => {
  const container = {
    type: 'container',
    title: plain('All 9 points'),
    is_collapsible: true,
    child_blocks: [section('inside')],
  };
  assert.match(draw('', [{ ...container, default_collapsed: true }]), /▸ All 9 points/);
  assert.equal(draw('', [{ ...container, default_collapsed: true }]).includes('inside'), false);
  assert.match(draw('', [container]), /▾ All 9 points/);
  assert.match(draw('', [container]), /inside/);
});

test('menus and boxes show what they start with, and a red button is red', () => {
  const described = { text: plain('Names'), value: 'n', description: plain('of callers') };
  const [only] = buttons('Delete').elements;
  const blocks = [
    {
      type: 'actions',
      elements: [
        { type: 'external_select', action_id: 'call', initial_option: { text: plain('Kristin'), value: '1' } },
        { type: 'external_select', action_id: 'other', placeholder: plain('Search a call') },
        { type: 'conversations_select', action_id: 'where', initial_conversation: 'C0SUPPORT01' },
        { ...only, style: 'danger' },
      ],
    },
    {
      type: 'section',
      text: plain('With'),
      accessory: { type: 'checkboxes', action_id: 'with', options: [described], initial_options: [described] },
    },
    { type: 'actions', elements: [{ type: 'radio_buttons', action_id: 'side', options: [described] }] },
  ];
  const rows = draw('', blocks)
    .split('\n')
    .map((row) => row.replace(/^│ | *│$/g, ''));
  assert.deepEqual(rows.slice(1, -1), [
    '[ Kristin ▾ ]  [ Search a call ▾ ]',
    '[ #support ▾ ]  [ Delete ]',
    'With',
    '[x] Names',
    '    of callers',
    '',
    '( ) Names',
    '    of callers',
  ]);
  const coloured = drawMessage({ text: '', blocks }, { colour: true, width: 44 });
  assert.ok(coloured.includes('\u001b[1;31m[ Delete ]\u001b[0m'), JSON.stringify(coloured));
});

test('a modal shows what was chosen, wherever the menu stands in it', () => {
  const calls = [{ text: plain('Kristin, 22:33'), value: '1' }];
  const boxes = [
    { text: plain('Read, all of it'), value: 'r' },
    { text: plain('Not read'), value: 'n' },
  ];
  const view = {
    ...modal(),
    blocks: [
      { type: 'section', block_id: 'a', text: plain('Call'), accessory: callMenu() },
      { type: 'actions', block_id: 'b', elements: [{ type: 'conversations_select', action_id: 'where' }] },
      { ...field({ type: 'checkboxes', action_id: 'sure', options: boxes }), block_id: 'c' },
      { ...field({ type: 'users_select', action_id: 'who', initial_user: 'U0LEAD00417' }), block_id: 'd' },
    ],
    state: {
      values: {
        a: { call: { type: 'external_select', selected_option: calls[0] } },
        b: { where: { type: 'conversations_select', selected_conversation: 'C0INCIDENT7' } },
        c: { sure: { type: 'checkboxes', selected_options: [boxes[0]] } },
        d: { who: { type: 'users_select', selected_user: null } },
      },
    },
  };
  const drawn = drawView(view, plainly);
  assert.match(drawn, /\[ Kristin, 22:33 ▾ \]/);
  assert.match(drawn, /\[ #inc-482-login-loop ▾ \]/);
  assert.match(drawn, /\[x\] Read, all of it/);
  assert.match(drawn, /\[ \] Not read/);
  assert.match(drawn, /\[ choose ▾ \]/);
});

test('a modal shows its title, its fields with what stands in them, complaints, and its buttons', () => {
  const side = { type: 'static_select', action_id: 'side', placeholder: plain('Choose a party'), options: [] };
  const boxes = { type: 'checkboxes', action_id: 'with', options: [{ text: plain('names'), value: 'n' }] };
  const view = {
    ...modal(),
    title: plain('Find a call'),
    blocks: [
      legInput({ initial_value: 'leg-1' }),
      {
        type: 'input',
        block_id: 'party',
        optional: true,
        label: plain('Party'),
        hint: plain('Whose summary'),
        element: side,
      },
      { type: 'input', block_id: 'more', label: plain('With'), element: boxes },
    ],
    state: {
      values: {
        call: { leg: { type: 'plain_text_input', value: 'leg-2' } },
        more: { with: { type: 'checkboxes', selected_options: [{ text: plain('names'), value: 'n' }] } },
      },
    },
    errors: { call: 'No such call.' },
    notice: 'We had some trouble connecting.',
  };
  const rows = drawView(view, plainly)
    .split('\n')
    .map((row) => row.replace(/^│ | *│$/g, ''));
  assert.deepEqual(rows.slice(1, -1), [
    'Find a call',
    '─'.repeat(40),
    'Call leg',
    '▏leg-2',
    '! No such call.',
    '',
    'Party (optional)',
    '[ Choose a party ▾ ]',
    'Whose summary',
    '',
    'With',
    '[x] names',
    '',
    '! We had some trouble connecting.',
    '',
    '[ Cancel ]  [ Show ]',
  ]);
});
