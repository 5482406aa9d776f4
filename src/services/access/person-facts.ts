import type { Clock } from '../clock.ts';
import type { AccessRules } from './access-rules.ts';
import type { ExtensionFacts } from './decision.ts';
import type { Freshness, GroupMembership, PeopleDirectory, Person, Reader } from './people-directory.ts';
import { comparableEmail, unfitnessOf } from './policy.ts';
import { createRecentAnswers } from './recent-answers.ts';

/**
 * The numbers of all extensions whose e-mail address, as `comparableEmail` compares, is this one. Asked by address and
 * not by number, so that a question about somebody else's extension takes as long as one about none.
 * @throws {CallSummaryError} one of the `pbx_…` codes
 */
export type NumbersWithEmail = (email: string) => Promise<readonly string[]>;

/** What is known of one person, before any extension is in question. */
export interface PersonFacts {
  readonly person: Person | 'unknown';
  readonly membership: GroupMembership;
  /** The extensions that bear the person's e-mail address. */
  readonly numbers: ReadonlySet<string>;
}

export type GatherFacts = (reader: Reader, rules: AccessRules, freshness: Freshness) => Promise<PersonFacts>;

const emailsKeptMs = 5 * 60_000;
const inNoGroup: GroupMembership = { groups: new Set(), isComplete: true };

/** Gathers what the decisions about one person depend on. For people whom no rule applies to, nothing is looked up. */
export function createGatherFacts(
  people: PeopleDirectory,
  numbersWithEmail: NumbersWithEmail,
  clock: Clock,
): GatherFacts {
  const recentNumbers = createRecentAnswers<readonly string[]>(clock, emailsKeptMs);
  const numbersOf = async ({ email }: Person, freshness: Freshness) => {
    const address = comparableEmail(email?.address ?? '');
    if (address === null) return new Set<string>();
    return new Set(await recentNumbers.ask(address, freshness, () => numbersWithEmail(address)));
  };
  return async (reader, { leads, matchesEmail }, freshness) => {
    const person = await people.find(reader, freshness);
    if (person === 'unknown' || unfitnessOf(person) !== null)
      return { person, membership: inNoGroup, numbers: new Set() };
    const groups = new Set(leads.map(({ groupId }) => groupId));
    const [membership, numbers] = await Promise.all([
      groups.size > 0 ? people.groupsOf(person.id, groups, freshness) : inNoGroup,
      matchesEmail ? numbersOf(person, freshness) : new Set<string>(),
    ]);
    return { person, membership, numbers };
  };
}

/** An extension as it concerns this person: its e-mail address is theirs, or of no interest. */
export function extensionFactsOf(number: string, { person, numbers }: PersonFacts): ExtensionFacts {
  const isTheirs = person !== 'unknown' && numbers.has(number);
  return { number, email: isTheirs ? (person.email?.address ?? null) : null, isEmailUnique: numbers.size === 1 };
}
