import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { masks } from '../../../src/services/redaction/mask.ts';
import { redactRuns } from '../../../src/services/redaction/redact-runs.ts';
import type { TextRun } from '../../../src/services/summary-document.ts';
import { fastestOf } from '../summary-html/stopwatch.ts';
import { cardNumbers, emailAddresses, ordinaryTexts, phoneNumbers } from './examples.ts';
import { hostileTexts, revealingText } from './revealing-text.ts';

const wordsOf = (runs: readonly TextRun[]) => runs.map(({ text }) => text).join('');
const shared = (text: string) => wordsOf(redactRuns([{ text }]).runs);

const tables = { phoneNumbers, emailAddresses, cardNumbers, ordinaryTexts };
const titles: Readonly<Record<keyof typeof tables, string>> = {
  phoneNumbers: 'phone numbers are masked, however a country writes them',
  emailAddresses: 'e-mail addresses are masked, written or spelled',
  cardNumbers: 'card numbers are masked, and whatever is as long',
  ordinaryTexts: 'dates, times, prices, versions, ticket and extension numbers stay',
};
for (const [table, title] of Object.entries(titles))
  test(title, () => {
    for (const [written, expected = written] of tables[table as keyof typeof tables])
      assert.equal(shared(written), expected);
  });

test('a number is found across bold and plain text, and its mask looks like its beginning', () => {
  const { runs } = redactRuns([
    { text: 'Call 55' },
    { text: '501', bold: true },
    { text: '99 now, ' },
    { text: 'leo', italic: true },
    { text: '@example.com', code: true },
  ]);
  assert.deepEqual(runs, [{ text: 'Call [phone number] now, ' }, { text: '[e-mail address]', italic: true }]);
});

test('text without anything to mask is given back as it is', () => {
  const runs = [{ text: 'Call ' }, { text: '3202', bold: true }] as const;
  assert.equal(redactRuns(runs).runs, runs);
});

test('nothing is found across a line break, so that lists of extension numbers stay', () => {
  assert.equal(shared('3202\n3203\n3204'), '3202\n3203\n3204');
  assert.equal(shared('Leo\n@ example.com'), 'Leo\n@ example.com');
});

const split = fc.array(
  fc.tuple(revealingText, fc.constantFrom({}, { bold: true as const }, { italic: true as const })),
  {
    maxLength: 8,
  },
);
const runsOf = (pieces: readonly (readonly [string, Omit<TextRun, 'text'>])[]): TextRun[] =>
  pieces.filter(([text]) => text !== '').map(([text, style]) => ({ ...style, text }));

test('what is masked once is masked: doing it again changes nothing', () => {
  fc.assert(
    fc.property(split, (pieces) => {
      const once = redactRuns(runsOf(pieces)).runs;
      assert.deepEqual(redactRuns(once), { runs: once, masked: [] });
    }),
    { numRuns: 2_000 },
  );
});

test('emphasis decides nothing about what is found', () => {
  fc.assert(
    fc.property(split, (pieces) => {
      const runs = runsOf(pieces);
      assert.equal(wordsOf(redactRuns(runs).runs), shared(wordsOf(runs)));
    }),
    { numRuns: 1_000 },
  );
});

test('what stands around masks is unchanged and in order', () => {
  const anyMask = new RegExp(
    Object.values(masks)
      .map((mask) => mask.replaceAll(/[[\]]/g, '\\$&'))
      .join('|'),
  );
  fc.assert(
    fc.property(split, (pieces) => {
      const runs = runsOf(pieces);
      const { runs: redacted, masked } = redactRuns(runs);
      assert.ok(masked.length === 0 || redacted.every((run) => run.text !== ''));
      const kept = wordsOf(redacted).split(anyMask);
      let from = 0;
      for (const piece of kept) {
        const place = wordsOf(runs).indexOf(piece, from);
        assert.ok(place >= from);
        from = place + piece.length;
      }
    }),
    { numRuns: 1_000 },
  );
});

// Written without looking at how the masking is done, and on purpose simpler.
const recognisers = [
  /[a-z0-9]+@[a-z0-9-]+\.[a-z]{2,}/i,
  /(?<![\p{L}\p{Nd}_#.-])[0-9]{10,}(?![\p{Nd}-])/u,
  /\+[0-9]{6,}/,
  /\+[1-9][0-9]{0,2} [0-9]{2,4} [0-9]{3,4} [0-9]{3,4}/,
  /(?<![\d.$€]) ?\([0-9]{3}\) [0-9]{3}-[0-9]{4}/,
  /[0-9]{4} [0-9]{4} [0-9]{4} [0-9]{4}/,
  /#[0-9]{7,9}$/m,
  /(?<![\p{L}\p{Nd}_.-])\p{L}-?[0-9]{7,9}$/mu,
];

test('nothing is left that a plain eye would take for an address, a phone or a card number', () => {
  fc.assert(
    fc.property(split, (pieces) => {
      const left = wordsOf(redactRuns(runsOf(pieces)).runs);
      for (const recogniser of recognisers) assert.doesNotMatch(left, recogniser);
    }),
    { numRuns: 3_000 },
  );
});

test('64 KiB of anything are read in linear time', { timeout: 60_000 }, () => {
  for (const [name, text] of Object.entries(hostileTexts)) {
    assert.ok(text.length >= 64 * 1024, name);
    const took = fastestOf(3, () => redactRuns([{ text }]));
    // Even the cheapest search that grows with the square of the text takes seconds here.
    assert.ok(took < 250, `${name}: ${took.toFixed(1)} ms`);
  }
});
