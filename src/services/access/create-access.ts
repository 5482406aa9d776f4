import { CallSummaryError } from '../../errors.ts';
import type { Access } from './access.ts';
import type { AccessRules } from './access-rules.ts';
import { type Asked, decisionOn, recordOf } from './asked.ts';
import type { DenyRule, Phase } from './decision.ts';
import { explanationOf } from './explanation.ts';
import { listingDecision, type RuleFor, ruleForWith } from './listing.ts';
import type { PeopleDirectory, Reader } from './people-directory.ts';
import { createGathering, type NumbersWithEmail, type PersonFacts } from './person-facts.ts';
import { decide, obstacleIn } from './policy.ts';
import { questionOf } from './questions.ts';
import type { CallInQuestion, DecisionRecord, ListingRecord } from './records.ts';
import { namesRights, refusalOf } from './refusal.ts';
import type { RulesInForce } from './rules-in-force.ts';
import { createUnderRulesOfNow } from './under-rules-of-now.ts';

/** What access is made of. */
export interface AccessOptions {
  readonly rules: RulesInForce;
  readonly people: PeopleDirectory;
  readonly numbersWithEmail: NumbersWithEmail;
  /** Takes every decision before it is acted on; if it fails, nothing is done. */
  readonly onDecision: (record: DecisionRecord) => void | Promise<void>;
  /** The same for lists. */
  readonly onListing: (record: ListingRecord) => void | Promise<void>;
}

/** Access by the rules in force. */
const privately = { target: { kind: 'private_answer' }, threadTs: null } as const;

export function createAccess({ rules, people, numbersWithEmail, onDecision, onListing }: AccessOptions): Access {
  const { gather, withAllGroups } = createGathering(people, numbersWithEmail);
  const denial = async (readerId: string, rule: DenyRule, facts: PersonFacts, current: AccessRules) => {
    if (rule === 'not_verified' && facts.numbersFailure !== null) return facts.numbersFailure.thrown;
    const told = namesRights(rule) ? await withAllGroups(facts, current) : facts;
    return new CallSummaryError('not_allowed', refusalOf(readerId, rule, current, told));
  };
  const settle = async (asked: Asked) => {
    const decision = decisionOn(asked);
    await onDecision(recordOf(asked, decision));
    if (!decision.allowed) throw await denial(asked.reader.id, decision.rule, asked.facts, asked.rules);
  };
  const underRulesOfNow = createUnderRulesOfNow(rules);
  const settlePrivately = async (reader: Reader, call: CallInQuestion, phase: Phase) =>
    await settle(
      await underRulesOfNow(async (current) => {
        const facts = await gather(reader, current, call.extensionNumber, 'recent');
        return { reader, call, phase, rules: current, facts, ...privately };
      }),
    );
  const listingOf = async (reader: Reader, extensionNumber: string | null) => {
    const { current, facts } = await underRulesOfNow(async (current) => {
      return { current, facts: await gather(reader, current, null, 'recent') };
    });
    const decision = listingDecision(extensionNumber, facts, current);
    const ruleFor = async (): Promise<RuleFor> => {
      if (!decision.allowed) throw await denial(reader.id, decision.rule, facts, current);
      return ruleForWith(facts, current);
    };
    return { decision, rulesVersion: current.version, ruleFor };
  };
  return {
    assertMayLookUp: (reader, asked) => settlePrivately(reader, asked, 'before_lookup'),
    assertMayRead: (reader, answered) => settlePrivately(reader, answered, 'after_answer'),
    async assertMayPost(reader, call, { threadTs, describe }) {
      const asked = await underRulesOfNow(async (current) => {
        const facts = await gather(reader, current, call.extensionNumber, 'now');
        const target = await describe();
        return { reader, call, phase: 'before_post', rules: current, facts, target, threadTs } as const;
      });
      await settle(asked);
    },
    async assertMayList(reader, extensionNumber) {
      const { decision, rulesVersion, ruleFor } = await listingOf(reader, extensionNumber);
      await onListing({ readerId: reader.id, teamId: reader.teamId, extensionNumber, decision, rulesVersion });
      return await ruleFor();
    },
    listRights: async (reader, extensionNumber) => await (await listingOf(reader, extensionNumber)).ruleFor(),
    placeRules(channel) {
      const current = rules.current();
      return { obstacle: obstacleIn(channel, current), isRedacted: current.redactedChannels.has(channel.channelId) };
    },
    retractRule(readerId, sharedBy) {
      const { admins, version } = rules.current();
      const admin = admins.has(readerId) ? 'admin' : null;
      return { rule: readerId === sharedBy ? 'sharer' : admin, rulesVersion: version };
    },
    async explain(personId, call) {
      const current = rules.current();
      const facts = await gather({ id: personId, teamId: null }, current, call.extensionNumber, 'now');
      const phase = call.cdrId === null ? 'before_lookup' : 'after_answer';
      const question = { ...questionOf(call, facts), phase, target: privately.target, rules: current } as const;
      return explanationOf(question, decide(question));
    },
  };
}
