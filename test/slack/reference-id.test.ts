import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newReferenceId } from '../../src/slack/reference-id.ts';

const ids = Array.from({ length: 2_000 }, newReferenceId);

test('a reference has eight characters that cannot be mistaken for one another on the telephone', () => {
  for (const id of ids) assert.match(id, /^[0-9A-HJKMNP-TV-Z]{8}$/);
});

test('references do not repeat, and use the whole alphabet', () => {
  assert.equal(new Set(ids).size, ids.length);
  assert.equal(new Set(ids.join('')).size, 32);
});
