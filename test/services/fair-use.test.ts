import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CallSummaryError, isCallSummaryError } from '../../src/errors.ts';
import { createFairUse, type FairShares } from '../../src/services/fair-use.ts';
import { createRepeatedQuestions } from '../../src/services/repeated-questions.ts';
import { handClock, hour, minute, second } from './yeastar/hand-clock.ts';

const shares: FairShares = { personPerMinute: 20, personPerDay: 300, everybodyPerMinute: 300 };

function office(changes: Partial<FairShares> = {}) {
  const clock = handClock();
  const { admit } = createFairUse({ ...shares, ...changes }, clock);
  /** What became of one question: yes, or whose share is used up and how long to wait. */
  const ask = async (personId: string) => {
    try {
      return await admit(personId, async (takeShareOfAll) => {
        takeShareOfAll();
        return 'yes' as const;
      });
    } catch (thrown) {
      if (!isCallSummaryError(thrown, 'too_many_requests')) throw thrown;
      return thrown.details;
    }
  };
  const count = async (personId: string, questions: number) => {
    const answers = [];
    for (let index = 0; index < questions; index += 1) answers.push(await ask(personId));
    return answers.filter((answer) => answer === 'yes').length;
  };
  return { clock, admit, ask, count };
}

test('a person may use up a minute’s share at once, and then waits until one more has come in', async () => {
  const { clock, ask, count } = office();
  assert.equal(await count('leo', 25), 20);
  assert.deepEqual(await ask('leo'), { whose: 'person', retryAfterMs: 3 * second });
  clock.advance(3 * second - 1);
  assert.deepEqual(await ask('leo'), { whose: 'person', retryAfterMs: 1 });
  clock.advance(1);
  assert.equal(await count('leo', 2), 1);
  clock.advance(hour);
  assert.equal(await count('leo', 25), 20, 'never more than one share is saved up');
});

test('whoever waits as long as they were told is let in', async () => {
  const rates = fc.record({
    personPerMinute: fc.integer({ min: 1, max: 50 }),
    personPerDay: fc.integer({ min: 1, max: 500 }),
    everybodyPerMinute: fc.integer({ min: 1, max: 100 }),
  });
  await fc.assert(
    fc.asyncProperty(rates, fc.integer({ min: 1, max: 120 }), async (changes, questions) => {
      const { clock, ask, count } = office(changes);
      await count('leo', questions);
      for (let refusals = 0; refusals <= 2; refusals += 1) {
        const answer = await ask('leo');
        if (answer === 'yes') return;
        assert.ok(answer.retryAfterMs > 0 && Number.isInteger(answer.retryAfterMs));
        clock.advance(answer.retryAfterMs);
      }
      assert.fail('each share is named once at most');
    }),
  );
});

test('a day’s share is the most that can be used up at once, however patient somebody is', async () => {
  const { clock, ask, count } = office({ personPerDay: 30 });
  assert.equal(await count('leo', 25), 20);
  clock.advance(minute);
  assert.equal(await count('leo', 25), 10);
  const answer = await ask('leo');
  assert.ok(answer !== 'yes' && answer.whose === 'person' && answer.retryAfterMs > 40 * minute);
});

test('what was refused counts for nothing, neither for the person nor for everybody', async () => {
  const { clock, count } = office({ everybodyPerMinute: 40 });
  await count('leo', 1_000);
  assert.equal(await count('mara', 20), 20, 'everybody’s share was not used up by refusals');
  clock.advance(minute);
  assert.equal(await count('leo', 25), 20);
});

test('when everybody together asks too much, whoever comes next is told that', async () => {
  const { clock, ask, count } = office({ everybodyPerMinute: 30 });
  assert.equal((await count('leo', 20)) + (await count('mara', 20)), 30);
  assert.deepEqual(await ask('kim'), { whose: 'everybody', retryAfterMs: 2 * second });
  clock.advance(2 * second);
  assert.equal(await ask('kim'), 'yes');
});

test('a person waits for five answers at a time, or as many as the settings say, and failed ones are over too', async () => {
  for (const [changes, most] of [
    [{}, 5],
    [{ personAtOnce: 2 }, 2],
  ] as const) {
    const { admit, ask } = office(changes);
    const answers = Array.from({ length: most }, () => Promise.withResolvers<string>());
    const waiting = answers.map(({ promise }) => admit('leo', () => promise));
    assert.deepEqual(await ask('leo'), { whose: 'person_at_once', retryAfterMs: second });
    assert.equal(await ask('mara'), 'yes');
    answers[0]?.reject(new CallSummaryError('pbx_timeout', {}));
    await assert.rejects(waiting[0] ?? Promise.resolve(), { code: 'pbx_timeout' });
    assert.equal(await ask('leo'), 'yes');
    for (const { resolve } of answers) resolve('done');
    await Promise.all(waiting.slice(1));
  }
});

test('work that throws before it begins is over too', async () => {
  const { admit, ask } = office({ personAtOnce: 1 });
  const broken = () => {
    throw new TypeError('broken');
  };
  await assert.rejects(admit('leo', broken), TypeError);
  assert.equal(await ask('leo'), 'yes');
});

test('people who may ask nothing use up their own share, and nothing of everybody’s', async () => {
  const { admit, ask } = office({ everybodyPerMinute: 1 });
  const refused = () => Promise.reject(new CallSummaryError('busy', {}));
  for (let index = 0; index < 400; index += 1)
    await assert.rejects(admit(`guest ${index % 20}`, refused), { code: 'busy' });
  await assert.rejects(admit('guest 0', refused), { details: { whose: 'person', retryAfterMs: 3 * second } });
  assert.equal(await ask('leo'), 'yes');
  assert.deepEqual(await ask('mara'), { whose: 'everybody', retryAfterMs: minute });
});

test('who is refused because of everybody gets their own share back, of the minute and of the day', async () => {
  const { clock, ask, count } = office({ personPerMinute: 1, personPerDay: 2, everybodyPerMinute: 1 });
  assert.equal(await ask('mara'), 'yes');
  for (let index = 0; index < 5; index += 1)
    assert.deepEqual(await ask('leo'), { whose: 'everybody', retryAfterMs: minute });
  clock.advance(minute);
  assert.equal(await count('leo', 1), 1);
  clock.advance(minute);
  assert.equal(await count('leo', 1), 1);
});

/** Somebody with one question a minute, and everybody together with one, who asks the same again and again. */
function sharer() {
  const { clock, admit } = office({ personPerMinute: 1, everybodyPerMinute: 1 });
  const asks = (question: string, personId = 'leo', answer = async () => {}) =>
    admit(
      personId,
      async (takeShareOfAll) => {
        takeShareOfAll();
        await answer();
      },
      question,
    ).then(
      () => true,
      () => false,
    );
  return { clock, asks };
}

test('the same question again, as sharing asks it, costs nobody anything within two minutes of the last answer', async () => {
  const { clock, asks } = sharer();
  assert.equal(await asks('one call'), true);
  for (let index = 0; index < 4; index += 1) assert.equal(await asks('one call'), true);
  assert.equal(await asks('another call'), false);
  clock.advance(2 * minute - 1);
  assert.equal(await asks('one call'), true);
  clock.advance(2 * minute - 1);
  assert.equal(await asks('one call'), true);
  assert.equal(await asks('another call'), true, 'the shares had filled, and were not touched');
  clock.advance(2 * minute);
  assert.equal(await asks('one call'), true, 'as a new question');
  assert.equal(await asks('a third call'), false);
});

test('the ninth repetition is the last that costs nothing', async () => {
  const { asks } = sharer();
  assert.equal(await asks('one call'), true);
  for (let index = 0; index < 9; index += 1) assert.equal(await asks('one call'), true);
  assert.equal(await asks('one call'), false);
});

test('only an answer of one’s own is repeated at no cost', async () => {
  const { asks } = sharer();
  assert.equal(await asks('one call', 'leo', () => Promise.reject(new Error('no'))), false);
  assert.equal(await asks('one call', 'leo'), false);
  assert.equal(await asks('one call', 'mara'), false);
});

test('a repetition counts among the answers one waits for', async () => {
  const { admit } = office({ personAtOnce: 1 });
  await admit('leo', async () => {}, 'one call');
  const slow = Promise.withResolvers<void>();
  const waiting = admit('leo', () => slow.promise, 'one call');
  await assert.rejects(
    admit('leo', async () => {}, 'one call'),
    { details: { whose: 'person_at_once', retryAfterMs: second } },
  );
  slow.resolve();
  await waiting;
});

test('ten thousand answered questions are remembered; beyond them the oldest costs again', () => {
  const { answered, mayRepeat } = createRepeatedQuestions(handClock());
  for (let index = 0; index <= 10_000; index += 1) answered('leo', `call ${index}`, false);
  assert.deepEqual([mayRepeat('leo', 'call 0'), mayRepeat('leo', 'call 1')], [false, true]);
});

/** Everything a share may admit, said without one: no stretch of time holds more than a share and what flows in meanwhile. */
const isWithinShare = (admitted: readonly number[], now: number, share: number, periodMs: number) =>
  [...admitted, now].every((start) => {
    const inStretch = admitted.filter((time) => time >= start).length + 1;
    return inStretch * periodMs <= share * periodMs + share * (now - start);
  });

test('exactly as much is let in as the shares hold, whoever asks when', async () => {
  const step = fc.record({ person: fc.constantFrom('leo', 'mara', 'kim'), pauseMs: fc.nat(20 * second) });
  const rates = fc.record({
    personPerMinute: fc.constantFrom(1, 3, 5, 12),
    personPerDay: fc.constantFrom(2, 6, 20, 300),
    everybodyPerMinute: fc.constantFrom(2, 6, 15, 60),
  });
  await fc.assert(
    fc.asyncProperty(rates, fc.array(step, { maxLength: 80 }), async (changes, steps) => {
      const { clock, ask } = office(changes);
      const admitted: { person: string; at: number }[] = [];
      for (const { person, pauseMs } of steps) {
        clock.advance(pauseMs);
        const now = clock.elapsedMs();
        const own = admitted.filter((entry) => entry.person === person).map(({ at }) => at);
        const all = admitted.map(({ at }) => at);
        const expected =
          isWithinShare(own, now, changes.personPerMinute, minute) &&
          isWithinShare(own, now, changes.personPerDay, 24 * hour) &&
          isWithinShare(all, now, changes.everybodyPerMinute, minute);
        assert.equal((await ask(person)) === 'yes', expected);
        if (expected) admitted.push({ person, at: now });
      }
    }),
  );
});

test('one person’s hammering never keeps another out', async () => {
  const storm = fc.array(fc.record({ questions: fc.nat(60), pauseMs: fc.nat(10 * second) }), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(storm, async (bursts) => {
      const { clock, count, ask } = office({ everybodyPerMinute: 60 });
      for (const { questions, pauseMs } of bursts) {
        await count('leo', questions);
        clock.advance(pauseMs);
      }
      for (let index = 0; index < 20; index += 1) assert.equal(await ask('mara'), 'yes');
    }),
    { numRuns: 30 },
  );
});

test('ten thousand people are remembered; beyond them, whoever asked longest ago begins anew', async () => {
  const { ask, count } = office({ personPerMinute: 1, everybodyPerMinute: 1_000_000 });
  for (const personId of ['first', 'second', 'first']) await ask(personId);
  for (let index = 0; index < 9_999; index += 1) await ask(`person ${index}`);
  assert.equal(await count('first', 1), 0, 'still remembered');
  assert.equal(await count('second', 1), 1, 'forgotten');
});

test('whoever still waits for an answer is not forgotten', async () => {
  const { admit, ask } = office({ personPerMinute: 1, personAtOnce: 1, everybodyPerMinute: 1_000_000 });
  const slow = Promise.withResolvers<void>();
  const waiting = admit('leo', () => slow.promise);
  for (let index = 0; index < 10_001; index += 1) await ask(`person ${index}`);
  assert.deepEqual(await ask('leo'), { whose: 'person_at_once', retryAfterMs: second });
  slow.resolve();
  await waiting;
});
