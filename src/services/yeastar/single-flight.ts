/**
 * Runs at most one piece of work per key at a time: whoever asks while it runs gets the same promise. Nothing is kept
 * afterwards, so a failure is not remembered and a later question is asked anew.
 */
export function createSingleFlight<Value>(): (key: string, work: () => Promise<Value>) => Promise<Value> {
  const inTheAir = new Map<string, Promise<Value>>();
  return (key, work) => {
    const current = inTheAir.get(key);
    if (current !== undefined) return current;
    const flight = work().finally(() => inTheAir.delete(key));
    inTheAir.set(key, flight);
    return flight;
  };
}
