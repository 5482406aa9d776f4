import { type BoundedSubject, boundedSubject } from './bounded.ts';
import { families } from './families.ts';
import { growthExponent } from './statistics.ts';
import { own } from './subjects.ts';

/** By which power our time grows with the length of a family. */
export interface Steepness {
  readonly family: string;
  readonly exponent: number;
}

const kilobytes = [8, 16, 32, 64] as const;

/**
 * Our steepest family, in a process that has seen nobody else. The sizes take turns in rounds, so many milliseconds
 * each, and a size counts as its fastest conversion.
 */
export async function steepestFamily(rounds: number, forMs: number): Promise<Steepness> {
  using ours = boundedSubject(own.whole);
  const found: Steepness[] = [];
  for (const family of Object.keys(families)) {
    const fastest = new Map<number, number>(kilobytes.map((size) => [size, Number.POSITIVE_INFINITY]));
    for (let round = 0; round < rounds; round += 1)
      for (const [size, ms] of fastest) fastest.set(size, Math.min(ms, await fastestOf(ours, family, size, forMs)));
    found.push({ family, exponent: growthExponent([...fastest]) });
  }
  return found.reduce((steepest, next) => (next.exponent > steepest.exponent ? next : steepest));
}

async function fastestOf(ours: BoundedSubject, family: string, size: number, forMs: number): Promise<number> {
  const attempt = await ours.attempt({ html: families[family]?.(size * 1_024) ?? '', forMs });
  return attempt.kind === 'done' ? Math.min(...attempt.durationsMs) : Number.POSITIVE_INFINITY;
}
