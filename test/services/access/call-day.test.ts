import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callDayOf, isRealDay } from '../../../src/services/access/call-day.ts';

test('a leg id spells the day of its call in the calendar of the phone system', () => {
  assert.equal(callDayOf('20260513223234-3EE9E'), '2026-05-13');
  assert.equal(callDayOf('20260228235959-00000'), '2026-02-28');
  assert.equal(callDayOf('20240229000000-abcde'), '2024-02-29');
});

test('an id that spells no day that exists has none', () => {
  const odd = [
    '',
    '20260230223234-3EE9E',
    '20250229000000-3EE9E',
    '20261301000000-3EE9E',
    '20260500000000-3EE9E',
    '2026051322323-3EE9E',
    '202605132232344-3EE9E',
    '20260513223234-3EE9',
    '20260513223234-3EE9EE',
    '202605132232343EE9E',
    'x20260513223234-3EE9E',
    '20260513223234-3EE9E\n',
    'call-123456-x',
  ];
  for (const id of odd) assert.equal(callDayOf(id), null, id);
});

test('a day is written with year, month and day, and exists', () => {
  for (const day of ['2026-03-01', '2024-02-29', '1999-12-31']) assert.equal(isRealDay(day), true, day);
  for (const text of [
    '',
    '2026-3-1',
    '2026-02-29',
    '2026-13-01',
    '01.03.2026',
    '2026-03-01T00:00',
    '20260301',
    '2026-00-10',
    '2026-03',
    '+010000-01-01',
    '2026-03-01 ',
  ])
    assert.equal(isRealDay(text), false, text);
});
