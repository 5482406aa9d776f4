import assert from 'node:assert/strict';
import { test } from 'node:test';
import { usageSentence } from '../../src/blocks/usage.ts';

const notUnderstood = (given: string) => usageSentence({ kind: 'not_understood', given });

test('what a person typed is quoted, and cut where it is long', () => {
  assert.equal(notUnderstood('tomorrow'), 'I did not understand “tomorrow”.');
  assert.equal(notUnderstood('x'.repeat(200)), `I did not understand “${'x'.repeat(60)}…”.`);
});

test('half a character is quoted as one that cannot be read, for Slack takes no halves', () => {
  for (const given of ['\ud83d', '\udc4d?', `${'x'.repeat(59)}👍👍`])
    assert.ok(notUnderstood(given).isWellFormed(), given);
});
