import assert from 'node:assert/strict';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { getHeapSnapshot } from 'node:v8';
import { type Growth, growthBetween, isLeaking } from '../../bench/leaks/growth.ts';
import { censusOf, type HeapCensus } from '../../bench/leaks/heap-snapshot.ts';

class Marmalade {}
const kept: Marmalade[] = [];

test('objects are counted by their constructor in a snapshot as V8 writes it', async () => {
  kept.push(...Array.from({ length: 321 }, () => new Marmalade()));
  const census = censusOf(await text(getHeapSnapshot()));
  const held = census.get('Marmalade');
  assert.equal(held?.count, kept.length);
  assert.ok((held?.bytes ?? 0) > 0);
  assert.ok((census.get('(string)')?.count ?? 0) > 100, 'what has no constructor goes under what V8 calls it');
});

const censusWith = (count: number): HeapCensus => new Map([['Request', { count, bytes: count * 32 }]]);

/** Of a heap in which there were so many requests after one, two and three thousand commands. */
function growthOf(...counts: readonly number[]): Growth {
  const stages = counts.map((count, index) => ({ commands: (index + 1) * 1_000, census: censusWith(count) }));
  const [growth] = growthBetween(stages);
  assert.ok(growth);
  return growth;
}

test('what grows from every stage to the next is a leak', () => {
  assert.equal(isLeaking(growthOf(100, 1_100, 2_100)), true);
  assert.equal(isLeaking(growthOf(0, 100, 200)), true, 'one object for ten commands');
});

test('what fills up and stays, goes up and down, or hardly grows, is none', () => {
  assert.equal(isLeaking(growthOf(100, 5_000, 5_000)), false);
  assert.equal(isLeaking(growthOf(100, 50, 150)), false);
  assert.equal(isLeaking(growthOf(100, 150, 199)), false);
});

test('what grew most comes first, also when it was not there at first', () => {
  const before: HeapCensus = new Map([['Buffer', { count: 5, bytes: 5 }]]);
  const after: HeapCensus = new Map([
    ['Buffer', { count: 6, bytes: 6 }],
    ['Timeout', { count: 50, bytes: 50 }],
  ]);
  const growth = growthBetween([
    { commands: 100, census: before },
    { commands: 200, census: after },
  ]);
  assert.deepEqual(growth, [
    { kind: 'Timeout', counts: [0, 50], perCommand: [0.5] },
    { kind: 'Buffer', counts: [5, 6], perCommand: [0.01] },
  ]);
});
