import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { PostObstacle } from '../../src/errors.ts';
import { obstacleOf } from '../../src/slack/post-obstacles.ts';

/** What docs.slack.dev/reference/methods/chat.postMessage can answer, by what a person can do about it. */
const meanings: Readonly<Record<Exclude<PostObstacle, 'direct_message' | 'slack_unreachable'>, readonly string[]>> = {
  not_a_member: ['not_in_channel', 'channel_not_found'],
  archived: ['is_archived', 'is_inactive'],
  restricted: [
    'restricted_action',
    'restricted_action_read_only_channel',
    'restricted_action_thread_only_channel',
    'ekm_access_denied',
  ],
  replies_off: [
    'restricted_action_non_threadable_channel',
    'restricted_action_thread_locked',
    'cannot_reply_to_message',
  ],
  target_gone: ['thread_not_found', 'message_not_found'],
  too_long: ['msg_too_long', 'msg_blocks_too_long'],
  app_permission: ['no_permission', 'missing_scope', 'not_allowed_token_type', 'team_access_not_granted'],
  app_disconnected: ['not_authed', 'invalid_auth', 'token_revoked', 'token_expired', 'account_inactive'],
  slack_busy: ['ratelimited', 'rate_limited', 'message_limit_exceeded'],
  unknown: ['invalid_blocks', 'metadata_too_large', 'something_new', 'http_400'],
};

for (const [obstacle, slackErrors] of Object.entries(meanings)) {
  test(`${slackErrors.join(', ')}: what stands in the way is "${obstacle}"`, () => {
    for (const slackError of slackErrors) assert.equal(obstacleOf(slackError, 'C0SUPPORT01'), obstacle, slackError);
  });
}

test('into a direct message between two people nobody can invite the app', () => {
  assert.equal(obstacleOf('channel_not_found', 'D0AGENTLEAD'), 'direct_message');
  assert.equal(obstacleOf('not_in_channel', 'D0AGENTLEAD'), 'direct_message');
  assert.equal(obstacleOf('is_archived', 'D0AGENTLEAD'), 'archived');
});

test('a code nobody has heard of is an unknown obstacle', () => {
  const code = fc.stringMatching(/^zz_[a-z0-9_]{1,40}$/);
  fc.assert(fc.property(code, (slackError) => obstacleOf(slackError, 'C1') === 'unknown'));
});

test('an error code that happens to be the name of something every object has is unknown', () => {
  for (const code of ['constructor', '__proto__']) assert.equal(obstacleOf(code, 'C1'), 'unknown');
});
