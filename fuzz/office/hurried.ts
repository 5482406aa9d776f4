/** Bolt waits this long before it says 404 to what nothing has acknowledged. Milliseconds. */
const patienceOfBolt = 3_001;

/** Bolt's patience, in our hands. */
export interface Patience extends Disposable {
  /** Lets Bolt give up, at once, on whatever it still waits for. */
  end(): void;
}

/** Takes Bolt's patience in hand; every other timer keeps its time. */
export function holdPatienceOfBolt(): Patience {
  const real = globalThis.setTimeout;
  const waiting = new Map<NodeJS.Timeout, () => void>();
  const held = (work: (...given: unknown[]) => void, ms?: number, ...given: unknown[]) => {
    const timer = real(work, ms, ...given);
    if (ms === patienceOfBolt) waiting.set(timer, work);
    return timer;
  };
  globalThis.setTimeout = Object.assign(held, real);
  return {
    end() {
      for (const [timer, giveUp] of waiting) {
        clearTimeout(timer);
        setImmediate(giveUp);
      }
      waiting.clear();
    },
    [Symbol.dispose]() {
      globalThis.setTimeout = real;
    },
  };
}
