import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { CallSummaryError } from '../../../src/errors.ts';
import type { RecordedCalls } from '../../../src/services/phone-system.ts';
import { hour, minute, second } from '../yeastar/hand-clock.ts';
import { call, callAgo, cut, leo, listed, mara, now, settle, switchboard, wish } from './switchboard.ts';

const hoursLong = ({ from, until }: { from: Date; until: Date }) => (until.getTime() - from.getTime()) / hour;
const stillFetching = { calls: [], more: 0, state: 'still_fetching', isCut: false, window: null, timeZone: null };
const timeout = () => new CallSummaryError('pbx_timeout', {});

test('the last seven days are asked for once, however many people ask', async () => {
  const { recentCalls, asked } = switchboard(() => listed(call()));
  const answers = await Promise.all([leo, mara, leo].map((reader) => recentCalls.offered(reader, wish())));
  assert.deepEqual(
    answers.map(({ state, calls }) => [state, calls.length]),
    [
      ['complete', 1],
      ['complete', 1],
      ['complete', 1],
    ],
  );
  assert.equal(asked.length, 1);
  assert.equal(asked[0]?.from.getTime(), now.getTime() - 7 * 24 * hour);
  assert.ok((asked[0]?.until ?? now) > now, 'a phone system whose clock is ahead loses no call');
});

test('a list of the last minute is as good as new, an older one is shown while a new one is fetched', async () => {
  let lists = 0;
  const { recentCalls, clock, asked } = switchboard(() =>
    listed(...Array.from({ length: ++lists }, (_, i) => callAgo(i))),
  );
  const count = async () => (await recentCalls.offered(leo, wish())).calls.length;
  assert.equal(await count(), 1);
  clock.advance(59 * second);
  assert.equal(await count(), 1);
  assert.equal(asked.length, 1);
  clock.advance(second);
  assert.equal(await count(), 1, 'the old list, at once');
  await settle();
  assert.equal(asked.length, 2);
  assert.equal(await count(), 2, 'the list that was fetched meanwhile');
  clock.advance(5 * minute);
  assert.equal(await count(), 3, 'a list of five minutes ago is shown to nobody');
});

test('an old list is shown while the phone system fails, and for no longer than five minutes', async () => {
  let isBroken = false;
  const { recentCalls, clock, failures } = switchboard(() => (isBroken ? timeout() : listed(call())));
  const state = async () => (await recentCalls.offered(leo, wish())).state;
  await state();
  isBroken = true;
  clock.advance(2 * minute);
  assert.equal(await state(), 'complete');
  await settle();
  assert.equal(failures.length, 1);
  clock.advance(3 * minute);
  assert.equal(await state(), 'failed');
});

test('whoever asks a slow phone system is told so after two and a half seconds, and the next question finds the list', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const slow = Promise.withResolvers<RecordedCalls>();
  const { recentCalls, asked } = switchboard(() => slow.promise);
  const first = recentCalls.offered(leo, wish());
  await settle();
  t.mock.timers.tick(2_499);
  await settle();
  assert.equal(inspect(first).includes('pending'), true, 'for two and a half seconds there is hope');
  t.mock.timers.tick(1);
  assert.deepEqual(await first, stillFetching);
  const second = recentCalls.offered(leo, wish());
  slow.resolve(listed(call()));
  assert.equal((await second).state, 'complete');
  assert.equal(asked.length, 1);
});

test('an answer in time leaves nothing behind that keeps the process from ending', async () => {
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  const before = timers();
  await switchboard(() => listed(call())).recentCalls.offered(leo, wish());
  assert.equal(timers(), before);
});

test('rights that take too long are waited for no longer than a list', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { recentCalls } = switchboard(() => listed(call()), { mayList: () => new Promise(() => undefined) });
  const answer = recentCalls.offered(leo, wish());
  t.mock.timers.tick(2_500);
  assert.equal((await answer).state, 'still_fetching');
});

test('a phone system that gives no list is not asked again for ten minutes, for whatever time', async () => {
  for (const errcode of [10001, 10003, 10005]) {
    const refusal = new CallSummaryError('pbx_not_set_up', { errcode });
    const { recentCalls, clock, asked, failures } = switchboard(() => refusal);
    const state = async (near: Date | null = null) => (await recentCalls.offered(leo, wish({ near }))).state;
    assert.equal(await state(), 'not_offered');
    assert.equal(await state(new Date('2026-01-01T12:00:00Z')), 'not_offered');
    clock.advance(10 * minute - second);
    assert.equal(await state(), 'not_offered');
    assert.deepEqual([asked.length, failures], [1, [refusal]]);
    clock.advance(second + 15 * second);
    await state();
    assert.equal(asked.length, 2);
  }
});

test('any other failure is remembered for a quarter of a minute', async () => {
  for (const thrown of [
    timeout(),
    new CallSummaryError('busy', {}),
    new CallSummaryError('pbx_refused', { errcode: 40001 }),
    new TypeError('a mistake of ours'),
  ]) {
    const { recentCalls, clock, asked, failures } = switchboard(() => thrown);
    const state = async () => (await recentCalls.offered(leo, wish())).state;
    assert.equal(await state(), 'failed');
    clock.advance(14 * second);
    assert.equal(await state(), 'failed');
    assert.deepEqual([asked.length, failures], [1, [thrown]]);
    clock.advance(second);
    await state();
    assert.equal(asked.length, 2);
  }
});

test('a phone system with too many calls is asked for less, and that is remembered for an hour', async () => {
  const { recentCalls, clock, asked } = switchboard((window) => (hoursLong(window) > 7 ? cut(call()) : listed(call())));
  const { isCut, window } = await recentCalls.offered(leo, wish());
  assert.equal(isCut, false);
  assert.equal(window?.from.getTime(), now.getTime() - 6 * hour);
  assert.deepEqual(
    asked.map((window) => Math.floor(hoursLong(window))),
    [168, 24, 6],
  );
  clock.advance(59 * minute);
  await recentCalls.offered(leo, wish());
  assert.equal(asked.length, 4);
  clock.advance(minute);
  await recentCalls.offered(leo, wish());
  await settle();
  assert.equal(asked.length, 7, 'after an hour it may have become calm');
});

test('where even six hours hold too many calls, some are shown and that is said', async () => {
  const { recentCalls, asked } = switchboard(() => cut(callAgo(1)));
  const { calls, isCut } = await recentCalls.offered(leo, wish());
  assert.deepEqual([calls.length, isCut, asked.length], [1, true, 3]);
});

test('for an old message the day around it is looked through, which messages of the same hour share', async () => {
  const { recentCalls, asked } = switchboard(() => listed(call()));
  const near = (time: string) => recentCalls.offered(leo, wish({ near: new Date(time) }));
  await near('2026-03-01T10:05:00Z');
  await near('2026-03-01T10:55:00Z');
  assert.deepEqual(asked, [{ from: new Date('2026-02-28T22:30:00Z'), until: new Date('2026-03-01T22:30:00Z') }]);
});

test('for a message of this week the recent calls are enough, unless they had to be narrowed', async () => {
  const near = new Date(now.getTime() - 50 * hour);
  const calm = switchboard(() => listed(call()));
  await calm.recentCalls.offered(leo, wish({ near }));
  assert.equal(calm.asked.length, 1);
  const busy = switchboard((window) => (hoursLong(window) > 25 ? cut() : listed(call())));
  const { window } = await busy.recentCalls.offered(leo, wish({ near }));
  assert.equal(busy.asked.length, 3);
  assert.ok(window !== null && window.from < near && near < window.until);
});

test('a moment that is none counts as no moment', async () => {
  const { recentCalls, asked } = switchboard(() => listed(callAgo(1), callAgo(2)));
  const { calls } = await recentCalls.offered(leo, wish({ near: new Date('no date') }));
  assert.deepEqual([calls.length, asked.length], [2, 1]);
});

test('one list is fetched at a time; the others wait their turn, also behind one that fails', async () => {
  const gates = [1, 2, 3].map(() => Promise.withResolvers<RecordedCalls>());
  const { recentCalls, asked } = switchboard(() => gates[asked.length - 1]?.promise ?? listed());
  const answers = [1, 2, 3].map((day) =>
    recentCalls.offered(leo, wish({ near: new Date(Date.UTC(2026, 0, day)) })).then(({ state }) => state),
  );
  await settle();
  assert.equal(asked.length, 1);
  gates[0]?.reject(timeout());
  await settle();
  assert.equal(asked.length, 2);
  gates[1]?.resolve(listed(call()));
  await settle();
  assert.equal(asked.length, 3);
  gates[2]?.resolve(listed(call()));
  assert.deepEqual(await Promise.all(answers), ['failed', 'complete', 'complete']);
});

test('a list that waited behind a refusal is not asked for any more', async () => {
  const gate = Promise.withResolvers<RecordedCalls>();
  const { recentCalls, asked } = switchboard(() => gate.promise);
  const answers = [1, 2].map((day) => recentCalls.offered(leo, wish({ near: new Date(Date.UTC(2026, 0, day)) })));
  await settle();
  gate.reject(new CallSummaryError('pbx_not_set_up', { errcode: 20004 }));
  for (const { state } of await Promise.all(answers)) assert.equal(state, 'not_offered');
  assert.equal(asked.length, 1);
});

test('a zone that is not known in time leaves times in UTC; the calls are there', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { recentCalls } = switchboard(() => listed(call()), { timeZoneOf: () => new Promise(() => undefined) });
  const answer = recentCalls.suggested(leo, wish());
  await settle();
  t.mock.timers.tick(2_000);
  const { state, timeZone, calls } = await answer;
  assert.deepEqual([state, timeZone, calls.length], ['complete', null, 1]);
});

test('a zone that nobody can tell leaves times in UTC', async () => {
  const { recentCalls } = switchboard(() => listed(call()), { timeZoneOf: () => Promise.reject(new Error('no zone')) });
  assert.deepEqual((await recentCalls.offered(leo, wish())).timeZone, null);
});

test('six lists are kept, and the recent calls among them for good', async () => {
  const { recentCalls, asked } = switchboard(() => listed(call()));
  const near = (day: number) => recentCalls.offered(leo, wish({ near: new Date(Date.UTC(2026, 0, day)) }));
  await recentCalls.offered(leo, wish());
  for (let day = 1; day <= 5; day += 1) await near(day);
  await near(1);
  assert.equal(asked.length, 6);
  await near(6);
  await near(2);
  await recentCalls.offered(leo, wish());
  assert.equal(asked.length, 7, 'all but the oldest are still there');
  await near(1);
  assert.equal(asked.length, 8);
});

test('behind a phone system that never answers six lists are waited for, not more', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { recentCalls, asked } = switchboard(() => new Promise(() => undefined));
  const answers = Array.from({ length: 28 }, (_, day) =>
    recentCalls.offered(leo, wish({ near: new Date(Date.UTC(2026, 0, day + 1)) })),
  );
  await settle();
  assert.equal((await recentCalls.offered(leo, wish())).state, 'still_fetching', 'at once, with no place to wait');
  t.mock.timers.tick(2_500);
  await Promise.all(answers);
  assert.equal(asked.length, 1);
});
