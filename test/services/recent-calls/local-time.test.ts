import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createZoneClock } from '../../../src/services/recent-calls/local-time.ts';

const shown = (timeZone: string | null, time: string) => {
  const { year, month, day, weekday, hour, minute } = createZoneClock(timeZone).at(new Date(time));
  return [year, month, day, weekday, hour, minute].join(' ');
};

test('clocks show the time of their zone, in summer and in winter', () => {
  assert.equal(shown('Europe/Amsterdam', '2026-05-13T22:33:44Z'), '2026 5 14 4 0 33');
  assert.equal(shown('Europe/Amsterdam', '2026-01-13T22:33:44Z'), '2026 1 13 2 23 33');
  assert.equal(shown('America/New_York', '2026-01-01T04:59:00Z'), '2025 12 31 3 23 59');
  assert.equal(shown('Asia/Kathmandu', '2026-05-13T18:14:59Z'), '2026 5 13 3 23 59');
  assert.equal(shown('Asia/Kathmandu', '2026-05-13T18:15:00Z'), '2026 5 14 4 0 0');
});

test('the hour in which clocks are put back is told right before and after', () => {
  assert.equal(shown('Europe/Amsterdam', '2026-10-25T00:59:59Z'), '2026 10 25 0 2 59');
  assert.equal(shown('Europe/Amsterdam', '2026-10-25T01:00:00Z'), '2026 10 25 0 2 0');
});

test('a zone that changes its clocks at half past an hour is told right as well', () => {
  const clock = createZoneClock('Australia/Lord_Howe');
  const minutes = ['15:00', '15:29', '15:30', '15:59'].map((time) => clock.at(new Date(`2026-10-03T${time}:00Z`)));
  assert.deepEqual(
    minutes.map(({ hour, minute }) => `${hour}:${minute}`),
    ['1:30', '1:59', '2:30', '2:59'],
  );
});

test('a zone that nobody knows, or none, is UTC, and that can be seen', () => {
  for (const zone of [null, '', 'Not/AZone', '../etc/passwd']) {
    assert.equal(shown(zone, '2026-05-13T22:33:44Z'), '2026 5 13 3 22 33');
    assert.equal(createZoneClock(zone).isFallback, true);
  }
  assert.equal(createZoneClock('UTC').isFallback, false);
});

test('the short cut by quarters of an hour is never wrong', () => {
  const zones = ['Europe/Amsterdam', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia'];
  const moments = fc.date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
  for (const timeZone of zones) {
    const clock = createZoneClock(timeZone);
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
    fc.assert(
      fc.property(moments, (moment) => {
        const { year, month, day, hour, minute } = clock.at(moment);
        const two = (digits: number) => String(digits).padStart(2, '0');
        assert.equal(`${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`, format.format(moment));
      }),
    );
  }
});
