import { CallSummaryError } from '../../errors.ts';
import type { AccessRules } from './access-rules.ts';
import { type Asked, decisionOn, recordOf } from './asked.ts';
import type { ChannelDenyRule, ChannelTarget, DenyRule, Phase } from './decision.ts';
import { type Explanation, explanationOf } from './explanation.ts';
import { listingDecision, type RuleFor, ruleForWith } from './listing.ts';
import type { PeopleDirectory, Reader } from './people-directory.ts';
import { createGathering, type NumbersWithEmail, type PersonFacts } from './person-facts.ts';
import { decide, obstacleIn } from './policy.ts';
import { questionOf } from './questions.ts';
import type { CallInQuestion, DecisionRecord, ListingRecord } from './records.ts';
import { namesRights, refusalOf } from './refusal.ts';
import type { RulesInForce } from './rules-in-force.ts';

/** What the rules say about a place where something could be posted. */
export interface PlaceRules {
  readonly obstacle: ChannelDenyRule | null;
  readonly isRedacted: boolean;
}

/** Where something is about to be posted. */
export interface PostTarget {
  /** The thread there; null for the conversation itself. */
  readonly threadTs: string | null;
  /** Looks at the conversation as it is. Called last, so that nothing slow stands between the look and the post. */
  readonly describe: () => Promise<ChannelTarget>;
}

/** By which rule somebody may take a post back; null where none lets them. */
export interface RetractRule {
  readonly rule: 'sharer' | 'admin' | null;
  readonly rulesVersion: string;
}

/** Who may read which extension's calls, and who may post them where. Whoever no rule allows is refused. */
export interface Access {
  /**
   * Before the phone system is asked about the call or the extension.
   * @throws {CallSummaryError} `not_allowed`; or, where only the person's e-mail address could have allowed it, what kept
   * the phone system from saying whose it is: one of the `pbx_…` codes
   */
  assertMayLookUp(reader: Reader, asked: CallInQuestion): Promise<void>;
  /** With the extension number that came back, before anything of the answer is used. @throws the same */
  assertMayRead(reader: Reader, answered: CallInQuestion): Promise<void>;
  /**
   * Right before a post. Asks anew who the person is, so that somebody deactivated, made a guest, taken out of a group or
   * without the extension since the preview posts nothing; then looks at the conversation.
   * @throws the same, and what `describe` throws
   */
  assertMayPost(reader: Reader, answered: CallInQuestion, target: PostTarget): Promise<void>;
  /**
   * Before calls are listed, one extension's or, with null, all that the reader may read. Refuses whoever may read none of
   * them; what it gives decides about each call.
   * @throws the same
   */
  assertMayList(reader: Reader, extensionNumber: string | null): Promise<RuleFor>;
  /**
   * The same decision by the rules and rights of this moment, and nothing written down: for every question about a list
   * that was written down before. Costs no question to anybody while what is known is recent.
   * @throws the same
   */
  listRights(reader: Reader, extensionNumber: string | null): Promise<RuleFor>;
  /** What the rules say about a place, whoever would post there: what stands in the way, and what is masked by default. */
  placeRules(channel: ChannelTarget): PlaceRules;
  /** Whether somebody may take a post back: who shared it may, and administrators. Taking back shows nobody anything. */
  retractRule(readerId: string, sharedBy: string): RetractRule;
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
  /** The same for lists. */
  readonly onListing: (record: ListingRecord) => void | Promise<void>;
}

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

const mostReloads = 3;

/** Finding out takes a while; if the rules change meanwhile, it is done again, so that a decision is by those in force. */
const createUnderRulesOfNow =
  (rules: RulesInForce) =>
  async <Value>(find: (current: AccessRules) => Promise<Value>): Promise<Value> => {
    for (let reloads = 0; ; reloads += 1) {
      const current = rules.current();
      const found = await find(current);
      if (rules.current() === current || reloads === mostReloads) return found;
    }
  };
