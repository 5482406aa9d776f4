import type { AccessRules, Day } from './access-rules.ts';
import type { GroupMembership, Person } from './people-directory.ts';

/** The three moments of a decision: before the PBX is asked about the call, with its answer, and before a post. */
export type Phase = 'before_lookup' | 'after_answer' | 'before_post';

/** What makes somebody allowed to read. */
export type AllowRule = 'tie' | 'own_extension' | 'lead' | 'admin';

/** What keeps somebody from reading. `no_rule` is the default: nothing said yes. */
export type DenyRule =
  | PersonDenyRule
  | 'outside_dates'
  | 'held_by_another'
  | 'call_day_unknown'
  | 'email_unconfirmed'
  | 'email_clash'
  | 'no_rule'
  | ChannelDenyRule;

/** Reasons that lie in the person alone. */
export type PersonDenyRule = 'not_verified' | 'other_workspace' | 'bot' | 'deactivated' | 'guest';

/** Reasons that lie in where it would be posted. */
export type ChannelDenyRule = 'closed_channel' | 'channel_not_verified' | 'external_channel' | 'outsiders_unconfirmed';

/** Yes or no, and the one rule that made it so. */
export type Decision =
  | { readonly allowed: true; readonly rule: AllowRule }
  | { readonly allowed: false; readonly rule: DenyRule };

/** An extension as far as access depends on it. `email` is null where it has none, or none that concerns the reader. */
export interface ExtensionFacts {
  readonly number: string;
  readonly email: string | null;
  /** Whether no other extension of the PBX has the same address. */
  readonly isEmailUnique: boolean;
  /** False while the phone system does not say; then the other two mean nothing. */
  readonly isEmailKnown: boolean;
}

/** A conversation something is to be posted into, as it is at this moment. */
export interface ChannelTarget {
  readonly kind: 'channel';
  readonly channelId: string;
  /** Who shares it: docs.slack.dev, conversations.info (`is_org_shared`, `is_pending_ext_shared`, `is_ext_shared`). */
  readonly sharing: 'own_workspace' | 'own_organisation' | 'external_pending' | 'external' | 'unknown';
  /** Whether the person was told that another organisation reads along, and said yes to that. */
  readonly isOutsideConfirmed: boolean;
}

/** Who will see it: the reader alone, or a conversation. */
export type Target = { readonly kind: 'private_answer' } | ChannelTarget;

/** Everything one decision depends on. */
export interface AccessQuestion {
  readonly phase: Phase;
  readonly person: Person | 'unknown';
  readonly membership: GroupMembership;
  readonly extension: ExtensionFacts;
  /** The day of the call; null while it is not known. */
  readonly callDay: Day | null;
  readonly target: Target;
  readonly rules: AccessRules;
}
