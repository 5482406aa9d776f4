import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suggestedFields } from '../../src/slack/message-suggestion.ts';
import { obstacleOf } from '../../src/slack/post-obstacles.ts';

test('a message with two hundred thousand blocks is read like any other', () => {
  const blocks = Array.from({ length: 200_000 }, () => 1);
  const fields = suggestedFields({ text: '20260513223234-3EE9E 3202', blocks });
  assert.deepEqual(fields, { cdrId: '20260513223234-3EE9E', extensionNumber: '3202' });
});

test('an error code that happens to be the name of something every object has is unknown', () => {
  for (const code of ['constructor', '__proto__']) assert.equal(obstacleOf(code, 'C1'), 'unknown');
});
