import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createReadiness } from '../../src/transports/readiness.ts';

test('an app is not ready while it starts, is ready once it says so, and not while it is disconnected', () => {
  const readiness = createReadiness();
  assert.equal(readiness.isReady(), false);
  readiness.set('ready');
  assert.equal(readiness.isReady(), true);
  readiness.set('disconnected');
  assert.equal(readiness.isReady(), false);
  readiness.set('ready');
  assert.equal(readiness.isReady(), true);
});

test('an app that stops is not ready any more, whatever its connection says later', () => {
  const readiness = createReadiness();
  readiness.set('ready');
  assert.equal(readiness.isStopping(), false);
  readiness.set('stopping');
  readiness.set('ready');
  assert.deepEqual([readiness.isReady(), readiness.isStopping()], [false, true]);
});
