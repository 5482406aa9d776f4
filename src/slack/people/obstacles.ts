import { slackFailureOf } from '../refusals.ts';

/** Slack will not tell us about people until somebody changes something: a scope, the token, the plan, the access file. */
export interface DirectoryObstacle {
  /** The Web API method that was refused, or whose answer lacks the group. */
  readonly method: 'users.info' | 'usergroups.list';
  /** Slack's error code; `no_such_subteam` for a group that does not exist or is disabled. */
  readonly slackError: string;
  /** The group that is missing; null for an obstacle of any other kind. */
  readonly groupId: string | null;
}

/** Errors that stay until somebody mends them (docs.slack.dev: errors of the two methods). */
const lasting = new Set([
  'missing_scope',
  'not_allowed_token_type',
  'plan_upgrade_required',
  'invalid_auth',
  'account_inactive',
  'token_revoked',
  'token_expired',
]);

/** The error code of a failure that will not pass by itself; null for one that may. */
export function lastingErrorOf(thrown: unknown): string | null {
  const failure = slackFailureOf(thrown);
  return failure.kind === 'refused' && lasting.has(failure.slackError) ? failure.slackError : null;
}

/** Passes each obstacle on once, however often it is met. */
export function onceEach(tell: (obstacle: DirectoryObstacle) => void): (obstacle: DirectoryObstacle) => void {
  const told = new Set<string>();
  return (obstacle) => {
    const key = `${obstacle.method} ${obstacle.slackError} ${obstacle.groupId}`;
    if (told.has(key)) return;
    told.add(key);
    tell(obstacle);
  };
}
