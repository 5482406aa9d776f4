import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { suggestedFields } from '../../src/slack/message-suggestion.ts';

const leg = '20260513223234-3EE9E';
const nothing = { cdrId: '', extensionNumber: '' };
const both = { cdrId: leg, extensionNumber: '3202' };
const section = (text: unknown) => ({ type: 'section', text: { type: 'mrkdwn', text } });
const richText = (text: string) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_list', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] }],
});

const messages: readonly [what: string, message: object, fields: object][] = [
  ['the text names both', { text: `Leg ${leg}, ext. 3202` }, both],
  ['only blocks name them', { text: '', blocks: [section(`leg ${leg}`), section('Extension: 3202')] }, both],
  ['they stand deep inside rich text', { blocks: [richText(`${leg} 3202`)] }, both],
  [
    'they stand in fields',
    { blocks: [{ type: 'section', fields: [section(leg).text, section('ext 3202').text] }] },
    both,
  ],
  [
    'they stand in an attachment',
    { attachments: [{ fallback: `${leg}`, fields: [{ title: 'Ext', value: '(3202)' }] }] },
    both,
  ],
  [
    'the leg stands in a link',
    { blocks: [{ type: 'actions', elements: [{ url: `https://pbx.example/cdr/${leg}` }] }] },
    { ...both, extensionNumber: '' },
  ],
  ['two legs are named', { text: `${leg} or 20260513223234-3EE9F, ext 3202` }, { ...both, cdrId: '' }],
  ['two extensions are named', { text: `${leg} ext 3202 or ext 3203` }, { ...both, extensionNumber: '' }],
  ['the message says nothing about calls', { text: 'Status page is updated.' }, nothing],
  ['the message is empty', {}, nothing],
  ['the parts are not what Slack documents', { text: 3202, blocks: 'no', attachments: { text: null } }, nothing],
];

for (const [what, message, fields] of messages) {
  test(`where ${what}, the form suggests ${JSON.stringify(fields)}`, () => {
    assert.deepEqual(suggestedFields(message), fields);
  });
}

test('what a message says where no text belongs is not looked at', () => {
  assert.deepEqual(
    suggestedFields({ blocks: [{ type: leg, block_id: `${leg} 3202`, metadata: { text: leg } }] }),
    nothing,
  );
});

test('a message nested without end, or without end in breadth, is read in bounded time', () => {
  let deep: object = { text: `${leg} 3202` };
  for (let depth = 0; depth < 100_000; depth += 1) deep = { elements: [deep] };
  const wide = Array.from({ length: 20_000 }, () => section('x'));
  const startedAt = performance.now();
  assert.deepEqual(suggestedFields({ blocks: [deep] }), nothing, 'what is that deep is not reached');
  assert.deepEqual(suggestedFields({ text: `${leg} 3202`, blocks: wide, attachments: wide }), both);
  assert.deepEqual(suggestedFields({ text: `${leg} 3202 ${'(1 ext '.repeat(100_000)}` }), both);
  assert.ok(performance.now() - startedAt < 1_000);
});

test('whatever stands in a message, the suggestion is an id, a number, or nothing', () => {
  fc.assert(
    fc.property(fc.record({ text: fc.anything(), blocks: fc.anything(), attachments: fc.anything() }), (message) => {
      const { cdrId, extensionNumber } = suggestedFields(message);
      assert.match(cdrId, /^(\d{14}-[0-9A-F]{5})?$/);
      assert.match(extensionNumber, /^\d{0,10}$/);
    }),
  );
});

test('a message with two hundred thousand blocks is read like any other', () => {
  const blocks = Array.from({ length: 200_000 }, () => 1);
  const fields = suggestedFields({ text: '20260513223234-3EE9E 3202', blocks });
  assert.deepEqual(fields, { cdrId: '20260513223234-3EE9E', extensionNumber: '3202' });
});
