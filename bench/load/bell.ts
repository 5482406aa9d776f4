/** Wakes those who wait for something to be so. */
export interface Bell {
  /** Looks anew for everybody who waits. */
  ring(): void;
  /** Resolves with the first answer that is not undefined. */
  until<T>(look: () => T | undefined): Promise<T>;
}

export function createBell(): Bell {
  const waiting = new Set<() => void>();
  return {
    ring() {
      for (const look of waiting) look();
    },
    until: (look) =>
      new Promise((resolve) => {
        const lookAgain = () => {
          const found = look();
          if (found === undefined) return;
          waiting.delete(lookAgain);
          resolve(found);
        };
        waiting.add(lookAgain);
        lookAgain();
      }),
  };
}
