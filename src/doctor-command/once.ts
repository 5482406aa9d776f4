/** Does something when it is first wanted; everybody later gets the same outcome. */
export function once<T>(work: () => Promise<T>): () => Promise<T> {
  let outcome: Promise<T> | null = null;
  return () => {
    outcome ??= work();
    return outcome;
  };
}
