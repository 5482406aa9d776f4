/** The time in this workspace: the machine's, plus what a test says has passed. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Lets `ms` milliseconds go by at once. */
  passes(ms: number): void;
  /** A message timestamp: seconds with six decimals, never given twice, always growing. */
  ts(): string;
}

/** Gives a clock that starts at the machine's time. */
export function createClock(): Clock {
  let ahead = 0;
  let lastMicroseconds = 0;
  const now = () => Date.now() + ahead;
  return {
    now,
    passes(ms) {
      ahead += ms;
    },
    ts() {
      lastMicroseconds = Math.max(now() * 1_000, lastMicroseconds + 1);
      return `${Math.floor(lastMicroseconds / 1e6)}.${String(lastMicroseconds % 1e6).padStart(6, '0')}`;
    },
  };
}
