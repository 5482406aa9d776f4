import type { AccessRules, Lead, Tie } from '../../../../src/services/access/access-rules.ts';
import type { AllowRule, DenyRule, ExtensionFacts } from '../../../../src/services/access/decision.ts';
import type { GroupMembership } from '../../../../src/services/access/people-directory.ts';
import { type EmailStatus, myEmail } from './actors.ts';

type Rule = AllowRule | DenyRule;

/** One answer for every phase, or one each for before_lookup, after_answer, before_post. */
export type ByPhase = Rule | readonly [Rule, Rule, Rule];

/** A state of the rules, the phone system and the groups; and the answer for a full member, written down by hand. */
export interface Right {
  readonly name: string;
  readonly rules: Partial<AccessRules>;
  readonly membership: GroupMembership;
  /** The address of extension 3202 on the phone system, whether it alone has it, and whether that could be learnt. */
  readonly extension: Omit<ExtensionFacts, 'number'>;
  readonly callDay: string | null;
  /** The same for everybody, or by how it stands with the person's e-mail address. */
  readonly expected: ByPhase | Readonly<Record<EmailStatus, ByPhase>>;
}

/** The extension everybody asks for. */
export const number = '3202';

export const day = '2026-03-01';
const always = { from: null, until: null };
const nobodys = { email: null, isEmailUnique: false, isEmailKnown: true };
export const bearing = (email: string, isEmailUnique = true): Right['extension'] => ({
  email,
  isEmailUnique,
  isEmailKnown: true,
});
export const mine = bearing(myEmail);
/** What is known of an extension while the phone system does not say whose address is whose. */
export const untold = { email: null, isEmailUnique: false, isEmailKnown: false };
const inNone: GroupMembership = { groups: new Set(), isComplete: true };
export const inLeads: GroupMembership = { groups: new Set(['S0LEADS']), isComplete: true };
export const partlyKnown: GroupMembership = { groups: new Set(), isComplete: false };

export const tie = (personId: string, dates: Partial<Tie> = {}, extensionNumber = number): Tie => ({
  personId,
  extensionNumber,
  ...always,
  line: 1,
  ...dates,
});
export const lead = (first: string, last: string, groupId = 'S0LEADS'): Lead => ({
  groupId,
  extensions: [
    { first: '7', last: '7' },
    { first, last },
  ],
  line: 1,
});
export const right = (name: string, expected: Right['expected'], given: Partial<Right> = {}): Right => ({
  name,
  rules: {},
  membership: inNone,
  extension: nobodys,
  callDay: day,
  expected,
  ...given,
});
export const tied = (name: string, expected: ByPhase, ...ties: readonly Tie[]) =>
  right(name, expected, { rules: { ties } });
export const leading = (name: string, expected: ByPhase, ...leads: readonly Lead[]) =>
  right(name, expected, { rules: { leads }, membership: inLeads });

/** What an address that matches comes to, where nothing else speaks. */
export const byEmail = (good: ByPhase): Readonly<Record<EmailStatus, ByPhase>> => ({
  good,
  unconfirmed: 'email_unconfirmed',
  shared: 'email_clash',
  odd: 'no_rule',
  none: 'no_rule',
});
export const emailOr = (otherwise: Rule): Readonly<Record<EmailStatus, ByPhase>> => ({
  good: 'own_extension',
  unconfirmed: otherwise,
  shared: otherwise,
  odd: otherwise,
  none: otherwise,
});
