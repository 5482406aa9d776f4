import type { Refusal, RefusalReason } from '../../errors.ts';
import type { AccessRules } from './access-rules.ts';
import type { DenyRule } from './decision.ts';
import type { PersonFacts } from './person-facts.ts';
import { readableExtensions } from './readable-extensions.ts';

/** Whether a refusal by this rule names what the person may read instead. */
export const namesRights = (rule: DenyRule): boolean => reasons[rule] === 'no_right';

/** The refusal of one person. The same for every extension and call that no rule gives them. */
export const refusalOf = (readerId: string, rule: DenyRule, rules: AccessRules, facts: PersonFacts): Refusal => ({
  readerId,
  reason: reasons[rule],
  mayRead: namesRights(rule) ? readableExtensions(rules, facts) : [],
  contact: rules.contact,
});

const reasons: Readonly<Record<DenyRule, RefusalReason>> = {
  not_verified: 'not_verified',
  other_workspace: 'not_a_full_member',
  bot: 'not_a_full_member',
  deactivated: 'not_a_full_member',
  guest: 'not_a_full_member',
  outside_dates: 'no_right',
  held_by_another: 'no_right',
  call_day_unknown: 'no_right',
  email_unconfirmed: 'no_right',
  email_clash: 'no_right',
  no_rule: 'no_right',
  closed_channel: 'closed_channel',
  channel_not_verified: 'channel_not_verified',
  external_channel: 'external_channel',
  outsiders_unconfirmed: 'outsiders_unconfirmed',
};
