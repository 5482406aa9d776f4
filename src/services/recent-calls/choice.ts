import type { ListedSide } from './listed-call.ts';
import type { CallWish, OfferedCall } from './offer.ts';
import { type ReadableCall, wishedSide } from './readable-call.ts';
import { createMatcher } from './search.ts';
import { createMomentSpeller } from './spelled-dates.ts';

/** The calls a person asked for, in the order of the wish, and how many more there are than were asked for. */
export interface Choice {
  readonly calls: readonly OfferedCall[];
  readonly more: number;
}

/** When and where somebody chooses: days are counted from `now`, as the zone's calendar has it; null is UTC. */
export interface ChoosersDay {
  readonly now: Date;
  readonly timeZone: string | null;
}

/** Chooses among calls that stand newest first. A call that is listed twice is chosen once. */
export function chooseCalls(readable: readonly ReadableCall[], wish: CallWish, { now, timeZone }: ChoosersDay): Choice {
  const matches = createMatcher(wish.search, createMomentSpeller(timeZone, now));
  const sides = readable.map((call) => wishedSide(call, wish.extensionNumber));
  const found = sides.filter((side) => side !== undefined).filter(matches);
  const calls = inOrder(withoutRepetition(found), wish.near).map(({ offered }) => offered);
  return { calls: calls.slice(0, wish.most), more: Math.max(calls.length - wish.most, 0) };
}

function withoutRepetition(sides: readonly ListedSide[]): readonly ListedSide[] {
  const seen = new Set<string>();
  return sides.filter(({ legId }) => seen.size < seen.add(legId).size);
}

function inOrder(sides: readonly ListedSide[], near: Date | null): readonly ListedSide[] {
  if (near === null) return sides;
  const distance = (side: ListedSide) => distanceOf(side, near.getTime());
  return sides.toSorted((one, other) => distance(one) - distance(other));
}

const farthest = Number.MAX_SAFE_INTEGER;

const distanceOf = ({ startedAt }: ListedSide, moment: number) =>
  startedAt === null ? farthest : Math.abs(startedAt.getTime() - moment);
