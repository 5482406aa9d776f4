import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WebAPIRateLimitedError } from '@slack/web-api';
import { restMsAfter } from '../../../src/slack/people/rest.ts';

test('Slack is left in peace for as long as it says, and no longer than a minute', () => {
  assert.equal(restMsAfter(new WebAPIRateLimitedError(1)), 1_000);
  assert.equal(restMsAfter(new WebAPIRateLimitedError(30)), 30_000);
  for (const seconds of [61, 86_400, Number.POSITIVE_INFINITY])
    assert.equal(restMsAfter(new WebAPIRateLimitedError(seconds)), 60_000);
});

test('after anything else it is a few seconds', () => {
  const odd = [0, -1, Number.NaN].map((seconds) => new WebAPIRateLimitedError(seconds));
  for (const thrown of [...odd, new Error('late'), { retryAfter: 30 }, 'late', null, undefined])
    assert.equal(restMsAfter(thrown), 5_000);
});
