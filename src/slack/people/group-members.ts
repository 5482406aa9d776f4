import type { Freshness } from '../../services/access/people-directory.ts';
import { createRecentAnswers } from '../../services/access/recent-answers.ts';
import type { Clock } from '../../services/clock.ts';
import { type DirectoryObstacle, lastingErrorOf } from './obstacles.ts';
import { restMsAfter } from './rest.ts';
import type { SlackDirectoryClient } from './slack-directory-client.ts';

/** Who is in a user group. @throws whatever the client throws, when that cannot be learnt just now, and for a while after */
export type GroupMembers = (groupId: string, freshness: Freshness) => Promise<ReadonlySet<string>>;

const keptMs = 5 * 60_000;

/**
 * Members of user groups (docs.slack.dev: usergroups.users.list). Nobody counts as being in a group that Slack does not
 * show us for good, because the scope is missing, the plan has no groups or the group does not exist.
 */
export function createGroupMembers(
  { usergroups }: Pick<SlackDirectoryClient, 'usergroups'>,
  clock: Clock,
  onObstacle: (obstacle: DirectoryObstacle) => void,
): GroupMembers {
  const recent = createRecentAnswers<ReadonlySet<string>>(clock, keptMs, restMsAfter);
  const list = async (groupId: string) => {
    try {
      const { users } = await usergroups.users.list({ usergroup: groupId });
      return new Set(users);
    } catch (thrown) {
      const slackError = lastingErrorOf(thrown);
      if (slackError === null) throw thrown;
      onObstacle({ method: 'usergroups.users.list', slackError, groupId });
      return new Set<string>();
    }
  };
  return (groupId, freshness) => recent.ask(groupId, freshness, () => list(groupId));
}
