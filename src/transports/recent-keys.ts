/** Remembers keys for a while, the oldest ones first to go when there are too many. */
export interface RecentKeys {
  /** True the first time within the while. */
  addIfNew(key: string): boolean;
}

const most = 20_000;

export function createRecentKeys(rememberedForMs: number, elapsedMs = () => performance.now()): RecentKeys {
  const addedAt = new Map<string, number>(); // in order of time, as a Map keeps its keys
  const forgetOld = (now: number) => {
    for (const [key, at] of addedAt) {
      if (addedAt.size <= most && now - at < rememberedForMs) return;
      addedAt.delete(key);
    }
  };
  return {
    addIfNew(key) {
      const now = elapsedMs();
      forgetOld(now);
      if (addedAt.has(key)) return false;
      addedAt.set(key, now);
      return true;
    },
  };
}
