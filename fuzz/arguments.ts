import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { targets } from './targets/index.ts';

/** What the command line asks for. */
export interface Wish {
  readonly runs: number;
  readonly seed: number;
  /** No further orders are given after so many seconds. */
  readonly seconds: number;
  readonly only: readonly string[];
  readonly processes: number;
  /** The file for the result as JSON; `-` is standard output. */
  readonly json: string | null;
  readonly isMarkdown: boolean;
}

export const usage = `Tries inputs nobody would think of, and judges what comes of them.

  npm run fuzz -- [--runs 100000] [--seed 7] [--only html,settings] [--seconds 600] [--processes 2] [--json FILE] [--markdown]

  targets: ${targets.map(({ name }) => name).join(', ')}`;

const options = {
  runs: { type: 'string', default: '20000' },
  seed: { type: 'string' },
  seconds: { type: 'string', default: '86400' },
  only: { type: 'string' },
  processes: { type: 'string', default: String(Math.min(availableParallelism(), 4)) },
  json: { type: 'string' },
  markdown: { type: 'boolean', default: false },
} as const;

/** Reads the words after the command's name. @throws an Error that says what is wrong with them */
export function wishOf(words: readonly string[]): Wish {
  const { values } = parseArgs({ args: [...words], options });
  const only = values.only?.split(',') ?? targets.map(({ name }) => name);
  const unknown = only.find((name) => !targets.some((target) => target.name === name));
  if (unknown !== undefined) throw new Error(`--only: there is no target "${unknown}"`);
  return {
    runs: numberFrom('runs', values.runs, 1),
    seed: values.seed === undefined ? Math.trunc(Date.now() % 2 ** 31) : numberFrom('seed', values.seed),
    seconds: numberFrom('seconds', values.seconds, 1),
    only,
    processes: numberFrom('processes', values.processes, 1),
    json: values.json ?? null,
    isMarkdown: values.markdown,
  };
}

function numberFrom(name: string, given: string, least = 0): number {
  const number = Number(given);
  if (!Number.isSafeInteger(number) || given.trim() === '') throw new Error(`--${name}: "${given}" is no whole number`);
  if (number < least) throw new Error(`--${name}: ${least} is the least`);
  return number;
}
