import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { watchStrays } from '../../fuzz/crew/strays.ts';
import { fixturesOf } from '../../fuzz/fixtures.ts';
import { targets } from '../../fuzz/targets/index.ts';

const bounded = { timeout: 60_000 };
const strays = watchStrays();

for (const target of targets) {
  for (const { name, found, input } of fixturesOf(target.name))
    test(`${target.name} no longer goes wrong over ${name}: ${found.slice(0, 80)}`, bounded, async () => {
      await using opened = await target.open();
      await opened.try(input);
      await strays.settled();
    });

  test(`${target.name} stands a few inputs nobody would think of`, bounded, async () => {
    await using opened = await target.open();
    const property = fc.asyncProperty(target.inputs, async (input) => void (await opened.try(input)));
    await fc.assert(property, { numRuns: 25, seed: 20_260_513 });
    await strays.settled();
  });
}

test('what once went wrong is kept', () => {
  const kept = targets.flatMap(({ name }) => fixturesOf(name));
  assert.ok(kept.length >= 4, `${kept.length}`);
});
