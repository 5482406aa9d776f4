import type { PostObstacle } from '../errors.ts';

/** Slack's reasons for not posting (docs.slack.dev: chat.postMessage), as what a person can do about them. */
const obstacles: Readonly<Record<string, PostObstacle>> = {
  not_in_channel: 'not_a_member',
  channel_not_found: 'not_a_member', // a private channel the app is not in
  is_archived: 'archived',
  is_inactive: 'archived',
  restricted_action: 'restricted',
  restricted_action_read_only_channel: 'restricted',
  restricted_action_thread_only_channel: 'restricted',
  ekm_access_denied: 'restricted',
  no_permission: 'app_permission',
  missing_scope: 'app_permission',
  not_allowed_token_type: 'app_permission',
  team_access_not_granted: 'app_permission',
  restricted_action_non_threadable_channel: 'replies_off',
  restricted_action_thread_locked: 'replies_off',
  cannot_reply_to_message: 'replies_off',
  thread_not_found: 'target_gone',
  message_not_found: 'target_gone',
  msg_too_long: 'too_long',
  msg_blocks_too_long: 'too_long',
  ratelimited: 'slack_busy',
  rate_limited: 'slack_busy',
  message_limit_exceeded: 'slack_busy',
  http_429: 'slack_busy',
  not_authed: 'app_disconnected',
  invalid_auth: 'app_disconnected',
  token_revoked: 'app_disconnected',
  token_expired: 'app_disconnected',
  account_inactive: 'app_disconnected',
};

/** What stands in the way, for a Slack error code and the conversation it came from. */
export function obstacleOf(slackError: string, channelId: string): PostObstacle {
  const obstacle = (Object.hasOwn(obstacles, slackError) ? obstacles[slackError] : undefined) ?? 'unknown';
  // Nobody can invite the app into a direct message between two people.
  return obstacle === 'not_a_member' && channelId.startsWith('D') ? 'direct_message' : obstacle;
}
