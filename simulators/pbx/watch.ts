/** Says when the PBX is different, so that nobody has to sleep until it is. */
type Watch = {
  /** Says that something may have changed. */
  changed: () => void;
  /** Resolves as soon as the condition holds; rejects when it does not within the given milliseconds. */
  until: (condition: () => boolean, withinMilliseconds?: number) => Promise<void>;
  /** Calls the listener whenever something may have changed; gives what ends that. */
  watch: (listener: () => void) => () => void;
};

/** A watch with nobody waiting yet. */
export function createWatch(): Watch {
  const looks = new Set<() => void>();
  return {
    changed: () => {
      for (const look of looks) look();
    },
    until: async (condition, withinMilliseconds = 2_000) => {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const look = () => condition() && resolve();
      const late = () => reject(new Error(`The PBX did not get there within ${withinMilliseconds} ms`));
      const timer = setTimeout(late, withinMilliseconds);
      looks.add(look);
      look();
      await promise.finally(() => {
        clearTimeout(timer);
        looks.delete(look);
      });
    },
    watch: (listener) => {
      // Somebody may listen twice.
      const look = () => listener();
      looks.add(look);
      return () => void looks.delete(look);
    },
  };
}
