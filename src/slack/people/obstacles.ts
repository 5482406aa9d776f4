import { slackFailureOf } from '../refusals.ts';

/** Slack will not tell us about people until somebody changes something: a scope, the token, the plan, the access file. */
export interface DirectoryObstacle {
  /** The Web API method that was refused. */
  readonly method: 'users.info' | 'usergroups.users.list';
  readonly slackError: string;
  /** The user group in question; null where none is. */
  readonly groupId: string | null;
}

/** Errors that stay until somebody mends them (docs.slack.dev: errors of the two methods). */
const lasting = new Set([
  'missing_scope',
  'not_allowed_token_type',
  'plan_upgrade_required',
  'no_such_subteam',
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
    const isAboutGroup = obstacle.slackError === 'no_such_subteam';
    const key = `${obstacle.method} ${obstacle.slackError} ${isAboutGroup ? obstacle.groupId : ''}`;
    if (told.has(key)) return;
    told.add(key);
    tell(obstacle);
  };
}
