import assert from 'node:assert/strict';
import { test } from 'node:test';
import { acknowledge } from '../../src/middleware/acknowledge.ts';
import { refuseWhileStopping } from '../../src/middleware/refuse-while-stopping.ts';
import { aRequest } from './a-request.ts';

for (const kind of ['command', 'shortcut', 'action'] as const) {
  test(`a ${kind} is acknowledged before anything of ours runs`, async () => {
    const { request, acks, runs } = aRequest({ kind });
    let acksBefore = 0;
    await runs(acknowledge, async () => {
      acksBefore = acks();
    });
    assert.deepEqual([acksBefore, acks(), request.acknowledgedAfterMs !== null], [1, 1, true]);
  });
}

test('a form is left to its listener, whose acknowledgement is the next view', async () => {
  const { request, acks, runs } = aRequest({ kind: 'view' });
  let isReached = false;
  await runs(acknowledge, async () => {
    isReached = true;
  });
  assert.deepEqual([isReached, acks(), request.acknowledgedAfterMs], [true, 0, null]);
});

test('while the app stops, new work is acknowledged, told to come again, and not begun', async () => {
  const { request, told, acks, runs } = aRequest();
  await runs(
    refuseWhileStopping(() => true),
    () => Promise.reject(new Error('was begun')),
  );
  assert.deepEqual([request.outcome.code, acks()], ['stopping', 1]);
  assert.match(told.join(), /just restarting/);
});

test('while the app does not stop, work goes on', async () => {
  const { told, acks, runs } = aRequest();
  await runs(refuseWhileStopping(() => false));
  assert.deepEqual([told.length, acks()], [0, 0]);
});
