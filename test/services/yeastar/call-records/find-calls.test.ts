import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { minute, second } from '../hand-clock.ts';
import { always, answering, assertFails, bounded, hungUp } from '../support.ts';
import {
  aroundMoment,
  documentedLeg,
  documentedWindow,
  findDocumented,
  holding,
  lastQuery,
  legsIn,
  openCallLine,
  rowOf,
} from './support.ts';

test('the calls of a window are found, and nothing of what was said in them', bounded, async (t) => {
  const line = await openCallLine(t);
  const found = await findDocumented(line);
  const [call] = found.calls;
  assert.deepEqual(legsIn(found), [documentedLeg]);
  assert.deepEqual(call?.startedAt, new Date('2026-05-13T14:32:34Z'));
  assert.equal(call.direction, 'inbound');
  assert.equal(call.extensionNumbers[0], '3202');
  assert.match(call.to, /3202/);
  assert.ok((call.durationSeconds ?? 0) > 0);
  assert.equal(found.isCut, false);
  assert.doesNotMatch(inspect(found, { depth: Infinity }), /Call Summary|<p>|Good morning/);
});

test('the file is asked for with local times, and fetched with the token', bounded, async (t) => {
  const line = await openCallLine(t);
  await findDocumented(line);
  assert.deepEqual(lastQuery(line, 'cdr/aidownload'), {
    start_time: '2026/05/13 22:31:34',
    end_time: '2026/05/13 22:33:34',
  });
  assert.deepEqual(
    line.pbx.requests.map(({ endpoint }) => endpoint),
    ['get_token', 'system/information', 'cdr/aidownload', 'api/download'],
  );
  await hungUp(line);
});

const zones = ['+00:00', '+08:00', '-05:00', '+05:30', '+05:45', '-03:30', '+12:45', '-12:00', '+14:00'] as const;
const dateFormats = ['YYYY/MM/DD', 'MM/DD/YYYY', 'DD/MM/YYYY', 'YYYY-MM-DD', 'MM-DD-YYYY', 'DD-MM-YYYY'] as const;
const clocks = zones.map((timeZone, index) => ({
  timeZone,
  dateFormat: dateFormats[index % dateFormats.length] ?? 'YYYY/MM/DD',
  timeFormat: index % 2 === 0 ? ('hh:mm:ss AM/PM' as const) : ('hh:mm:ss' as const),
}));

for (const pbx of clocks)
  test(`a PBX at ${pbx.timeZone} that writes ${pbx.dateFormat} ${pbx.timeFormat} is understood`, bounded, async (t) => {
    const { phoneSystem } = await openCallLine(t, { pbx });
    const start = new Date(`2026-05-13T22:32:34${pbx.timeZone}`);
    const found = await phoneSystem.findCalls(aroundMoment(start, second));
    assert.deepEqual(legsIn(found), [documentedLeg]);
    assert.deepEqual(found.calls[0]?.startedAt, start);
    const before = { from: new Date(start.getTime() - minute), until: new Date(start.getTime() - second) };
    assert.deepEqual(await phoneSystem.findCalls(before), { calls: [], isCut: false });
  });

test('a zone with summer time has the offset of now', bounded, async (t) => {
  for (const [now, utc] of [
    ['2026-07-01T12:00:00Z', '2026-05-13T21:32:34.000Z'],
    ['2026-12-01T12:00:00Z', '2026-05-13T22:32:34.000Z'],
  ] as const) {
    const line = await openCallLine(t, { pbx: { timeZone: 'Europe/Lisbon', now: () => Date.parse(now) } });
    const { calls } = await line.phoneSystem.findCalls(aroundMoment(new Date(utc), second));
    assert.equal(calls[0]?.startedAt?.toISOString(), utc);
  }
});

/** An answer about the clock of a PBX at UTC+8, with these changes. */
const clockAnswer = (changes: object) =>
  answering({
    system_time: '2025/08/22 16:44:40',
    system_date_format: 'YYYY/MM/DD',
    system_time_format: 'hh:mm:ss',
    timestamp: 1755852280,
    ...changes,
  });

const tolerated = [
  { what: 'a second apart from its time stamp', changes: { system_time: '2025/08/22 16:44:41' } },
  { what: 'whose time stamp is a text', changes: { timestamp: '1755852280' } },
  { what: 'whose time stamp counts milliseconds', changes: { timestamp: 1755852280000 } },
  { what: 'that does not name its time format', changes: { system_time_format: undefined } },
  { what: 'that names its date format in small letters', changes: { system_date_format: 'yyyy/mm/dd' } },
];

for (const { what, changes } of tolerated)
  test(`a clock ${what} is understood`, bounded, async (t) => {
    const line = await openCallLine(t);
    line.pbx.script('system/information', clockAnswer(changes));
    assert.deepEqual(legsIn(await findDocumented(line)), [documentedLeg]);
  });

test('a twelve-hour clock is known by its own time of day', bounded, async (t) => {
  const line = await openCallLine(t, { pbx: { timeFormat: 'hh:mm:ss AM/PM' } });
  line.pbx.script('system/information', clockAnswer({ system_time: '2025/08/22 04:44:40 PM' }));
  assert.deepEqual(legsIn(await findDocumented(line)), [documentedLeg]);
  assert.equal(lastQuery(line, 'cdr/aidownload').start_time, '2026/05/13 10:31:34 PM');
});

const notUnderstood = [
  { changes: { system_date_format: 'D MMMM YYYY' }, fault: 'system_date_format' },
  { changes: { system_date_format: '' }, fault: 'system_date_format' },
  { changes: { system_date_format: undefined }, fault: 'data.system_date_format' },
  { changes: { system_time: 'noon' }, fault: 'system_time' },
  { changes: { system_time: '2025/08/23 16:44:40' }, fault: 'system_time' },
  { changes: { system_time: undefined }, fault: 'data.system_time' },
  { changes: { timestamp: 0 }, fault: 'data.timestamp' },
  { changes: { timestamp: undefined }, fault: 'data.timestamp' },
];

for (const { changes, fault } of notUnderstood)
  test(`a clock with ${inspect(changes)} is not guessed at`, bounded, async (t) => {
    const line = await openCallLine(t);
    line.pbx.script('system/information', clockAnswer(changes));
    await assertFails(findDocumented(line), 'pbx_unexpected', { fault });
    assert.equal(line.pbx.count('cdr/aidownload'), 0);
    assert.deepEqual(legsIn(await findDocumented(line)), [documentedLeg], 'and is asked for again');
  });

test('the PBX is asked for its clock every ten minutes at most', bounded, async (t) => {
  const line = await openCallLine(t);
  await findDocumented(line);
  line.clock.advance(10 * minute - 1);
  await findDocumented(line);
  assert.equal(line.pbx.count('system/information'), 1);
  line.clock.advance(1);
  await findDocumented(line);
  assert.equal(line.pbx.count('system/information'), 2);
  assert.equal(line.pbx.count('cdr/aidownload'), 3);
});

test('a hundred people who want the same window cause one file', bounded, async (t) => {
  const line = await openCallLine(t);
  const all = await Promise.all(Array.from({ length: 100 }, () => findDocumented(line)));
  assert.deepEqual(new Set(all.map((found) => legsIn(found).join())), new Set([documentedLeg]));
  assert.equal(line.pbx.count('cdr/aidownload'), 1);
  const longer = { ...documentedWindow, from: new Date(0) };
  const later = { ...documentedWindow, until: new Date(Date.UTC(2026, 11)) };
  await Promise.all([documentedWindow, longer, later].map((window) => line.phoneSystem.findCalls(window)));
  assert.equal(line.pbx.count('cdr/aidownload'), 4, 'but another window is another file');
});

test('a window without calls has none, whichever way the PBX says so', bounded, async (t) => {
  const line = await openCallLine(t);
  line.pbx.script('cdr/aidownload', { kind: 'errcode', errcode: 60001 });
  assert.deepEqual(await findDocumented(line), { calls: [], isCut: false });
  line.pbx.script('api/download', { kind: 'errcode', errcode: 60001 });
  assert.deepEqual(await findDocumented(line), { calls: [], isCut: false });
  for (const file of ['[]', ' [\n] ', '\uFEFF[]']) {
    line.pbx.script('api/download', holding(file));
    assert.deepEqual(await findDocumented(line), { calls: [], isCut: false });
  }
});

for (const errcode of [10001, 10002, 10003, 10005, 10009, 70084, 70123, 70132])
  test(`errcode ${errcode} means that this PBX is not set up for lists`, bounded, async (t) => {
    for (const endpoint of ['system/information', 'cdr/aidownload', 'api/download'] as const) {
      const line = await openCallLine(t);
      line.pbx.script(endpoint, { kind: 'errcode', errcode });
      await assertFails(findDocumented(line), 'pbx_not_set_up', { errcode });
    }
  });

test('a refusal nobody has a better word for is said as it is', bounded, async (t) => {
  const line = await openCallLine(t);
  line.pbx.script('cdr/aidownload', { kind: 'errcode', errcode: 40001 });
  await assertFails(findDocumented(line), 'pbx_refused', { errcode: 40001 });
});

test('a token that expires between the two questions is replaced once', bounded, async (t) => {
  const line = await openCallLine(t);
  line.pbx.script('api/download', { kind: 'errcode', errcode: 10004 });
  assert.deepEqual(legsIn(await findDocumented(line)), [documentedLeg]);
  assert.equal(line.pbx.count('api/download'), 2);
  line.pbx.script('api/download', { kind: 'errcode', errcode: 10004 }, always);
  await assertFails(findDocumented(line), 'pbx_token_rejected');
});

test('an address that is blocked during a download is not used again', bounded, async (t) => {
  const line = await openCallLine(t);
  line.pbx.script('api/download', { kind: 'errcode', errcode: 70004 });
  await assertFails(findDocumented(line), 'pbx_address_blocked');
  const asked = line.pbx.count('*');
  await assertFails(findDocumented(line), 'pbx_address_blocked');
  assert.equal(line.pbx.count('*'), asked);
});

test('odd rows do not hide the others', bounded, async (t) => {
  const line = await openCallLine(t);
  const odd = [null, 7, 'row', [], {}, [[]], { leg_id: 5 }, { leg_id: '20260513223234-00009' }];
  line.pbx.script('api/download', holding([...odd, rowOf(1), rowOf(2, { ai_summary: '' }), rowOf(3)]));
  assert.deepEqual(legsIn(await findDocumented(line)), ['20260513223234-00001', '20260513223234-00003']);
});

test('the oddest calls of a week are calls all the same', bounded, async (t) => {
  const now = Date.UTC(2026, 5, 1);
  const { phoneSystem, pbx } = await openCallLine(t, { pbx: { now: () => now, recentCalls: 200 } });
  const { calls, isCut } = await phoneSystem.findCalls({
    from: new Date(now - 8 * 24 * 60 * minute),
    until: new Date(now),
  });
  assert.equal(isCut, false);
  assert.ok(calls.length > 150, `${calls.length} of ${pbx.recentCalls.length}`);
  for (const { cdrId, from, to, extensionNumbers, startedAt } of calls) {
    assert.ok(from.length <= 200 && to.length <= 200 && extensionNumbers.length > 0, cdrId);
    assert.ok(startedAt !== null && startedAt.getTime() <= now, cdrId);
  }
});
