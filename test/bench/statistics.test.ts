import assert from 'node:assert/strict';
import { test } from 'node:test';
import { growthExponent } from '../../bench/html-to-slack/statistics.ts';

const sizes = [8, 16, 32, 64];
const growing = (ms: (size: number) => number) => sizes.map((size) => [size, ms(size)] as const);

test('twice the text in twice the time is linear, in four times the time quadratic', () => {
  assert.equal(growthExponent(growing((size) => 3 * size)).toFixed(2), '1.00');
  assert.equal(growthExponent(growing((size) => size ** 2)).toFixed(2), '2.00');
});

test('a size that was never done is steeper than anything', () => {
  assert.equal(
    growthExponent(growing((size) => (size === 64 ? Number.POSITIVE_INFINITY : size))),
    Number.POSITIVE_INFINITY,
  );
});
