/** Remembers keys for a while, the oldest ones first to go when there are too many. */
export interface RecentKeys {
  /** True the first time within the while. */
  addIfNew(key: string): boolean;
}

/** The same with something remembered for each key. */
export interface Recent<Value> {
  /** What the key was first seen with, within the while; undefined the first time, and then `value` is remembered. */
  earlier(key: string, value: Value): Value | undefined;
}

const most = 10_000;
const machineMs = () => performance.now();

export function createRecent<Value>(rememberedForMs: number, elapsedMs = machineMs): Recent<Value> {
  const seen = new Map<string, { readonly value: Value; readonly at: number }>(); // in order of time, as a Map keeps it
  const forgetOld = (now: number) => {
    for (const [key, { at }] of seen) {
      if (seen.size <= most && now - at < rememberedForMs) return;
      seen.delete(key);
    }
  };
  return {
    earlier(key, value) {
      const now = elapsedMs();
      forgetOld(now);
      const known = seen.get(key);
      if (known === undefined) seen.set(key, { value, at: now });
      return known?.value;
    },
  };
}

export function createRecentKeys(rememberedForMs: number, elapsedMs = machineMs): RecentKeys {
  const recent = createRecent<true>(rememberedForMs, elapsedMs);
  return { addIfNew: (key) => recent.earlier(key, true) === undefined };
}
