import type { Freshness } from '../../services/access/people-directory.ts';
import { createRecentAnswers } from '../../services/access/recent-answers.ts';
import type { Clock } from '../../services/clock.ts';
import { type DirectoryObstacle, lastingErrorOf, onceEach } from './obstacles.ts';
import { restMsAfter } from './rest.ts';
import type { SlackDirectoryClient } from './slack-directory-client.ts';

/** Who is in a user group. @throws whatever the client throws, when that cannot be learnt just now, and for a while after */
export type GroupMembers = (groupId: string, freshness: Freshness) => Promise<ReadonlySet<string>>;

type Groups = ReadonlyMap<string, ReadonlySet<string>>;
type Client = Pick<SlackDirectoryClient, 'usergroups'>;

const method = 'usergroups.list';
const keptMs = 5 * 60_000;
/** So that asking 'now' about many groups is one question, as Slack takes about twenty a minute (docs.slack.dev: Tier 2). */
const sharedMs = 2_000;
const nobody: ReadonlySet<string> = new Set();

/**
 * Members of user groups, learnt for all groups at once (docs.slack.dev: usergroups.list). Nobody counts as being in a group
 * that Slack does not show us for good, because the scope is missing, the plan has no groups or the group does not exist or
 * is disabled; `onObstacle` hears once of each.
 */
export function createGroupMembers(
  client: Client,
  clock: Clock,
  onObstacle: (obstacle: DirectoryObstacle) => void,
): GroupMembers {
  const tellOnce = onceEach(onObstacle);
  const groupsAsOf = createGroups(client, clock, tellOnce);
  return async (groupId, freshness) => {
    const groups = await groupsAsOf(freshness);
    const members = groups?.get(groupId);
    if (groups !== null && members === undefined) tellOnce({ method, slackError: 'no_such_subteam', groupId });
    return members ?? nobody;
  };
}

/** All groups; null where Slack will not show any. */
function createGroups(client: Client, clock: Clock, tell: (obstacle: DirectoryObstacle) => void) {
  const recent = createRecentAnswers<Groups | null>(clock, keptMs, restMsAfter);
  let lastAsked = Number.NEGATIVE_INFINITY;
  const list = () => {
    lastAsked = clock.elapsedMs();
    return shownGroups(client, tell);
  };
  return (freshness: Freshness) => {
    const isShared = clock.elapsedMs() - lastAsked < sharedMs;
    return recent.ask('all', isShared ? 'recent' : freshness, list);
  };
}

async function shownGroups(client: Client, tell: (obstacle: DirectoryObstacle) => void): Promise<Groups | null> {
  try {
    return await listedGroups(client);
  } catch (thrown) {
    const slackError = lastingErrorOf(thrown);
    if (slackError === null) throw thrown;
    tell({ method, slackError, groupId: null });
    return null;
  }
}

async function listedGroups({ usergroups }: Client): Promise<Groups> {
  const { usergroups: listed } = await usergroups.list({ include_users: true });
  if (listed === undefined) throw new Error('usergroups.list answered without groups');
  const enabled = listed.filter(({ date_delete: deletedAt }) => !deletedAt);
  return new Map(enabled.map(({ id = '', users }) => [id, new Set(users)]));
}
