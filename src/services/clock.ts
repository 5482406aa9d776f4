/** Monotonic time, in milliseconds from an arbitrary start: only differences mean something. Tests turn it by hand. */
export interface Clock {
  elapsedMs(): number;
}

/** The machine's own monotonic clock; unlike the wall clock it never jumps. */
export const machineClock: Clock = { elapsedMs: () => performance.now() };
