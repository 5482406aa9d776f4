import type { AccessRules } from './access-rules.ts';
import type { AllowRule } from './decision.ts';
import type { PersonFacts } from './person-facts.ts';
import { decide, leadsNumber, unfitnessOf } from './policy.ts';
import { questionOf } from './questions.ts';
import { readableExtensions } from './readable-extensions.ts';
import type { CallInQuestion, ListingRecord } from './records.ts';

/** Says which rule lets a reader read a call; null where none does. */
export type RuleFor = (call: CallInQuestion) => AllowRule | null;

/** Decides about each call of a list by itself, by the facts and rules of one moment. */
export function ruleForWith(facts: PersonFacts, rules: AccessRules): RuleFor {
  const rulesOf = narrowedByNumber(rules);
  return (call) => {
    const question = { ...questionOf(call, facts), phase: 'after_answer', ...aside } as const;
    const { allowed, rule } = decide({ ...question, rules: rulesOf(call.extensionNumber) });
    return allowed ? rule : null;
  };
}

/** A list holds many calls of few extensions: each one's ties and leads are looked for once. */
function narrowedByNumber(rules: AccessRules): (number: string) => AccessRules {
  const narrowed = new Map<string, AccessRules>();
  const narrow = (number: string) => {
    const ties = rules.ties.filter(({ extensionNumber }) => extensionNumber === number);
    const leads = rules.leads.filter((lead) => leadsNumber(lead, number));
    const found = { ...rules, ties, leads };
    narrowed.set(number, found);
    return found;
  };
  return (number) => narrowed.get(number) ?? narrow(number);
}

/**
 * One extension is decided like a question about it. All that somebody may read is listed to those who may read any, also
 * while it is not known which groups they are in: then the calls of their groups are left out.
 */
export function listingDecision(
  number: string | null,
  facts: PersonFacts,
  rules: AccessRules,
): ListingRecord['decision'] {
  const call = { extensionNumber: number ?? '', cdrId: null };
  const decision = decide({ ...questionOf(call, facts), phase: 'before_lookup', ...aside, rules });
  const isAboutPerson = facts.person === 'unknown' || unfitnessOf(facts.person) !== null;
  if (number !== null || decision.allowed || isAboutPerson) return decision;
  return readableExtensions(rules, facts).length > 0 ? { allowed: true, rule: null } : decision;
}

const aside = { target: { kind: 'private_answer' } } as const;
