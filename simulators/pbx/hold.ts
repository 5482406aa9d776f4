/** A gate that keeps answers back until somebody opens it. */
export type Hold = {
  /** How many answers are waiting now. */
  readonly size: number;
  /** Waits for the next release, or for the client to leave. */
  wait: (gone: AbortSignal) => Promise<void>;
  /** Lets every waiting answer go; later ones wait for the next release. */
  release: () => void;
};

/** A closed gate; `changed` is called whenever the number of waiting answers moves. */
export function createHold(changed: () => void): Hold {
  const waiting = new Set<() => void>();
  return {
    get size() {
      return waiting.size;
    },
    async wait(gone) {
      if (gone.aborted) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.add(resolve);
      gone.addEventListener('abort', () => resolve(), { once: true });
      changed();
      await promise;
      waiting.delete(resolve);
      changed();
    },
    release() {
      for (const go of waiting) go();
    },
  };
}
