import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDisplayTime, writeDisplayTime } from '../../../simulators/pbx/clock/display-time.ts';
import { createClock } from '../../../simulators/pbx/clock/index.ts';
import { bounded, call, logIn, pbxFor } from './client.ts';

const clockIn = (timeZone: string) =>
  createClock({ now: () => 0, timeZone, dateFormat: 'YYYY/MM/DD', timeFormat: 'hh:mm:ss' });

test('a time is written in each format and read back as it was', bounded, () => {
  const written: [format: string, text: string][] = [
    ['YYYY/MM/DD hh:mm:ss', '2026/05/13 22:32:34'],
    ['MM/DD/YYYY hh:mm:ss AM/PM', '05/13/2026 10:32:34 PM'],
    ['DD-MM-YYYY hh:mm:ss', '13-05-2026 22:32:34'],
  ];
  for (const [format, text] of written) {
    assert.equal(writeDisplayTime('20260513223234', format), text);
    assert.equal(readDisplayTime(text, format), '20260513223234');
  }
});

test('midnight and noon are twelve on the 12-hour clock', bounded, () => {
  const format = 'MM/DD/YYYY hh:mm:ss AM/PM';
  assert.equal(writeDisplayTime('20260513000000', format), '05/13/2026 12:00:00 AM');
  assert.equal(writeDisplayTime('20260513120000', format), '05/13/2026 12:00:00 PM');
  assert.equal(readDisplayTime('05/13/2026 12:00:00 AM', format), '20260513000000');
  assert.equal(readDisplayTime('05/13/2026 12:00:00 PM', format), '20260513120000');
  for (const wrong of ['05/13/2026 00:10:00 AM', '05/13/2026 13:00:00 PM', '05/13/2026 10:32:34']) {
    assert.equal(readDisplayTime(wrong, format), null, wrong);
  }
});

test('what is not in the format or not in the calendar is no time', bounded, () => {
  const wrong = ['', 'now', '2026/02/30 10:00:00', '2026/05/13 24:00:00', '2026/05/13 10:60:00', '2026/13/01 10:00:00'];
  const otherwise = ['2026-05-13 10:00:00', '2026/05/13', '2026/5/13 10:00:00', ' 2026/05/13 10:00:00', '1778682754'];
  for (const text of [...wrong, ...otherwise]) assert.equal(readDisplayTime(text, 'YYYY/MM/DD hh:mm:ss'), null, text);
});

test('a clock finds the moment of its digits again, on both sides of summer time', bounded, () => {
  for (const timeZone of ['+08:00', '-05:30', 'Europe/Lisbon', 'Australia/Lord_Howe', 'America/New_York']) {
    const clock = clockIn(timeZone);
    for (const moment of [Date.UTC(2026, 0, 5, 23, 30), Date.UTC(2026, 6, 5, 0, 30), Date.UTC(2026, 2, 8, 7, 30)]) {
      assert.equal(clock.momentOf(clock.digitsAt(moment)), moment, timeZone);
    }
  }
  assert.equal(clockIn('Europe/Lisbon').digitsAt(Date.UTC(2026, 6, 5, 23, 30)), '20260706003000');
});

test('a PBX tells its zone and formats in system/information, and the same moment in UTC', bounded, async (t) => {
  const now = () => Date.UTC(2026, 6, 5, 23, 4, 5);
  const settings = { now, timeZone: 'Europe/Lisbon', dateFormat: 'MM/DD/YYYY', timeFormat: 'hh:mm:ss AM/PM' } as const;
  const pbx = await pbxFor(t, settings);
  const { token } = await logIn(pbx);
  const { data } = await call(pbx, 'system/information', { token });
  const { system_time, system_date_format, system_time_format, timestamp } = data as Record<string, unknown>;
  assert.equal(system_time, '07/06/2026 12:04:05 AM');
  assert.deepEqual([system_date_format, system_time_format], ['MM/DD/YYYY', 'hh:mm:ss AM/PM']);
  assert.equal(timestamp, now() / 1_000);
});

test('a zone nobody knows keeps the PBX from starting', bounded, async (t) => {
  await assert.rejects(pbxFor(t, { timeZone: 'Moon/Tranquility' }), RangeError);
});
