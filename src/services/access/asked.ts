import type { AccessRules } from './access-rules.ts';
import type { Decision, Phase, Target } from './decision.ts';
import type { Reader } from './people-directory.ts';
import type { PersonFacts } from './person-facts.ts';
import { decide } from './policy.ts';
import { questionOf } from './questions.ts';
import type { CallInQuestion, DecisionRecord } from './records.ts';

/** A question about one call, with everything that was found out to answer it. */
export interface Asked {
  readonly reader: Reader;
  readonly call: CallInQuestion;
  readonly phase: Phase;
  readonly rules: AccessRules;
  readonly facts: PersonFacts;
  readonly target: Target;
  /** The thread, where the target is a conversation. */
  readonly threadTs: string | null;
}

/** What the policy says to it. */
export const decisionOn = ({ call, facts, phase, target, rules }: Asked): Decision =>
  decide({ ...questionOf(call, facts), phase, target, rules });

/** The decision as it is written down. */
export const recordOf = (
  { reader, call, phase, rules, target, threadTs }: Asked,
  decision: Decision,
): DecisionRecord => ({
  readerId: reader.id,
  teamId: reader.teamId,
  extensionNumber: call.extensionNumber,
  cdrId: call.cdrId,
  phase,
  channelId: target.kind === 'channel' ? target.channelId : null,
  threadTs,
  decision,
  rulesVersion: rules.version,
});
