import type {
  Freshness,
  PeopleDirectory,
  Person,
  PersonEmail,
  Reader,
} from '../../services/access/people-directory.ts';
import { createRecentAnswers } from '../../services/access/recent-answers.ts';
import type { Clock } from '../../services/clock.ts';
import { slackErrorOf, slackFailureOf } from '../refusals.ts';
import { createGroupMembers, type GroupMembers } from './group-members.ts';
import { type DirectoryObstacle, lastingErrorOf, onceEach } from './obstacles.ts';
import { type OwnTeam, ownTeamOf, personOf, type SlackUser, shownEmailOf } from './person.ts';
import { restMsAfter } from './rest.ts';
import type { SlackDirectoryClient } from './slack-directory-client.ts';

const keptMs = 5 * 60_000;

/**
 * People as Slack knows them: users.info, users.lookupByEmail, auth.test and the members of user groups. Answers are used
 * again for at most five minutes; an error of any kind makes a person unknown, and for a few seconds, or as long as Slack
 * says, they stay so without being asked about. `onObstacle` hears once of each error that will not pass by itself.
 */
export function createSlackPeople(
  client: SlackDirectoryClient,
  clock: Clock,
  onObstacle: (obstacle: DirectoryObstacle) => void,
): PeopleDirectory {
  const tellOnce = onceEach(onObstacle);
  const membersOf = createGroupMembers(client, clock, tellOnce);
  const recentTeam = createRecentAnswers<OwnTeam>(clock, keptMs, restMsAfter);
  const recentPeople = createRecentAnswers<Person>(clock, keptMs, restMsAfter);
  const ownTeam = () => recentTeam.ask('own', 'recent', async () => ownTeamOf(await client.auth.test()));
  const ask = async (reader: Reader, own: OwnTeam) => {
    const user = await userWithId(client, reader.id);
    return personOf(user, reader, own, await emailOf(client, user));
  };
  const unknown = (thrown: unknown) => {
    const slackError = lastingErrorOf(thrown);
    if (slackError !== null) tellOnce({ method: 'users.info', slackError, groupId: null });
    return 'unknown' as const;
  };
  return {
    async find(reader, freshness) {
      try {
        const own = await ownTeam(); // first: nobody is asked about, or left in peace, while this is not to be had
        return await recentPeople.ask(`${reader.teamId} ${reader.id}`, freshness, () => ask(reader, own));
      } catch (thrown) {
        return unknown(thrown);
      }
    },
    async groupsOf(personId, among, freshness) {
      const answers = await Promise.all([...among].map((groupId) => isIn(personId, groupId, membersOf, freshness)));
      const groups = answers.filter(({ is }) => is === true).map(({ groupId }) => groupId);
      return { groups: new Set(groups), isComplete: answers.every(({ is }) => is !== 'unknown') };
    },
  };
}

async function userWithId({ users }: SlackDirectoryClient, id: string): Promise<SlackUser> {
  const { user } = await users.info({ user: id });
  if (user?.id !== id) throw new Error('users.info answered with somebody else');
  return user;
}

/** Looking the address up must lead back to the same person. */
async function emailOf(client: SlackDirectoryClient, user: SlackUser): Promise<PersonEmail | null> {
  const shown = shownEmailOf(user);
  if (shown === null) return null;
  return { ...shown, isUnique: shown.isConfirmed && (await leadsTo(client, shown.address)) === user.id };
}

async function leadsTo({ users }: SlackDirectoryClient, email: string): Promise<string | undefined> {
  try {
    return (await users.lookupByEmail({ email })).user?.id;
  } catch (thrown) {
    if (slackErrorOf(slackFailureOf(thrown)) !== 'users_not_found') throw thrown;
    return undefined;
  }
}

async function isIn(personId: string, groupId: string, membersOf: GroupMembers, freshness: Freshness) {
  const answer = membersOf(groupId, freshness).then((members) => members.has(personId));
  return { groupId, is: await answer.catch(() => 'unknown' as const) };
}
