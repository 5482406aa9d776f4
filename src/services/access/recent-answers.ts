import type { Clock } from '../clock.ts';
import type { Freshness } from './people-directory.ts';

/** Answers that may be used again for a while. */
export interface RecentAnswers<Value> {
  /** `work` finds the answer out; it runs once for everybody who asks meanwhile. What it throws is not kept. */
  ask(key: string, freshness: Freshness, work: () => Promise<Value>): Promise<Value>;
}

const mostKept = 5_000;

/** Keeps each answer `keptMs` milliseconds from the moment of its question, so that no answer is older than that. */
export function createRecentAnswers<Value>(clock: Clock, keptMs: number): RecentAnswers<Value> {
  const known = new Map<string, { readonly since: number; readonly answer: Promise<Value> }>();
  const ask = (key: string, work: () => Promise<Value>) => {
    const asked = { since: clock.elapsedMs(), answer: work() };
    known.delete(key); // so that the order of the map is the order of the questions
    known.set(key, asked);
    asked.answer.catch(() => {
      if (known.get(key) === asked) known.delete(key);
    });
    dropOldest(known);
    return asked.answer;
  };
  return {
    ask(key, freshness, work) {
      const last = known.get(key);
      const isRecent = last !== undefined && clock.elapsedMs() - last.since < keptMs;
      return freshness === 'recent' && isRecent ? last.answer : ask(key, work);
    },
  };
}

function dropOldest(known: Map<string, unknown>): void {
  const [oldest] = known.keys();
  if (known.size > mostKept && oldest !== undefined) known.delete(oldest);
}
