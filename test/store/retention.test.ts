import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startRetention } from '../../src/store/retention.ts';
import type { AuditLog } from '../../src/store/store.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** A log that only notes what it is asked to forget. */
function forgetfulLog(forget: (date: Date) => Promise<number>): AuditLog {
  const unasked = () => assert.fail('nobody asks for this');
  return { forgetBefore: forget, record: unasked, read: unasked, verify: unasked };
}

test('what is older than the given days is forgotten at once and every day, until it is stopped', (t) => {
  const start = Date.UTC(2026, 4, 13, 12);
  t.mock.timers.enable({ apis: ['setInterval', 'Date'], now: start });
  const asked: number[] = [];
  const audit = forgetfulLog(async (date) => asked.push(date.getTime()));
  const retention = startRetention(audit, 400, assert.ifError);
  assert.deepEqual(asked, [start - 400 * dayMs]);
  t.mock.timers.tick(dayMs);
  assert.deepEqual(asked, [start - 400 * dayMs, start - 399 * dayMs]);
  retention.stop();
  t.mock.timers.tick(3 * dayMs);
  assert.equal(asked.length, 2);
});

test('a day on which it fails is told, and the next day is tried again', async (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] });
  const told: unknown[] = [];
  const failure = new Error('locked');
  const retention = startRetention(
    forgetfulLog(() => Promise.reject(failure)),
    400,
    (thrown) => told.push(thrown),
  );
  t.mock.timers.tick(dayMs);
  await new Promise(setImmediate);
  assert.deepEqual(told, [failure, failure]);
  retention.stop();
});
