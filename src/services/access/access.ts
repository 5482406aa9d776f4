import type { ChannelDenyRule, ChannelTarget } from './decision.ts';
import type { Explanation } from './explanation.ts';
import type { RuleFor } from './listing.ts';
import type { Reader } from './people-directory.ts';
import type { CallInQuestion } from './records.ts';

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
