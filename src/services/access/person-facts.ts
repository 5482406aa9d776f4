import type { AccessRules } from './access-rules.ts';
import type { ExtensionFacts } from './decision.ts';
import type { Freshness, GroupMembership, PeopleDirectory, Person, Reader } from './people-directory.ts';
import { comparableEmail, leadsNumber, unfitnessOf } from './policy.ts';

/**
 * The numbers of all extensions whose e-mail address, as `comparableEmail` compares, is this one. Asked by address and
 * not by number, so that a question about somebody else's extension takes as long as one about none.
 * @throws {CallSummaryError} one of the `pbx_…` codes
 */
export type NumbersWithEmail = (email: string, freshness: Freshness) => Promise<readonly string[]>;

/** What is known of one person, before any call is in question. */
export interface PersonFacts {
  readonly person: Person | 'unknown';
  readonly membership: GroupMembership;
  /** The extensions that bear the person's e-mail address; none where that could not be learnt. */
  readonly numbers: ReadonlySet<string>;
  /** What kept the numbers from being learnt; null where they are known. */
  readonly numbersFailure: { readonly thrown: unknown } | null;
}

/** Gathers what the decisions about one person depend on. Keeps nothing itself: how old an answer is, its source decides. */
export interface Gathering {
  /**
   * What a question about one extension depends on, or, with null, about any. For people whom no rule applies to, nothing
   * is looked up, and nobody is asked about groups that have no say.
   */
  gather(
    reader: Reader,
    rules: AccessRules,
    extensionNumber: string | null,
    freshness: Freshness,
  ): Promise<PersonFacts>;
  /** The same facts, with every group of the rules that the person is in. */
  withAllGroups(facts: PersonFacts, rules: AccessRules): Promise<PersonFacts>;
}

const inNoGroup: GroupMembership = { groups: new Set(), isComplete: true };
const noNumbers: Numbers = { numbers: new Set(), numbersFailure: null };

type Numbers = Pick<PersonFacts, 'numbers' | 'numbersFailure'>;

export function createGathering(people: PeopleDirectory, numbersWithEmail: NumbersWithEmail): Gathering {
  const numbersOf = async ({ email }: Person, freshness: Freshness): Promise<Numbers> => {
    const address = comparableEmail(email?.address ?? '');
    if (address === null) return noNumbers;
    try {
      return { ...noNumbers, numbers: new Set(await numbersWithEmail(address, freshness)) };
    } catch (thrown) {
      return { ...noNumbers, numbersFailure: { thrown } };
    }
  };
  const membershipOf = async ({ id }: Person, groups: ReadonlySet<string>, freshness: Freshness) =>
    groups.size > 0 ? await people.groupsOf(id, groups, freshness) : inNoGroup;
  return {
    async gather(reader, rules, extensionNumber, freshness) {
      const person = await people.find(reader, freshness);
      if (person === 'unknown' || unfitnessOf(person) !== null) return { person, membership: inNoGroup, ...noNumbers };
      const [membership, numbers] = await Promise.all([
        membershipOf(person, groupsLeading(extensionNumber, rules), freshness),
        rules.matchesEmail ? numbersOf(person, freshness) : noNumbers,
      ]);
      return { person, membership, ...numbers };
    },
    async withAllGroups(facts, rules) {
      if (facts.person === 'unknown') return facts;
      return { ...facts, membership: await membershipOf(facts.person, groupsLeading(null, rules), 'recent') };
    },
  };
}

const groupsLeading = (number: string | null, { leads }: AccessRules): ReadonlySet<string> =>
  new Set(leads.filter((lead) => number === null || leadsNumber(lead, number)).map(({ groupId }) => groupId));

/** An extension as it concerns this person: its e-mail address is theirs, or of no interest. */
export function extensionFactsOf(number: string, { person, numbers, numbersFailure }: PersonFacts): ExtensionFacts {
  const isTheirs = person !== 'unknown' && numbers.has(number);
  return {
    number,
    email: isTheirs ? (person.email?.address ?? null) : null,
    isEmailUnique: numbers.size === 1,
    isEmailKnown: numbersFailure === null,
  };
}
