import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { SummaryDocument } from '../../../src/services/summary-document.ts';
import { summaryLimits } from '../../../src/services/summary-html/limits.ts';
import { parseSummaryHtml } from '../../../src/services/summary-html/parse.ts';
import { counting, markedLists, markedTangle, marksIn } from './marked-html.ts';
import { slowHtml } from './slow-html.ts';
import { fastestOf } from './stopwatch.ts';
import { wildHtml } from './wild-html.ts';

const partsOf = ({ sections }: SummaryDocument) => sections.flatMap(({ parts }) => parts);
const wordsOf = (document: SummaryDocument) =>
  document.sections.flatMap(({ title, parts }) => [
    title ?? '',
    ...parts.map(({ runs }) => runs.map(({ text }) => text).join('')),
  ]);

test('whatever the HTML, what comes out is clean, bounded text', () => {
  fc.assert(
    fc.property(wildHtml, (html) => {
      const document = parseSummaryHtml(html);
      const runs = partsOf(document).flatMap((part) => part.runs);
      assert.ok(
        partsOf(document).every(
          (part) =>
            part.runs.length > 0 && part.runs.length <= 2 * summaryLimits.linesPerPart + summaryLimits.runsPerPart,
        ),
      );
      assert.ok(
        runs.every(({ text }) => text !== ''),
        'an empty run',
      );
      for (const words of wordsOf(document)) {
        assert.doesNotMatch(words, /[\p{Cs}\u200B\u202A-\u202E\u2066-\u2069\u00AD\uFEFF\u3164]/u);
        assert.doesNotMatch(words.replaceAll('\n', ''), /\p{Cc}/u);
        assert.doesNotMatch(words, /[\s--[ \n]]| {2}|^[ \n]|[ \n]$/v);
        assert.doesNotMatch(words, /https?:\/\/|www\./i);
        assert.ok(words.length <= summaryLimits.partCharacters + 1);
      }
      assert.deepEqual(parseSummaryHtml(html), document, 'the same HTML gives the same document');
    }),
    { numRuns: 300, interruptAfterTimeLimit: 15_000 },
  );
});

test('no list entry is lost or moved, however the tags around it are nested, unless a cut is announced', () => {
  fc.assert(
    fc.property(markedTangle, ({ html, marks }) => {
      const document = parseSummaryHtml(html);
      const found = marksIn(wordsOf(document).join('\n'));
      assert.deepEqual(found, counting(document.isCut ? found.length : marks));
    }),
    { numRuns: 300, interruptAfterTimeLimit: 15_000 },
  );
});

test('every entry of well-formed lists becomes one entry, at its depth', () => {
  fc.assert(
    fc.property(markedLists, ({ html, marks }) => {
      const parts = partsOf(parseSummaryHtml(html));
      assert.equal(parts.length, marks);
      for (const part of parts) assert.ok(part.kind === 'item' && part.depth >= 0 && part.depth <= 8);
    }),
    { numRuns: 300, interruptAfterTimeLimit: 15_000 },
  );
});

for (const [name, make] of Object.entries(slowHtml)) {
  test(`64 KiB of ${name} are read in linear time`, () => {
    const quarter = fastestOf(3, () => parseSummaryHtml(make(16 * 1024)));
    const whole = fastestOf(3, () => parseSummaryHtml(make(64 * 1024)));
    assert.ok(whole < 250, `${whole.toFixed(1)} ms`);
    assert.ok(whole < 16 * Math.max(quarter, 2), `${quarter.toFixed(1)} ms for a quarter, ${whole.toFixed(1)} ms`);
  });
}

test('a summary longer than we read is cut at the end, and says so', () => {
  const words = (times: number) => `<p>${'Hello. '.repeat(times)}</p>`;
  assert.equal(parseSummaryHtml(words(2_000)).isCut, false);
  assert.equal(parseSummaryHtml(`<ul>${'<li>An entry of thirty letters.</li>'.repeat(2_000)}</ul>`).isCut, true);
  const tooMany = parseSummaryHtml('<li>a'.repeat(summaryLimits.elements + 1));
  assert.equal(tooMany.isCut, true);
  assert.ok(partsOf(tooMany).length <= summaryLimits.elements);
  assert.equal(parseSummaryHtml('<li>a'.repeat(summaryLimits.elements - 10)).isCut, false);
});

test('a paragraph longer than we read ends in three dots, and what follows it is read', () => {
  const document = parseSummaryHtml(`<p>${'long '.repeat(4_000)}</p><p>After.</p>`);
  const [long, after] = wordsOf(document).slice(1);
  assert.equal(long?.length, summaryLimits.partCharacters + 1);
  assert.ok(long?.endsWith('…'));
  assert.equal(after, 'After.');
  assert.equal(document.isCut, true);
});

test('too many plain lines are cut', () => {
  const document = parseSummaryHtml('- a\n'.repeat(summaryLimits.blocks + 10));
  assert.equal(document.isCut, true);
  assert.ok(partsOf(document).length <= summaryLimits.blocks);
});

test('too much emphasis, too many lines and too many titles lose no word', () => {
  const runs = parseSummaryHtml(`<p>${'<b>a</b> b '.repeat(1_000)}</p>`);
  assert.equal(wordsOf(runs).join('').replaceAll(' ', ''), 'ab'.repeat(1_000));
  const lines = parseSummaryHtml(`<p>${'a<br>'.repeat(1_000)}</p>`);
  assert.equal(wordsOf(lines).join('').replaceAll(/\s/g, ''), 'a'.repeat(1_000));
  const titles = parseSummaryHtml('<h2>T</h2><p>x</p>'.repeat(500));
  assert.equal(titles.sections.length, summaryLimits.sections);
  assert.equal(wordsOf(titles).join(''), 'Tx'.repeat(500));
  assert.ok(![runs, lines, titles].some(({ isCut }) => isCut));
});

test('a heading too long for a title is a bold paragraph', () => {
  const long = 'word '.repeat(40).trim();
  const [section] = parseSummaryHtml(`<h2>${long}</h2><ul><li>a</li></ul>`).sections;
  assert.equal(section?.title, null);
  assert.deepEqual(section.parts[0], { kind: 'paragraph', runs: [{ text: long, bold: true }] });
});

test('nothing that belongs to the language itself can be reached through names and attributes', () => {
  const html =
    '<constructor>a</constructor><valueOf href=x>b</valueOf><p toString=1 __proto__="x" constructor="y">c</p>';
  assert.deepEqual(wordsOf(parseSummaryHtml(html)).join(' ').trim(), 'ab c');
});
