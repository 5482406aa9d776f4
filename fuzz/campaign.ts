import type { Wish } from './arguments.ts';
import { createHand, type Ending } from './crew/crew.ts';
import type { Order } from './crew/orders.ts';
import { inTurns, ordersFor } from './crew/plan.ts';
import { keepFixture } from './fixtures.ts';
import type { Failure, FuzzResult, TargetResult } from './result.ts';
import { targets } from './targets/index.ts';

/** Told of each failure when it is found, and where its input was kept. */
type OnFailure = (failure: Failure, fixture: string | null) => void;

/** Tries as many inputs as were wished for, in several processes. A target that failed once is not tried any further. */
export async function campaign(
  { runs, seed, seconds, only, processes }: Wish,
  onFailure: OnFailure,
): Promise<FuzzResult> {
  const start = performance.now();
  const since = () => (performance.now() - start) / 1000;
  const chosen = targets.filter(({ name }) => only.includes(name));
  const waiting = [...inTurns(ordersFor(chosen, runs, seed))];
  const perTarget: Record<string, TargetResult> = Object.fromEntries(
    chosen.map(({ name }) => [name, { runs: 0, seconds: 0, worstMsPer64kB: 0 }]),
  );
  const failures: Failure[] = [];
  const take = (order: Order, ending: Ending) => {
    if (ending.kind === 'done') perTarget[order.target] = sum(perTarget[order.target], ending);
    const failure = failureOf(order, ending);
    if (failure === null) return;
    failures.push(failure);
    const isKept = failure.input !== null && failure.input !== '';
    onFailure(failure, isKept ? keepFixture(failure.target, failure.found, failure.input ?? '') : null);
  };
  const work = async () => {
    using hand = createHand();
    for (let order = waiting.shift(); order !== undefined && since() < seconds; order = waiting.shift()) {
      const { target } = order;
      if (!failures.some((failure) => failure.target === target)) take(order, await hand.obey(order));
    }
  };
  await Promise.all(Array.from({ length: processes }, work));
  const done = Object.values(perTarget).reduce((count, target) => count + target.runs, 0);
  return { runs: done, seed, seconds: since(), node: process.version, perTarget, failures };
}

function failureOf({ target, seed }: Order, ending: Ending): Failure | null {
  if (ending.kind === 'lost') return { target, seed, path: '', found: `the process ${ending.how}`, input: null };
  return ending.failure === null ? null : { target, seed, ...ending.failure };
}

const sum = (before: TargetResult | undefined, more: TargetResult): TargetResult => ({
  runs: (before?.runs ?? 0) + more.runs,
  seconds: (before?.seconds ?? 0) + more.seconds,
  worstMsPer64kB: Math.max(before?.worstMsPer64kB ?? 0, more.worstMsPer64kB),
});
