import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type DisplayFormat,
  displayFormatOf,
  readWallTime,
  writeWallTime,
} from '../../../src/services/yeastar/display-format.ts';

const orders = ['YYYY MM DD', 'MM DD YYYY', 'DD MM YYYY'];
const dateFormats = orders.flatMap((order) => ['/', '-', '.'].map((separator) => order.replaceAll(' ', separator)));

function formatFor(dateFormat: string, isTwelveHour = false): DisplayFormat {
  const format = displayFormatOf(dateFormat, isTwelveHour);
  assert.ok(format !== null, dateFormat);
  return format;
}

const evening = new Date('2026-05-13T22:32:34Z');

const spellings = [
  { dateFormat: 'YYYY/MM/DD', isTwelveHour: false, written: '2026/05/13 22:32:34' },
  { dateFormat: 'YYYY/MM/DD', isTwelveHour: true, written: '2026/05/13 10:32:34 PM' },
  { dateFormat: 'MM/DD/YYYY', isTwelveHour: false, written: '05/13/2026 22:32:34' },
  { dateFormat: 'MM/DD/YYYY', isTwelveHour: true, written: '05/13/2026 10:32:34 PM' },
  { dateFormat: 'DD/MM/YYYY', isTwelveHour: false, written: '13/05/2026 22:32:34' },
  { dateFormat: 'YYYY-MM-DD', isTwelveHour: false, written: '2026-05-13 22:32:34' },
  { dateFormat: 'DD-MM-YYYY', isTwelveHour: true, written: '13-05-2026 10:32:34 PM' },
  { dateFormat: 'dd.mm.yyyy', isTwelveHour: false, written: '13.05.2026 22:32:34' },
];

for (const { dateFormat, isTwelveHour, written } of spellings)
  test(`a PBX set to ${dateFormat} and ${isTwelveHour ? '12' : '24'} hours writes ${written}`, () => {
    const format = formatFor(dateFormat, isTwelveHour);
    assert.equal(writeWallTime(evening, format), written);
    assert.deepEqual(readWallTime(written, format), evening);
  });

test('midnight is 12 AM and noon is 12 PM on a twelve-hour clock', () => {
  const format = formatFor('YYYY/MM/DD', true);
  for (const [time, written] of [
    ['00:00:00', '12:00:00 AM'],
    ['00:30:00', '12:30:00 AM'],
    ['11:59:59', '11:59:59 AM'],
    ['12:00:00', '12:00:00 PM'],
    ['12:30:00', '12:30:00 PM'],
    ['13:00:00', '01:00:00 PM'],
    ['23:59:59', '11:59:59 PM'],
  ]) {
    const wall = new Date(`2026-05-13T${time}Z`);
    assert.equal(writeWallTime(wall, format), `2026/05/13 ${written}`);
    assert.deepEqual(readWallTime(`2026/05/13 ${written}`, format), wall);
  }
});

test('every second of many years is read as it was written, in every format', () => {
  const seconds = fc.integer({ min: Date.UTC(1980, 0) / 1000, max: Date.UTC(2200, 0) / 1000 });
  fc.assert(
    fc.property(seconds, fc.constantFrom(...dateFormats), fc.boolean(), (second, dateFormat, isTwelveHour) => {
      const format = formatFor(dateFormat, isTwelveHour);
      const wall = new Date(second * 1000);
      assert.deepEqual(readWallTime(writeWallTime(wall, format), format), wall);
    }),
    { numRuns: 2_000 },
  );
});

test('no text makes the reader of times fail, and what it reads is a true date', () => {
  const digits = fc.stringMatching(/^[0-9/.: APM-]{0,24}$/);
  fc.assert(
    fc.property(fc.oneof(digits, fc.string()), fc.constantFrom(...dateFormats), (text, dateFormat) => {
      const wall = readWallTime(text, formatFor(dateFormat));
      assert.ok(wall === null || Number.isFinite(wall.getTime()));
    }),
    { numRuns: 2_000 },
  );
});

test('a date that begins with its year is read whatever the format says', () => {
  for (const dateFormat of dateFormats)
    for (const text of ['2026/05/13 22:32:34', '2026-05-13 22:32:34', '2026-05-13T22:32:34', '2026/05/13 10:32:34 pm'])
      assert.deepEqual(readWallTime(text, formatFor(dateFormat)), evening, `${text} under ${dateFormat}`);
});

test('4 May and 5 April are told apart by the format alone', () => {
  const read = (dateFormat: string) => readWallTime('04/05/2026 08:00:00', formatFor(dateFormat))?.toISOString();
  assert.equal(read('MM/DD/YYYY'), '2026-04-05T08:00:00.000Z');
  assert.equal(read('DD/MM/YYYY'), '2026-05-04T08:00:00.000Z');
  assert.equal(read('YYYY/MM/DD'), undefined);
});

const noTimes = [
  '2026/02/30 10:00:00',
  '2026/13/01 10:00:00',
  '2026/00/10 10:00:00',
  '2026/05/13 24:00:00',
  '2026/05/13 10:60:00',
  '2026/05/13 13:00:00 PM',
  '2026/05-13 10:00:00',
  '26/05/13 10:00:00',
  '0099/05/13 10:00:00',
  '2026/05/13',
  '10:00:00',
  '1778682824',
  'yesterday',
  '',
];

for (const text of noTimes)
  test(`"${text}" is no time`, () => assert.equal(readWallTime(text, formatFor('YYYY/MM/DD')), null));

for (const dateFormat of ['', 'YYYY', 'YYYY/DD/MM', 'MM/DD/YY', 'YYYY/MM-DD', 'DD MMM YYYY', 'YYYYMMDD', '/'])
  test(`"${dateFormat}" is a date format we do not know`, () => assert.equal(displayFormatOf(dateFormat, false), null));
