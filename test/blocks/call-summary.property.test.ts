import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KnownBlock } from '@slack/types';
import fc from 'fast-check';
import { callSummaryMessage, summaryPage } from '../../src/blocks/call-summary.ts';
import type { CallSummary } from '../../src/services/call-summary.ts';
import { counting, markedLists, markedTangle, marksIn } from '../services/summary-html/marked-html.ts';
import { slowHtml } from '../services/summary-html/slow-html.ts';
import { fastestOf } from '../services/summary-html/stopwatch.ts';
import { wildHtml } from '../services/summary-html/wild-html.ts';
import { sampleSummary } from './sample-summary.ts';
import { problemsOf, textProblems, textsIn } from './slack-rules.ts';

const name = fc.constantFrom(
  '',
  'Human Agent - Leo Ball',
  '<!channel>&'.repeat(40),
  '李'.repeat(200),
  '"\\'.repeat(100),
);
const moreIn = (words: string) => Number(/(\d+) more points?:/.exec(words)?.[1] ?? 0);
const pagesOf = (summary: CallSummary): KnownBlock[][] =>
  counting(summaryPage(summary, 1).pages).map((page) => summaryPage(summary, page).blocks);

function assertFit(summary: CallSummary): void {
  for (const sharedBy of [undefined, 'U012AB3CD']) {
    const message = callSummaryMessage(summary, sharedBy === undefined ? {} : { sharedBy });
    const options = sharedBy === undefined ? {} : { sharedBy };
    assert.deepEqual(problemsOf(message.blocks, { surface: 'message', ...options }), []);
    assert.deepEqual(textProblems(message.text, sharedBy), []);
    assert.deepEqual(callSummaryMessage(summary, options), message, 'the same summary gives the same message');
    // Room for the caller: five blocks, and a thousand characters of JSON for them.
    assert.ok(message.blocks.length <= 45 && JSON.stringify(message.blocks).length <= 10_000);
  }
  for (const blocks of pagesOf(summary)) {
    assert.deepEqual(problemsOf(blocks, { surface: 'modal' }), []);
    assert.ok(blocks.length <= 90 && Buffer.byteLength(JSON.stringify(blocks)) < 125_000);
  }
}

test('whatever the HTML, message and modal keep within Slack’s limits and nothing in them is alive', () => {
  fc.assert(
    fc.property(wildHtml, name, (html, givenName) => assertFit(sampleSummary(html, { name: givenName }))),
    { numRuns: 200, interruptAfterTimeLimit: 15_000 },
  );
});

for (const [family, make] of Object.entries(slowHtml)) {
  test(`64 KiB of ${family} become a message and pages within the limits, in linear time`, () => {
    const summary = sampleSummary(make(64 * 1024));
    assertFit(summary);
    const quarter = sampleSummary(make(16 * 1024));
    const times = [quarter, summary].map((each) => fastestOf(3, () => callSummaryMessage(each)));
    const [short = 0, long = 0] = times;
    assert.ok(long < 250, `${long.toFixed(1)} ms`);
    assert.ok(long < 16 * Math.max(short, 2), `${short.toFixed(1)} ms for a quarter, ${long.toFixed(1)} ms`);
  });
}

test('every list entry stands on the pages of the modal exactly once, and in order', () => {
  fc.assert(
    fc.property(fc.oneof(markedTangle, markedLists), ({ html, marks }) => {
      const summary = sampleSummary(html);
      const found = marksIn(pagesOf(summary).flatMap(textsIn).join(''));
      assert.deepEqual(found, counting(summary.document.isCut ? found.length : marks));
    }),
    { numRuns: 200, interruptAfterTimeLimit: 15_000 },
  );
});

test('every list entry is shown in the message or counted, in the blocks and in the words', () => {
  fc.assert(
    fc.property(markedLists, fc.constantFrom('Key Points', 'Follow-Up Actions'), ({ html, marks }, title) => {
      const summary = sampleSummary(`<h3>${title}</h3>${html}`);
      fc.pre(!summary.document.isCut);
      const { blocks, text } = callSummaryMessage(summary);
      for (const words of [textsIn(blocks).join('\n'), text]) {
        const shown = marksIn(words);
        assert.deepEqual(shown, counting(shown.length));
        assert.equal(shown.length + moreIn(words), marks);
      }
    }),
    { numRuns: 200, interruptAfterTimeLimit: 15_000 },
  );
});
