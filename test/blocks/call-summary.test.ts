import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KnownBlock } from '@slack/types';
import { callSummaryMessage, summaryPage } from '../../src/blocks/call-summary.ts';
import { summaryActionIds } from '../../src/blocks/summary-buttons.ts';
import { parseSummaryHtml } from '../../src/services/summary-html/parse.ts';
import { sampleSummary } from './sample-summary.ts';
import { problemsOf, textProblems, textsIn } from './slack-rules.ts';

const entries = (count: number, words = 'The caller asked about invoice') =>
  `<p>Key Points</p><ul>${Array.from({ length: count }, (_nothing, index) => `<li>${words} ${index + 1}.</li>`).join('')}</ul>`;
const listsIn = (blocks: readonly KnownBlock[]) =>
  blocks
    .flatMap((block) => (block.type === 'rich_text' ? block.elements : []))
    .filter((part) => part.type === 'rich_text_list');
const openFullButton = (blocks: readonly KnownBlock[]) => {
  const elements = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
  const buttons = elements.filter((element) => element.type === 'button');
  return buttons.find((element) => element.action_id === summaryActionIds.openFull);
};

test('the documented example, in words', () => {
  assert.equal(
    callSummaryMessage(sampleSummary()).text,
    `*Call summary · Human Agent - Leo Ball (3202)*
Summarised 13 May 2026, 14:33 UTC · leg 20260513223234-3EE9E

*Call Summary*
• Kristin Hale was transferred to a human agent regarding a login issue.
• She reported that 60% of users cannot log in and keep seeing an error message.
• The human agent offered to check server logs and escalate to the engineering team.

*Key Points*
• 60% of users are affected by the login issue.
• The page refreshes after password entry with no error code.
• The human agent escalated the issue to the engineering team.

*Follow-Up Actions*
1. Check server logs for login failure records.
2. Investigate the login loop issue.
3. Provide Kristin Hale with an estimated resolution time.

AI-generated from what was said on the call. Check before you act on it.`,
  );
});

test('the documented example, in blocks: header, two sections, each action by itself, the moment, the note', () => {
  const { blocks } = callSummaryMessage(sampleSummary());
  assert.deepEqual(
    blocks.map(({ type }) => type),
    ['header', ...Array(6).fill('rich_text'), 'rich_text', 'actions', 'context'],
  );
  assert.deepEqual(blocks[0], {
    type: 'header',
    text: { type: 'plain_text', text: 'Call summary · Human Agent - Leo Ball (3202)', emoji: false },
  });
  assert.deepEqual(blocks[4], {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_list',
        style: 'ordered',
        indent: 0,
        elements: [
          {
            type: 'rich_text_section',
            elements: [{ type: 'text', text: 'Check server logs for login failure records.' }],
          },
        ],
      },
    ],
  });
  assert.deepEqual(blocks[7], {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: 'Summarised ' },
          { type: 'date', timestamp: 1778682824, format: '{date_short} at {time}', fallback: '13 May 2026, 14:33 UTC' },
          { type: 'text', text: ' · leg 20260513223234-3EE9E' },
        ],
      },
    ],
  });
  assert.deepEqual(problemsOf(blocks, { surface: 'message' }), []);
});

test('actions are numbered one after the other, each in a block of its own', () => {
  const { blocks } = callSummaryMessage(
    sampleSummary('<p>Follow-Up Actions</p><ul><li>a<ul><li>aa</li></ul></li><li>b</li></ul>'),
  );
  assert.deepEqual(
    listsIn(blocks).map((list) => [list.style, list.indent, 'offset' in list ? list.offset : 0, textsIn(list)]),
    [
      ['ordered', 0, 0, ['a']],
      ['bullet', 1, 0, ['aa']],
      ['ordered', 0, 1, ['b']],
    ],
  );
});

test('many actions stand together in one block, still numbered', () => {
  const { blocks } = callSummaryMessage(sampleSummary(`<p>Next steps</p><ul>${'<li>Call.</li>'.repeat(16)}</ul>`));
  assert.deepEqual(
    listsIn(blocks).map((list) => [list.style, list.elements.length]),
    [['ordered', 16]],
  );
});

for (const title of [
  'Follow-up Actions',
  'FOLLOW UP ACTIONS',
  'Next Steps',
  'Nächste Schritte',
  '后续行动',
  'フォローアップ・アクション'.replace('・', ' '),
  'Próximos pasos',
  'إجراءات المتابعة',
]) {
  test(`what stands under "${title}" is numbered`, () => {
    const { text } = callSummaryMessage(sampleSummary(`<p>${title}</p><ul><li>One</li><li>Two</li></ul>`));
    assert.match(text, /^1\. One\n2\. Two$/m);
  });
}

test('what stands under another title keeps the bullets and numbers it has', () => {
  const { text } = callSummaryMessage(
    sampleSummary(
      '<p>Follow-Up of the shipment</p><ul><li>a</li></ul><h3>B</h3><ol start="4"><li>b</li><li>c</li></ol>',
    ),
  );
  assert.match(text, /^• a$/m);
  assert.match(text, /^4\. b\n5\. c$/m);
});

test('ordered lists start where the summary starts them', () => {
  const { blocks } = callSummaryMessage(sampleSummary('<ol start="4"><li>b</li><li>c</li></ol>'));
  assert.deepEqual(
    listsIn(blocks).map((list) => ['offset' in list ? list.offset : 0, list.elements.length]),
    [[3, 2]],
  );
});

test('an empty section says that nothing was noted', () => {
  const { text, blocks } = callSummaryMessage(
    sampleSummary('<p>Key Points</p><ul><li>a</li></ul><p>Follow-up Actions</p><ul>\n\n</ul>\n'),
  );
  assert.match(text, /\*Follow-up Actions\*\nNone noted\.\n/);
  assert.ok(textsIn(blocks).includes('None noted.'));
});

test('an empty summary says that it is empty', () => {
  const { text, blocks } = callSummaryMessage(sampleSummary(' \n'));
  assert.match(text, /3EE9E\n\nThe summary is empty\.\nAI-generated/);
  assert.ok(textsIn(blocks).includes('The summary is empty.'));
  assert.deepEqual(textsIn(summaryPage(sampleSummary(' '), 1).blocks).includes('The summary is empty.'), true);
});

test('a shared summary says first who shared it', () => {
  const { text, blocks } = callSummaryMessage(sampleSummary(), { sharedBy: 'U012AB3CD' });
  assert.ok(text.startsWith('Shared by <@U012AB3CD>\n*Call summary'));
  assert.deepEqual(blocks[0], {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: 'Shared by ' },
          { type: 'user', user_id: 'U012AB3CD' },
        ],
      },
    ],
  });
});

test('without a name the number stands alone, and without a time nothing is said of it', () => {
  const { text, blocks } = callSummaryMessage(sampleSummary(undefined, { name: '', summarisedAt: null }));
  assert.ok(text.startsWith('*Call summary · 3202*\nLeg 20260513223234-3EE9E\n'));
  assert.ok(textsIn(blocks).includes('Leg 20260513223234-3EE9E'));
  assert.doesNotMatch(JSON.stringify(blocks), /"date"|Summarised/);
});

test('a name longer than a header ends in three dots and keeps the number', () => {
  const { text, blocks } = callSummaryMessage(sampleSummary(undefined, { name: '👩🏽'.repeat(100) }));
  const [header] = blocks;
  assert.ok(header?.type === 'header' && header.text.text.length <= 150 && header.text.text.endsWith('… (3202)'));
  assert.deepEqual(problemsOf(blocks, { surface: 'message' }), []);
  assert.deepEqual(textProblems(text), []);
});

test('a name is words, whatever it looks like', () => {
  const { text } = callSummaryMessage(sampleSummary(undefined, { name: '<!channel> & <@U1>' }));
  assert.ok(text.startsWith('*Call summary · &lt;!channel&gt; &amp; &lt;@U1&gt; (3202)*'));
});

test('what does not fit is counted, and a button opens it', () => {
  const summary = sampleSummary(entries(300));
  const { blocks, text } = callSummaryMessage(summary);
  const shown = listsIn(blocks).flatMap((list) => list.elements).length;
  assert.ok(shown > 40 && shown < 300, `${shown} shown`);
  assert.ok(textsIn(blocks).includes(`${300 - shown} more points: open the full summary.`));
  const [, inText = ''] = /^(\d+) more points: open the full summary\.$/m.exec(text) ?? [];
  assert.equal(Number(inText), 300 - text.split('\n').filter((line) => line.startsWith('• ')).length);
  assert.equal(openFullButton(blocks)?.value, '{"pbx":"main","cdrId":"20260513223234-3EE9E","extensionNumber":"3202"}');
});

test('where only the words are too long, they lead to the message', () => {
  const { blocks, text } = callSummaryMessage(sampleSummary(entries(5, 'word '.repeat(200))));
  assert.equal(openFullButton(blocks), undefined);
  assert.match(text, /^\d more points: open the message\.$/m);
});

test('one point left is one point', () => {
  const long = `<li>${'word '.repeat(1_000)}.</li>`;
  const { blocks } = callSummaryMessage(sampleSummary(`<p>Key Points</p><ul>${long}${long}</ul>`));
  assert.ok(textsIn(blocks).includes('1 more point: open the full summary.'));
});

test('a point larger than a message is divided at a word, and said to go on', () => {
  const { blocks, text } = callSummaryMessage(
    sampleSummary(`<p>Key Points</p><ul><li>${'word '.repeat(3_000)}</li><li>b</li></ul>`),
  );
  assert.ok(textsIn(blocks).includes('The last point goes on, then 1 more point: open the full summary.'));
  assert.match(text, /word\n\nThe last point goes on, then 1 more point: open the full summary\.\n/);
  const { blocks: last } = callSummaryMessage(sampleSummary(`<p>${'word '.repeat(3_000)}</p>`));
  assert.ok(textsIn(last).includes('The last point goes on: open the full summary.'));
});

test('where only an empty section is left, there is more', () => {
  const { blocks } = callSummaryMessage(sampleSummary('<h3>Empty</h3><ul></ul>'.repeat(60)));
  assert.ok(textsIn(blocks).includes('More: open the full summary.'));
});

test('a summary larger than we read says so, with the size', () => {
  const summary = sampleSummary(undefined, { document: { ...parseSummaryHtml('<p>Hello.</p>'), isCut: true } });
  const sentence =
    'There is more in this summary than callsummary reads (64 KiB of HTML): read the rest in the phone system.';
  assert.ok(textsIn(callSummaryMessage(summary).blocks).includes(sentence));
  assert.ok(callSummaryMessage(summary).text.includes(sentence));
  assert.ok(textsIn(summaryPage(summary, 1).blocks).includes(sentence));
});

test('the full summary is dealt into pages, and a page that does not exist becomes the nearest', () => {
  const summary = sampleSummary(entries(1_000));
  const { pages } = summaryPage(summary, 1);
  assert.ok(pages > 1);
  const second = summaryPage(summary, 2);
  assert.ok(textsIn(second.blocks).includes(`Page 2 of ${pages}`));
  assert.ok(textsIn(second.blocks).includes('Key Points (continued)'));
  assert.deepEqual(
    [0, -3, Number.NaN, 1.9, 10_000].map((number) => summaryPage(summary, number).page),
    [1, 1, 1, 1, pages],
  );
});

test('a short summary has one page and does not count it', () => {
  const { blocks, page, pages } = summaryPage(sampleSummary(), 1);
  assert.deepEqual([page, pages], [1, 1]);
  assert.doesNotMatch(textsIn(blocks).join('\n'), /Page 1/);
  assert.deepEqual(problemsOf(blocks, { surface: 'modal' }), []);
});

test('paragraphs stand apart and titles above them', () => {
  const { blocks } = callSummaryMessage(
    sampleSummary('<h3>Call Summary</h3><p>One <b>bold</b>.</p><p>Two</p><p>Three.</p>'),
  );
  assert.deepEqual(blocks[1], {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: 'Call Summary', style: { bold: true } },
          { type: 'text', text: '\n' },
          { type: 'text', text: 'One ' },
          { type: 'text', text: 'bold', style: { bold: true } },
          { type: 'text', text: '.' },
          { type: 'text', text: '\n\n' },
          { type: 'text', text: 'Two' },
          { type: 'text', text: '\n\n' },
          { type: 'text', text: 'Three.' },
        ],
      },
    ],
  });
});

test('emphasis in words is Slack’s own, and nothing in code comes alive', () => {
  const html =
    '<p><b>bold</b> <i>italic</i> <b><i>both</i></b> <code>&lt;!here&gt; &amp;amp; `</code> a*b_c [d](e) \\ 1. x # y</p>';
  assert.match(
    callSummaryMessage(sampleSummary(html)).text,
    /^\*bold\* _italic_ \*_both_\* `&lt;!here&gt; &amp;amp; `` a\*b_c \[d\]\(e\) \\ 1\. x # y$/m,
  );
});
