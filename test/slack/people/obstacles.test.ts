import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DirectoryObstacle, lastingErrorOf, onceEach } from '../../../src/slack/people/obstacles.ts';

/** What the Slack client throws when Slack says no. */
const answered = (error: unknown) =>
  Object.assign(new Error('An API error occurred'), {
    code: 'slack_webapi_platform_error',
    data: { ok: false, error },
  });

test('errors that somebody has to mend are told apart from those that pass', () => {
  const lasting =
    'missing_scope not_allowed_token_type plan_upgrade_required invalid_auth account_inactive ' +
    'token_revoked token_expired';
  for (const error of lasting.split(' ')) assert.equal(lastingErrorOf(answered(error)), error);
  for (const error of ['ratelimited', 'internal_error', 'user_not_found', '', null, 17, '<html>missing_scope</html>'])
    assert.equal(lastingErrorOf(answered(error)), null);
});

test('what is no answer of Slack is no error code, whatever it holds', () => {
  const odd = [
    new Error('missing_scope'),
    Object.assign(new Error('x'), { code: 'slack_webapi_request_error', data: { error: 'missing_scope' } }),
    Object.assign(new Error('x'), { code: 'slack_webapi_platform_error' }),
    Object.assign(new Error('x'), { code: 'slack_webapi_platform_error', data: null }),
    'missing_scope',
    null,
    undefined,
  ];
  for (const thrown of odd) assert.equal(lastingErrorOf(thrown), null);
});

test('an obstacle is passed on once; a missing group once for each group', () => {
  const heard: DirectoryObstacle[] = [];
  const tell = onceEach((obstacle) => heard.push(obstacle));
  const scope = { method: 'usergroups.list', slackError: 'missing_scope', groupId: null } as const;
  const gone = { method: 'usergroups.list', slackError: 'no_such_subteam' } as const;
  const person = { method: 'users.info', slackError: 'missing_scope', groupId: null } as const;
  for (let round = 0; round < 2; round += 1)
    for (const obstacle of [scope, { ...gone, groupId: 'S0ONE' }, { ...gone, groupId: 'S0TWO' }, person])
      tell(obstacle);
  assert.deepEqual(heard, [scope, { ...gone, groupId: 'S0ONE' }, { ...gone, groupId: 'S0TWO' }, person]);
});
