import { CallSummaryError } from '../../errors.ts';
import type { Clock } from '../clock.ts';
import { callDayOf } from './call-day.ts';
import type { AccessQuestion, ChannelTarget, Decision, Phase, Target } from './decision.ts';
import { type Explanation, explanationOf } from './explanation.ts';
import type { PeopleDirectory, Reader } from './people-directory.ts';
import { createGatherFacts, extensionFactsOf, type NumbersWithEmail, type PersonFacts } from './person-facts.ts';
import { decide } from './policy.ts';
import { type Refusal, refusalOf } from './refusal.ts';
import type { RulesInForce } from './rules-in-force.ts';

/** Whose calls, and which of them; without a leg id the day of the call is not known. */
export interface CallInQuestion {
  readonly extensionNumber: string;
  readonly cdrId: string | null;
}

/** A decision as it is written down, before anything is done about it. */
export interface DecisionRecord extends CallInQuestion {
  readonly readerId: string;
  readonly teamId: string | null;
  readonly phase: Phase;
  /** Where it would be posted; null for an answer to the reader alone. */
  readonly channelId: string | null;
  readonly decision: Decision;
  /** The version of the access file that decided. */
  readonly rulesVersion: string;
}

/** Who may read which extension's calls, and who may post them where. Whoever no rule allows is refused. */
export interface Access {
  /**
   * Before the phone system is asked about the call or the extension.
   * @throws {CallSummaryError} `not_allowed`, or one of the `pbx_…` codes
   */
  assertMayLookUp(reader: Reader, asked: CallInQuestion): Promise<void>;
  /** With the extension number that came back, before anything of the answer is used. @throws the same */
  assertMayRead(reader: Reader, answered: CallInQuestion): Promise<void>;
  /**
   * Right before a post, for the channel as it is now. Asks anew who the person is, so that somebody deactivated, made a
   * guest or taken out of a group since the preview posts nothing.
   * @throws the same
   */
  assertMayPost(reader: Reader, answered: CallInQuestion, channel: ChannelTarget): Promise<void>;
  /** What would be decided about a person, and why, for administrators. Writes nothing down and refuses nobody. */
  explain(personId: string, call: CallInQuestion): Promise<Explanation>;
}

/** What access is made of. */
export interface AccessOptions {
  readonly rules: RulesInForce;
  readonly people: PeopleDirectory;
  readonly numbersWithEmail: NumbersWithEmail;
  /** Takes every decision before it is acted on; if it fails, nothing is done. */
  readonly onDecision: (record: DecisionRecord) => void | Promise<void>;
  readonly clock: Clock;
}

const privateAnswer: Target = { kind: 'private_answer' };

export function createAccess({ rules, people, numbersWithEmail, onDecision, clock }: AccessOptions): Access {
  const gather = createGatherFacts(people, numbersWithEmail, clock);
  const assertAllowed = async (reader: Reader, call: CallInQuestion, phase: Phase, target: Target) => {
    const current = rules.current();
    const facts = await gather(reader, current, phase === 'before_post' ? 'now' : 'recent');
    const decision = decide({ ...questionOf(call, facts), phase, target, rules: current });
    await onDecision({
      readerId: reader.id,
      teamId: reader.teamId,
      extensionNumber: call.extensionNumber,
      cdrId: call.cdrId,
      phase,
      channelId: target.kind === 'channel' ? target.channelId : null,
      decision,
      rulesVersion: current.version,
    });
    if (decision.allowed) return;
    const refusal: Refusal = refusalOf(reader.id, decision.rule, current, facts);
    throw new CallSummaryError('not_allowed', refusal);
  };
  return {
    assertMayLookUp: (reader, asked) => assertAllowed(reader, asked, 'before_lookup', privateAnswer),
    assertMayRead: (reader, answered) => assertAllowed(reader, answered, 'after_answer', privateAnswer),
    assertMayPost: (reader, answered, channel) => assertAllowed(reader, answered, 'before_post', channel),
    async explain(personId, call) {
      const current = rules.current();
      const facts = await gather({ id: personId, teamId: null }, current, 'now');
      const phase = call.cdrId === null ? 'before_lookup' : 'after_answer';
      const question = { ...questionOf(call, facts), phase, target: privateAnswer, rules: current } as const;
      return explanationOf(question, decide(question));
    },
  };
}

const questionOf = (
  { extensionNumber, cdrId }: CallInQuestion,
  facts: PersonFacts,
): Pick<AccessQuestion, 'person' | 'membership' | 'extension' | 'callDay'> => ({
  person: facts.person,
  membership: facts.membership,
  extension: extensionFactsOf(extensionNumber, facts),
  callDay: cdrId === null ? null : callDayOf(cdrId),
});
