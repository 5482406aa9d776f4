import type { Clock } from './clock.ts';

/** Questions that people were answered a little while ago. */
export interface RepeatedQuestions {
  /** Whether a person may have the same answer once more at no cost; counts it. */
  mayRepeat(personId: string, question: string): boolean;
  /** Notes an answer, after which the same may be asked again for a while. `isRepeat` where it came at no cost. */
  answered(personId: string, question: string, isRepeat: boolean): void;
}

interface Answered {
  since: number;
  repeatsLeft: number;
}

const rememberedMs = 2 * 60_000;
const mostRemembered = 10_000;

/** Sharing a summary asks for it with every choice and tick; this is more than a careful person makes. */
const mostRepeats = 9;

export function createRepeatedQuestions(clock: Clock): RepeatedQuestions {
  const known = new Map<string, Answered>();
  return {
    mayRepeat(personId, question) {
      const last = known.get(keyOf(personId, question));
      if (last === undefined || last.repeatsLeft === 0 || clock.elapsedMs() - last.since >= rememberedMs) return false;
      last.repeatsLeft -= 1;
      return true;
    },
    answered(personId, question, isRepeat) {
      const key = keyOf(personId, question);
      const repeatsLeft = isRepeat ? (known.get(key)?.repeatsLeft ?? 0) : mostRepeats;
      known.delete(key); // so that the order of the map is the order of the answers
      known.set(key, { since: clock.elapsedMs(), repeatsLeft });
      dropOldest(known);
    },
  };
}

const keyOf = (personId: string, question: string) => JSON.stringify([personId, question]);

function dropOldest(known: Map<string, unknown>): void {
  const [oldest] = known.keys();
  if (known.size > mostRemembered && oldest !== undefined) known.delete(oldest);
}
