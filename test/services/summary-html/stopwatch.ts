/** The shortest time, in milliseconds, that something took in several tries: what it costs on a machine left alone. */
export function fastestOf(tries: number, work: () => unknown): number {
  const times = Array.from({ length: tries }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}
