import type { AllowRule, DenyRule } from '../services/access/decision.ts';
import type { ListingRecord } from '../services/access/records.ts';
import type { Instruments } from './instruments.ts';
import { wordsOf } from './words.ts';

const allowRules: Readonly<Record<AllowRule, true>> = { tie: true, own_extension: true, lead: true, admin: true };

const denyRules: Readonly<Record<DenyRule, true>> = {
  not_verified: true,
  other_workspace: true,
  bot: true,
  deactivated: true,
  guest: true,
  outside_dates: true,
  held_by_another: true,
  call_day_unknown: true,
  email_unconfirmed: true,
  email_clash: true,
  no_rule: true,
  closed_channel: true,
  channel_not_verified: true,
  external_channel: true,
  outsiders_unconfirmed: true,
};

/** Hears each decision once it is in the audit log. */
export interface AccessObserver {
  decided(decision: ListingRecord['decision']): void;
}

/** Who was let in or refused, by the rule that decided. */
export function measureAccessDecisions({ counter }: Instruments): AccessObserver {
  const allowed = counter(
    { name: 'callsummary_access_allowed_total', help: 'Decisions to let somebody read or share, by the rule.' },
    { rule: wordsOf(allowRules) },
  );
  const refused = counter(
    { name: 'callsummary_access_refused_total', help: 'Decisions to refuse somebody, by the rule.' },
    { rule: wordsOf(denyRules) },
  );
  return {
    decided(decision) {
      if (!decision.allowed) refused({ rule: decision.rule });
      // Somebody's own list of recent calls is no rule's doing: each call on it has a decision of its own.
      else if (decision.rule !== null) allowed({ rule: decision.rule });
    },
  };
}
