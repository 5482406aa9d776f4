import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRecentAnswers } from '../../../src/services/access/recent-answers.ts';
import { clockByHand } from './people.ts';

test('an answer is used again until it is as old as agreed, counted from its question', async () => {
  const clock = clockByHand();
  const answers = createRecentAnswers<number>(clock, 1_000);
  const slow = Promise.withResolvers<number>();
  const first = answers.ask('leo', 'recent', () => slow.promise);
  clock.pass(600);
  slow.resolve(1);
  assert.equal(await first, 1);
  clock.pass(399);
  assert.equal(await answers.ask('leo', 'recent', async () => 2), 1);
  clock.pass(1);
  assert.equal(await answers.ask('leo', 'recent', async () => 3), 3);
});

test('everybody who asks while the answer is on its way gets the same one', async () => {
  const answers = createRecentAnswers<object>(clockByHand(), 1_000);
  let questions = 0;
  const work = async () => ({ number: ++questions });
  const all = await Promise.all(Array.from({ length: 50 }, () => answers.ask('leo', 'recent', work)));
  assert.equal(new Set(all).size, 1);
  assert.equal(questions, 1);
});

test('whoever wants to know how it is now asks anew, and later questions get that', async () => {
  const answers = createRecentAnswers<string>(clockByHand(), 1_000);
  const old = Promise.withResolvers<string>();
  const early = answers.ask('leo', 'recent', () => old.promise);
  assert.equal(await answers.ask('leo', 'now', async () => 'deactivated'), 'deactivated');
  old.resolve('active');
  assert.equal(await early, 'active');
  assert.equal(await answers.ask('leo', 'recent', async () => 'asked again'), 'deactivated');
});

test('a failure is told to whoever waits for it, and not remembered', async () => {
  const answers = createRecentAnswers<string>(clockByHand(), 1_000);
  await assert.rejects(
    answers.ask('leo', 'recent', async () => {
      throw new Error('no');
    }),
    { message: 'no' },
  );
  assert.equal(await answers.ask('leo', 'recent', async () => 'yes'), 'yes');
});

test('a failure of an old question leaves the answer of a newer one', async () => {
  const answers = createRecentAnswers<string>(clockByHand(), 1_000);
  const old = Promise.withResolvers<string>();
  const early = answers.ask('leo', 'recent', () => old.promise);
  await answers.ask('leo', 'now', async () => 'new');
  old.reject(new Error('no'));
  await assert.rejects(early);
  assert.equal(await answers.ask('leo', 'recent', async () => 'asked again'), 'new');
});

test('what was asked anew is not among the oldest any more', async () => {
  const answers = createRecentAnswers<string>(clockByHand(), 1_000);
  for (let index = 0; index < 5_000; index += 1) await answers.ask(`${index}`, 'recent', async () => 'old');
  await answers.ask('0', 'now', async () => 'anew');
  await answers.ask('5000', 'recent', async () => 'old');
  assert.equal(await answers.ask('0', 'recent', async () => 'lost'), 'anew');
});

test('answers do not pile up', async () => {
  const answers = createRecentAnswers<string>(clockByHand(), 1_000);
  for (let index = 0; index <= 5_000; index += 1) await answers.ask(`${index}`, 'recent', async () => 'old');
  assert.equal(await answers.ask('0', 'recent', async () => 'new'), 'new', 'the oldest is gone');
  assert.equal(await answers.ask('5000', 'recent', async () => 'new'), 'old', 'the newest is kept');
});

test('after a failure nothing is asked for as long as it says, not even for how it is now', async () => {
  const clock = clockByHand();
  const restMsAfter = (thrown: unknown) => (thrown instanceof RangeError ? 500 : 100);
  const answers = createRecentAnswers<string>(clock, 1_000, restMsAfter);
  const failing = async () => {
    throw new RangeError('no');
  };
  await assert.rejects(answers.ask('leo', 'recent', failing), { message: 'no' });
  clock.pass(499);
  for (const freshness of ['recent', 'now'] as const)
    await assert.rejects(
      answers.ask('leo', freshness, async () => 'asked'),
      { message: 'no' },
    );
  assert.equal(await answers.ask('kim', 'recent', async () => 'asked'), 'asked', 'others are');
  clock.pass(1);
  assert.equal(await answers.ask('leo', 'recent', async () => 'yes'), 'yes');
});

test('the rest after a failure begins when it failed, not when it was asked for', async () => {
  const clock = clockByHand();
  const answers = createRecentAnswers<string>(clock, 1_000, () => 100);
  const slow = Promise.withResolvers<string>();
  const first = answers.ask('leo', 'recent', () => slow.promise);
  clock.pass(5_000);
  slow.reject(new Error('no'));
  await assert.rejects(first);
  clock.pass(99);
  await assert.rejects(answers.ask('leo', 'recent', async () => 'yes'));
});
