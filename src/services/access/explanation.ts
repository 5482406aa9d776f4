import type { Lead, Tie } from './access-rules.ts';
import type { AccessQuestion, Decision } from './decision.ts';
import type { GroupMembership, Person } from './people-directory.ts';
import { leadsNumber } from './policy.ts';

/** A decision together with what it was made of. */
export interface Explanation {
  readonly decision: Decision;
  readonly person: Person | 'unknown';
  readonly membership: GroupMembership;
  /** Every tie of the extension, whoever it is for. */
  readonly ties: readonly Tie[];
  /** Every group that leads the extension. */
  readonly leads: readonly Lead[];
}

export const explanationOf = (
  { person, membership, extension, rules }: AccessQuestion,
  decision: Decision,
): Explanation => ({
  decision,
  person,
  membership,
  ties: rules.ties.filter(({ extensionNumber }) => extensionNumber === extension.number),
  leads: rules.leads.filter((lead) => leadsNumber(lead, extension.number)),
});
