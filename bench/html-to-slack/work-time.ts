/**
 * Starts to count how long this thread is at work; the function gives the milliseconds so far. Other programs cannot
 * lengthen it, as they do what a clock shows, but it advances in steps of some milliseconds.
 */
export function workTime(): () => number {
  const start = process.threadCpuUsage();
  return () => {
    const { user, system } = process.threadCpuUsage(start);
    return (user + system) / 1_000;
  };
}
