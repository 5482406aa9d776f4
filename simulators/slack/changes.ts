/** How long to wait for something. */
export interface Patience {
  /** Milliseconds; 5,000 unless said otherwise. */
  readonly ms?: number;
}

/** Tells everyone who waits that something in the workspace is different now. */
export interface Changes {
  happened(): void;
  /**
   * Takes a question; gives its first answer that is not `undefined`, asking again after every change.
   * Rejects with what is on screen when the patience runs out, and with whatever the question throws.
   */
  until<T>(question: () => T | undefined, patience?: Patience): Promise<T>;
  /** Calls the listener at every change; gives what ends that. */
  watch(listener: () => void): () => void;
}

/** Takes a way to describe the workspace in words; gives the bell that rings at each change. */
export function createChanges(describe: () => string): Changes {
  const listening = new Set<() => void>();
  return {
    happened() {
      for (const tell of [...listening]) tell();
    },
    until(question, { ms = 5_000 } = {}) {
      return new Promise((resolve, reject) => {
        const settle = (finish: () => void) => {
          clearTimeout(timer);
          listening.delete(ask);
          finish();
        };
        const ask = () => {
          try {
            const answer = question();
            if (answer !== undefined) settle(() => resolve(answer));
          } catch (error) {
            settle(() => reject(error));
          }
        };
        const giveUp = () => settle(() => reject(new Error(`Nothing came of it in ${ms} ms.\n${describe()}`)));
        const timer = setTimeout(giveUp, ms);
        listening.add(ask);
        ask();
      });
    },
    watch(listener) {
      // Somebody may listen twice.
      const tell = () => listener();
      listening.add(tell);
      return () => void listening.delete(tell);
    },
  };
}
