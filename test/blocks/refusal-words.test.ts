import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemMessage } from '../../src/blocks/problem.ts';
import { refusalSentences } from '../../src/blocks/refusal-words.ts';
import { CallSummaryError, type ReadableExtensions } from '../../src/errors.ts';

const readable = (extension: Partial<ReadableExtensions>): ReadableExtensions => ({
  first: '3202',
  last: '3202',
  from: null,
  until: null,
  ...extension,
});
const nextFor = (...mayRead: readonly ReadableExtensions[]) =>
  refusalSentences({ readerId: 'U0LEO', reason: 'no_right', mayRead, contact: 'Ask Mara.' }).next;

test('a refused person reads which calls they may read, and from when to when', () => {
  const told: readonly (readonly [Partial<ReadableExtensions>, string])[] = [
    [{}, 'extension 3202'],
    [{ last: '3299' }, 'extensions 3202–3299'],
    [{ from: '2026-03-01' }, 'extension 3202 for calls from 1 March 2026 on'],
    [{ until: '2026-12-31' }, 'extension 3202 for calls until 31 December 2026'],
    [{ from: '2026-03-01', until: '2026-12-31' }, 'extension 3202 for calls from 1 March 2026 to 31 December 2026'],
  ];
  for (const [extension, words] of told)
    assert.equal(
      nextFor(readable(extension)),
      `You can read summaries of ${words}. Ask Mara. Your member ID is U0LEO.`,
    );
});

test('a refused person who may read very much reads the first of it, and how much more there is', () => {
  const many = Array.from({ length: 12 }, (_, index) =>
    readable({ first: `${3200 + index}`, last: `${3200 + index}` }),
  );
  assert.match(nextFor(...many), /extension 3209 and 2 more\. Ask Mara/);
});

test('whoever has used up their day is told in how many minutes or hours to come back', () => {
  const words = (minutes: number) =>
    problemMessage(
      new CallSummaryError('too_many_requests', { whose: 'person', retryAfterMs: minutes * 60_000 }),
      'K7Q2M9XD',
    ).text;
  assert.match(words(45), /in 45 minutes/);
  assert.match(words(5 * 60), /in 5 hours/);
});
