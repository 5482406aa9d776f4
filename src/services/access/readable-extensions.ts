import type { ReadableExtensions } from '../../errors.ts';
import type { AccessRules, NumberRange } from './access-rules.ts';
import { extensionFactsOf, type PersonFacts } from './person-facts.ts';
import { decide } from './policy.ts';

/** What the rules give a person: their ties, the extension that bears their e-mail address, what their groups lead. */
export function readableExtensions(rules: AccessRules, facts: PersonFacts): readonly ReadableExtensions[] {
  const { person, membership } = facts;
  if (person === 'unknown') return [];
  const tied = rules.ties
    .filter(({ personId }) => personId === person.id)
    .map(({ extensionNumber, from, until }) => ({ ...single(extensionNumber), from, until }));
  const own = [...facts.numbers]
    .filter((number) => isOwn(number, rules, facts))
    .map((number) => always(single(number)));
  const led = rules.leads
    .filter(({ groupId }) => membership.groups.has(groupId))
    .flatMap(({ extensions }) => extensions.map(always));
  return [...tied, ...own, ...led];
}

const single = (number: string): NumberRange => ({ first: number, last: number });
const always = (range: NumberRange): ReadableExtensions => ({ ...range, from: null, until: null });

function isOwn(number: string, rules: AccessRules, facts: PersonFacts): boolean {
  const { person, membership } = facts;
  const extension = extensionFactsOf(number, facts);
  const target = { kind: 'private_answer' } as const;
  const decision = decide({ phase: 'before_lookup', person, membership, extension, callDay: null, target, rules });
  return decision.rule === 'own_extension';
}
