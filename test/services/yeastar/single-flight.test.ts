import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSingleFlight } from '../../../src/services/yeastar/single-flight.ts';

test('all who ask for the same thing while it is under way get the one answer', async () => {
  const fly = createSingleFlight<number>();
  const gate = Promise.withResolvers<number>();
  let flights = 0;
  const work = () => {
    flights += 1;
    return gate.promise;
  };
  const answers = Array.from({ length: 100 }, () => fly('same', work));
  gate.resolve(7);
  assert.deepEqual(new Set(await Promise.all(answers)), new Set([7]));
  assert.equal(flights, 1);
});

test('different things are asked for side by side', async () => {
  const fly = createSingleFlight<string>();
  const echo = (key: string) => fly(key, async () => key);
  assert.deepEqual(await Promise.all([echo('one'), echo('two')]), ['one', 'two']);
});

test('nothing is kept: what is asked for later is fetched anew', async () => {
  const fly = createSingleFlight<number>();
  let flights = 0;
  const work = async () => {
    flights += 1;
    return flights;
  };
  assert.equal(await fly('same', work), 1);
  assert.equal(await fly('same', work), 2);
});

test('a failure is everybody’s who waited, and nobody’s who comes after', async () => {
  const fly = createSingleFlight<string>();
  const fail = () => Promise.reject(new Error('no'));
  const outcomes = await Promise.allSettled([fly('same', fail), fly('same', fail)]);
  assert.deepEqual(
    outcomes.map(({ status }) => status),
    ['rejected', 'rejected'],
  );
  assert.equal(await fly('same', async () => 'yes'), 'yes');
});
