import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { FuzzResult } from '../../fuzz/result.ts';
import type { Figure, Goal, Part } from '../report/figure.ts';

const command = 'npm run bench -- fuzz';
const fuzzing = fileURLToPath(new URL('../../fuzz/main.ts', import.meta.url));
const longestMs = 3_600_000;

/** A million inputs nobody would think of, with a seed of their own, so that any of them can be tried again. */
export const part: Part = {
  name: 'fuzz',
  says: 'what comes of a million inputs nobody would think of',
  async run({ quick }) {
    const result = await fuzzed(quick ? 20_000 : 1_000_000);
    const note = `Seed ${result.seed}, ${result.seconds.toFixed(0)} s. What must never happen: a crash, an unhandled rejection, a live mention or link, a message outside Slack’s limits.`;
    return {
      part: 'fuzz',
      tables: [{ title: 'Inputs tried', note, command, figures: figuresOf(result) }],
      goals: [noFailure(result)],
      plots: [],
    };
  },
};

/** Its exit status says whether anything failed, and so does its result. */
async function fuzzed(runs: number): Promise<FuzzResult> {
  const words = [fuzzing, '--runs', String(runs), '--json', '-'];
  const told = await promisify(execFile)(process.execPath, words, { timeout: longestMs }).catch(outputOf);
  return JSON.parse(told.stdout);
}

function outputOf(thrown: unknown): { readonly stdout: string } {
  if (thrown instanceof Error && 'stdout' in thrown && typeof thrown.stdout === 'string' && thrown.stdout !== '')
    return { stdout: thrown.stdout };
  throw thrown;
}

function figuresOf({ perTarget }: FuzzResult): readonly Figure[] {
  return Object.entries(perTarget).flatMap(([what, { runs, seconds, worstMsPer64kB }]) => [
    { what, who: 'inputs', value: runs, unit: '' },
    { what, who: 'seconds', value: Math.round(seconds), unit: '' },
    { what, who: 'slowest, ms for 64 kB', value: worstMsPer64kB, unit: '' },
  ]);
}

const noFailure = ({ runs, failures }: FuzzResult): Goal => ({
  says: 'Nothing that must never happen',
  seen: `${failures.length} failures among ${runs.toLocaleString('en-US')} inputs`,
  reached: failures.length === 0,
});
