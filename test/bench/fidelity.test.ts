import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasFalseLink, holds, mentionsSomebody } from '../../bench/html-to-slack/fidelity/dangers.ts';
import { entriesKept, shownEntries } from '../../bench/html-to-slack/fidelity/entries.ts';
import { limitBroken } from '../../bench/html-to-slack/fidelity/slack-limits.ts';
import { growthExponent } from '../../bench/html-to-slack/statistics.ts';

const textOf = (text: string) => ({ text, blocks: [] });
const sectionOf = (type: string, text: string) => ({ text: '', blocks: [{ type: 'section', text: { type, text } }] });
const richOf = (...elements: readonly object[]) => ({
  text: '',
  blocks: [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }],
});

test('a mention is alive in mrkdwn and as an element, and words elsewhere', () => {
  for (const alive of ['<!channel>', 'to <!here|now>', '<@U012AB3CD>', '<!subteam^S1>', '<#C012AB3CD>']) {
    assert.ok(mentionsSomebody(textOf(alive)), alive);
    assert.ok(mentionsSomebody(sectionOf('mrkdwn', alive)), alive);
    assert.ok(!mentionsSomebody(sectionOf('plain_text', alive)), alive);
    assert.ok(!mentionsSomebody(richOf({ type: 'text', text: alive })), alive);
  }
  assert.ok(mentionsSomebody(richOf({ type: 'broadcast', range: 'channel' })));
  assert.ok(!mentionsSomebody(textOf('&lt;!channel&gt; @channel')));
});

test('a link is false when it leads elsewhere than it says', () => {
  assert.ok(hasFalseLink(textOf('<https://evil.example|your bank>')));
  assert.ok(hasFalseLink(richOf({ type: 'link', url: 'https://evil.example', text: 'your bank' })));
  assert.ok(!hasFalseLink(richOf({ type: 'link', url: 'https://a.example', text: 'https://a.example' })));
  assert.ok(!hasFalseLink(textOf('your bank (https://evil.example)')));
  assert.ok(holds(richOf({ type: 'link', url: 'javascript:x()' }), 'javascript:'));
});

test('entries are counted as entries of a list, and not as prose', () => {
  const entries = ['One & one.', 'Two.'];
  assert.equal(entriesKept(textOf('• One &amp; one.\n2. Two.'), entries), 2);
  assert.equal(entriesKept(textOf('One &amp; one. Two.'), entries), 0);
  assert.equal(entriesKept(textOf('• One &amp; o'), entries), 0);
});

test('levels of nested lists are told apart by spaces or by the indent of a rich text list', () => {
  const list = (indent: number, text: string) => ({
    type: 'rich_text_list',
    indent,
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
  });
  const rich = { text: '', blocks: [{ type: 'rich_text', elements: [list(0, 'a'), list(1, 'b')] }] };
  const expected = (indent: number) => [
    { words: 'a', indent: 0 },
    { words: 'b', indent },
  ];
  assert.deepEqual(shownEntries(textOf('* a\n    * b')), expected(4));
  assert.deepEqual(shownEntries(rich), expected(1));
});

test('each of Slack’s limits is noticed', () => {
  const divider = { type: 'divider' };
  assert.equal(limitBroken({ text: 'x', blocks: Array.from({ length: 50 }, () => divider) }), null);
  assert.equal(limitBroken({ text: 'x', blocks: Array.from({ length: 51 }, () => divider) }), '51 blocks');
  assert.equal(limitBroken(sectionOf('mrkdwn', 'x'.repeat(3_001))), 'section of 3001 characters');
  assert.equal(limitBroken(textOf('x'.repeat(40_001))), 'text of 40001 characters');
  assert.match(limitBroken(richOf({ type: 'text', text: 'x'.repeat(12_000) })) ?? '', /^blocks of 12\d{3} characters$/);
});

test('growth is one where twice the text takes twice the time, and two where it takes four times as long', () => {
  assert.equal(
    growthExponent([
      [1, 3],
      [2, 6],
      [8, 24],
    ]).toFixed(3),
    '1.000',
  );
  assert.equal(
    growthExponent([
      [1, 3],
      [2, 12],
      [8, 192],
    ]).toFixed(3),
    '2.000',
  );
});
