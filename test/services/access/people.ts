import type { GroupMembership, PeopleDirectory, Person } from '../../../src/services/access/people-directory.ts';
import type { Clock } from '../../../src/services/clock.ts';

/** A full member of the workspace, with an address of their own. */
export const leo: Person = {
  id: 'U0LEO',
  isMember: true,
  isGuest: false,
  isBot: false,
  isDeactivated: false,
  timeZone: null,
  email: { address: 'leo.ball@example.com', isConfirmed: true, isUnique: true },
};

/** Who asks, as a payload of their own workspace names them. */
export const reader = { id: leo.id, teamId: 'T0HOME' };

/** People as a test says they are; it may change its mind at any time, and sees what was asked. */
export interface KnownPeople extends PeopleDirectory {
  person: Person | 'unknown';
  membership: GroupMembership;
  readonly asked: string[];
}

export function knownPeople(person: Person | 'unknown' = leo, groups: readonly string[] = []): KnownPeople {
  const asked: string[] = [];
  const known: KnownPeople = {
    person,
    membership: { groups: new Set(groups), isComplete: true },
    asked,
    async find({ id }, freshness) {
      asked.push(`who is ${id} (${freshness})`);
      return known.person;
    },
    async groupsOf(personId, among, freshness) {
      asked.push(`is ${personId} in ${[...among].join(' or ')} (${freshness})`);
      return known.membership;
    },
  };
  return known;
}

/** A clock that moves when it is told to. */
export function clockByHand(): Clock & { pass(ms: number): void } {
  let now = 1_000;
  return {
    elapsedMs: () => now,
    pass(ms) {
      now += ms;
    },
  };
}
