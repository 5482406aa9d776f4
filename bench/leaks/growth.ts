import type { HeapCensus } from './heap-snapshot.ts';

/** A heap after so many commands. */
export interface Stage {
  readonly commands: number;
  readonly census: HeapCensus;
}

/** How the number of objects of one kind went from stage to stage. */
export interface Growth {
  readonly kind: string;
  readonly counts: readonly number[];
  /** Objects more for each command, between one stage and the next. */
  readonly perCommand: readonly number[];
}

/**
 * What ten commands may leave behind on average before it counts as a leak: one object. Less says nothing: the numbers
 * that V8 keeps boxed go up and down by thousands from one snapshot to the next.
 */
const leastPerCommand = 0.1;

/** How each kind of object went, the most grown first. */
export function growthBetween(stages: readonly Stage[]): readonly Growth[] {
  const kinds = new Set(stages.flatMap(({ census }) => [...census.keys()]));
  return [...kinds].map((kind) => growthOf(kind, stages)).toSorted((one, other) => added(other) - added(one));
}

/**
 * Whether a kind grows in proportion to commands: from every stage to the next. What fills up and stays, as memory with
 * an upper bound does, stops before the last one.
 */
export const isLeaking = ({ perCommand }: Growth): boolean => perCommand.every((growth) => growth >= leastPerCommand);

function growthOf(kind: string, stages: readonly Stage[]): Growth {
  const counts = stages.map(({ census }) => census.get(kind)?.count ?? 0);
  const perCommand = stages.slice(1).map(({ commands }, index) => {
    const before = stages[index]?.commands ?? 0;
    return ((counts[index + 1] ?? 0) - (counts[index] ?? 0)) / (commands - before);
  });
  return { kind, counts, perCommand };
}

const added = ({ counts }: Growth) => (counts.at(-1) ?? 0) - (counts[0] ?? 0);
