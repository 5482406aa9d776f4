import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { callSummaryMessage, summaryPage } from '../../../src/blocks/call-summary.ts';
import { redact } from '../../../src/services/redaction/redact.ts';
import { documentedHtml, sampleSummary } from '../../blocks/sample-summary.ts';
import { problemsOf, textProblems } from '../../blocks/slack-rules.ts';
import { hostileTexts, revealingText } from './revealing-text.ts';

const revealing = sampleSummary(
  '<h2>Reach leo@example.com</h2><p>Call 12<b>34</b>567 or +49 30 1234567.</p><ol><li>Card 4111 1111 1111 1111</li></ol>' +
    '<ul></ul><p>Extension 3202, 60% of users, 12345678901234567890</p>',
  { name: 'Guest +15551234567' },
);

test('a summary is masked in its name, titles, paragraphs and lists, and every kind is counted', () => {
  const { summary, masked } = redact(revealing);
  assert.equal(summary.name, 'Guest [phone number]');
  assert.deepEqual(summary.document.sections, [
    {
      title: 'Reach [e-mail address]',
      parts: [
        { kind: 'paragraph', runs: [{ text: 'Call [phone number] or [phone number].' }] },
        { kind: 'item', runs: [{ text: 'Card [card number]' }], depth: 0, number: 1 },
        { kind: 'paragraph', runs: [{ text: 'Extension 3202, 60% of users, [long number]' }] },
      ],
    },
  ]);
  assert.deepEqual(masked, { phone_number: 3, email_address: 1, card_number: 1, long_number: 1 });
});

test('what a summary is about stays: whose call, which leg, when', () => {
  const { summary } = redact(revealing);
  assert.deepEqual(summary.reference, revealing.reference);
  assert.equal(summary.summarisedAt, revealing.summarisedAt);
  assert.equal(summary.document.isCut, revealing.document.isCut);
});

test('the documented summary has nothing to mask, and says the same', () => {
  const { summary, masked } = redact(sampleSummary(documentedHtml));
  assert.deepEqual(masked, { phone_number: 0, email_address: 0, card_number: 0, long_number: 0 });
  assert.deepEqual(summary.document, sampleSummary(documentedHtml).document);
});

test('with masks and without never share a fingerprint, and equal ones are equal', () => {
  const fingerprint = (html: string) => redact(sampleSummary(html)).summary.fingerprint;
  assert.notEqual(fingerprint('<p>None</p>'), sampleSummary('<p>None</p>').fingerprint);
  assert.equal(fingerprint('<p>Call 5550199</p>'), fingerprint('<p>Call 5550199</p>'));
  assert.equal(fingerprint('<p>Call 5550199</p>'), fingerprint('<p>Call 5550123</p>'));
  assert.notEqual(fingerprint('<p>Call 5550199</p>'), fingerprint('<p>Ring 5550199</p>'));
  assert.notEqual(
    redact(sampleSummary('', { summarisedAt: null })).summary.fingerprint,
    redact(sampleSummary('')).summary.fingerprint,
  );
  assert.match(fingerprint(''), /^masked-[\w-]{22}$/);
});

test('masking a masked summary changes nothing', () => {
  fc.assert(
    fc.property(fc.array(revealingText, { maxLength: 6 }), revealingText, (texts, name) => {
      const html = texts.map((text) => `<p>${text}</p>`).join('<h2>Reach 5550199</h2>');
      const once = redact(sampleSummary(html, { name })).summary;
      assert.deepEqual(redact(once).summary, once);
    }),
    { numRuns: 300 },
  );
});

test('masks make a summary longer, and its messages and pages stay within what Slack takes', () => {
  for (const [name, text] of Object.entries(hostileTexts)) {
    const { summary } = redact(sampleSummary(`<h2>${text.slice(0, 100)}</h2><p>${text}</p>`, { name: text }));
    const { text: words, blocks } = callSummaryMessage(summary);
    assert.deepEqual([...problemsOf(blocks, { surface: 'message' }), ...textProblems(words)], [], name);
    assert.deepEqual(problemsOf(summaryPage(summary, 1).blocks, { surface: 'modal' }), [], name);
  }
});
