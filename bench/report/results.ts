import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Part, PartResult } from './figure.ts';
import type { Machine } from './machine.ts';
import { resultsMarkdown } from './markdown.ts';
import { plotSvg } from './plot.ts';

/** What a part gave, when, where, and with which packages. */
export interface Run extends PartResult {
  readonly says: string;
  /** The day, as 2026-05-13. */
  readonly date: string;
  readonly machine: Machine;
  readonly packages: Readonly<Record<string, string>>;
}

const bench = new URL('../', import.meta.url);
const results = new URL('results.json', bench);
const plots = new URL('plots/', bench);

/** Writes a run beside the kept runs of the other parts: results.json, RESULTS.md and the plots. */
export function keepRun(run: Run, parts: readonly Part[]): void {
  const runs = mergedRuns(keptRuns(), run, parts);
  writeFileSync(results, `${JSON.stringify(runs, null, 1)}\n`);
  writeFileSync(new URL('RESULTS.md', bench), resultsMarkdown(runs));
  mkdirSync(plots, { recursive: true });
  for (const name of readdirSync(plots)) rmSync(new URL(name, plots));
  for (const plot of runs.flatMap((kept) => kept.plots))
    writeFileSync(new URL(`${plot.name}.svg`, plots), plotSvg(plot));
}

/** The kept runs with a new one in the place of the old, in the order of the parts; runs of parts that are gone go too. */
export function mergedRuns(kept: readonly Run[], run: Run, parts: readonly Pick<Part, 'name'>[]): Run[] {
  return parts.flatMap(({ name }) => (name === run.part ? run : kept.filter(({ part }) => part === name)));
}

function keptRuns(): Run[] {
  return existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : [];
}
