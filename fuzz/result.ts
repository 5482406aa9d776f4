/** What one target came to. */
export interface TargetResult {
  readonly runs: number;
  readonly seconds: number;
  /** The slowest reading, in milliseconds for each 64 KiB. */
  readonly worstMsPer64kB: number;
}

/** An input under which something happened that must never happen. */
export interface Failure {
  readonly target: string;
  readonly seed: number;
  /** Where fast-check's shrinking ended; with the seed, it leads there again. Empty where the process ended. */
  readonly path: string;
  readonly found: string;
  /** The smallest input that does it; null where nobody lived to tell. */
  readonly input: string | null;
}

/** What a whole run came to. */
export interface FuzzResult {
  readonly runs: number;
  readonly seed: number;
  readonly seconds: number;
  readonly node: string;
  readonly perTarget: Readonly<Record<string, TargetResult>>;
  readonly failures: readonly Failure[];
}

/** The result as a Markdown table. */
export function markdownOf({ runs, seed, seconds, node, perTarget, failures }: FuzzResult): string {
  const rows = Object.entries(perTarget).map(
    ([name, { runs, seconds, worstMsPer64kB }]) =>
      `| ${name} | ${count(runs)} | ${seconds.toFixed(1)} | ${worstMsPer64kB.toFixed(1)} |`,
  );
  return [
    `${count(runs)} inputs, seed ${seed}, ${seconds.toFixed(0)} s, Node ${node}: ${failures.length} failures.`,
    '',
    '| target | inputs | seconds | worst ms for 64 KiB |',
    '|---|---:|---:|---:|',
    ...rows,
  ].join('\n');
}

const count = (number: number) => number.toLocaleString('en');
