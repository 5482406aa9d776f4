import type { Clock } from '../clock.ts';
import type { Freshness } from './people-directory.ts';

/** Answers that may be used again for a while. */
export interface RecentAnswers<Value> {
  /** `work` finds the answer out; it runs once for everybody who asks meanwhile. */
  ask(key: string, freshness: Freshness, work: () => Promise<Value>): Promise<Value>;
}

/** What was asked. A failure is the answer until `restsUntil`; before it has failed, that is no time at all. */
interface Asked<Value> {
  readonly since: number;
  readonly answer: Promise<Value>;
  restsUntil: number | null;
}

const mostKept = 5_000;
const noRest = () => 0;

/**
 * Keeps each answer `keptMs` milliseconds from the moment of its question, so that no answer is older than that. After a
 * failure nothing is asked for as long as `restMsAfter` says, and the failure is told again; by default it is not kept.
 */
export function createRecentAnswers<Value>(
  clock: Clock,
  keptMs: number,
  restMsAfter: (thrown: unknown) => number = noRest,
): RecentAnswers<Value> {
  const known = new Map<string, Asked<Value>>();
  const ask = (key: string, work: () => Promise<Value>) => {
    const asked: Asked<Value> = { since: clock.elapsedMs(), answer: work(), restsUntil: null };
    known.delete(key); // so that the order of the map is the order of the questions
    known.set(key, asked);
    asked.answer.catch((thrown: unknown) => {
      asked.restsUntil = clock.elapsedMs() + restMsAfter(thrown);
    });
    dropOldest(known);
    return asked.answer;
  };
  const isGood = ({ since, restsUntil }: Asked<Value>, freshness: Freshness) =>
    restsUntil === null ? freshness === 'recent' && clock.elapsedMs() - since < keptMs : clock.elapsedMs() < restsUntil;
  return {
    ask(key, freshness, work) {
      const last = known.get(key);
      return last !== undefined && isGood(last, freshness) ? last.answer : ask(key, work);
    },
  };
}

function dropOldest(known: Map<string, unknown>): void {
  const [oldest] = known.keys();
  if (known.size > mostKept && oldest !== undefined) known.delete(oldest);
}
