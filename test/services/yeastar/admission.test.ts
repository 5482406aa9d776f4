import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAdmission } from '../../../src/services/yeastar/admission.ts';

test('as many are let in as there are places, and the next one hears "busy" at once', async () => {
  const { admit } = createAdmission(2);
  const gate = Promise.withResolvers<string>();
  const inside = [admit(() => gate.promise), admit(() => gate.promise)];
  await assert.rejects(
    admit(() => assert.fail('nobody lets this one in')),
    { code: 'busy' },
  );
  gate.resolve('done');
  assert.deepEqual(await Promise.all(inside), ['done', 'done']);
});

test('a place is free again after a success and after a failure', async () => {
  const { admit } = createAdmission(1);
  for (let round = 0; round < 3; round += 1) {
    assert.equal(await admit(async () => round), round);
    await assert.rejects(
      admit(() => Promise.reject(new Error('no'))),
      /no/,
    );
  }
});

test('work that fails before it begins gives its place back too', async () => {
  const { admit } = createAdmission(1);
  const stumble = () => {
    throw new Error('stumbled');
  };
  await assert.rejects(admit(stumble), /stumbled/);
  assert.equal(await admit(async () => 'in'), 'in');
});
