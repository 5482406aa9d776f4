import assert from 'node:assert/strict';
import { test } from 'node:test';
import { median, percentile } from '../../bench/load/percentiles.ts';

test('a percentile is a value that was seen, whatever the order in which values come', () => {
  const values = Array.from({ length: 1_000 }, (_, index) => 1_000 - index);
  assert.equal(percentile(values, 0.5), 500);
  assert.equal(percentile(values, 0.99), 990);
  assert.equal(percentile(values, 0.999), 999);
  assert.equal(percentile(values, 1), 1_000);
  assert.equal(percentile(values, 0), 1);
});

test('one value is all its percentiles, and no values have none', () => {
  assert.equal(percentile([7], 0.999), 7);
  assert.ok(Number.isNaN(percentile([], 0.5)));
});

test('the median of rounds is the one in the middle, and one wild round does not move it', () => {
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([2, 1, 3, 900, 2]), 2);
});
