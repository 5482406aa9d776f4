import type { AllowRule } from '../access/decision.ts';
import type { RuleFor } from '../access/listing.ts';
import type { CallList } from './call-list.ts';
import { inTurns } from './in-turns.ts';
import type { ListedCall, ListedSide } from './listed-call.ts';
import type { CallWish } from './offer.ts';

/** A side of a call that a person may read, and the rule that lets them. */
interface ReadableSide {
  readonly rule: AllowRule;
  readonly side: ListedSide;
}

/** A call's sides that a person may read, the likeliest party's first; empty where that is none. */
export type ReadableCall = readonly ReadableSide[];

/** What the rules for one person let them read of a list. Nothing of it is kept: the next question is decided anew. */
export async function readableCallsOf({ calls }: CallList, ruleFor: RuleFor): Promise<readonly ReadableCall[]> {
  const readable = await inTurns(calls, (call) => readableCallOf(call, ruleFor));
  return readable.filter((call) => call.length > 0);
}

const readableCallOf = (call: ListedCall, ruleFor: RuleFor): ReadableCall =>
  call.flatMap((side) => {
    const rule = ruleFor(side.offered.reference);
    return rule === null ? [] : [{ rule, side }];
  });

/** The side of a call that a person wishes to see; undefined where it has none such. */
export function wishedSide(call: ReadableCall, wished: CallWish['extensionNumber']): ListedSide | undefined {
  if (wished === null) return call[0]?.side;
  if (wished === 'mine') return call.find(({ rule }) => rule === 'tie' || rule === 'own_extension')?.side;
  return call.find(({ side }) => side.offered.extensionNumber === wished)?.side;
}
