import type { Line } from './line.ts';
import type { BenchPerson } from './people.ts';
import type { Types } from './typing.ts';

/** When a command counts as done: once Slack has its acknowledgement, or once the person has the answer as well. */
export type Until = 'acknowledged' | 'answered';

export interface ClosedLoop {
  readonly commands: number;
  /** How many are under way at any time. */
  readonly atOnce: number;
  readonly until: Until;
  /** Who types; everybody in turn, unless somebody is named. */
  readonly person?: BenchPerson;
}

/** Types commands, each as soon as one before it is done; gives how long all of them took, in milliseconds. */
export async function typeInTurn(types: Types, line: Line, loop: ClosedLoop): Promise<number> {
  const startedAt = performance.now();
  let left = loop.commands;
  const oneAfterTheOther = async () => {
    while (left > 0) {
      left -= 1;
      const typed = types(line, loop.person);
      await typed.acknowledged;
      if (loop.until === 'answered') assertSummary(await typed.answered);
    }
  };
  const guard = watchProgress(() => left);
  try {
    await Promise.race([Promise.all(Array.from({ length: loop.atOnce }, oneAfterTheOther)), guard.stalled]);
  } finally {
    guard.end();
  }
  return performance.now() - startedAt;
}

const longestStandstillMs = 60_000;

/** Rejects when nothing goes forward any more: a command that got lost would otherwise be waited for without end. */
function watchProgress(left: () => number) {
  const { promise: stalled, reject } = Promise.withResolvers<never>();
  let before = Number.POSITIVE_INFINITY;
  const timer = setInterval(() => {
    if (left() === before) reject(new Error('commands are neither answered nor refused'));
    before = left();
  }, longestStandstillMs);
  return { stalled, end: () => clearInterval(timer) };
}

function assertSummary(kind: string): void {
  if (kind !== 'summary') throw new Error(`a summary was expected, and ${kind} came`);
}
