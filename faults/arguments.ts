import { parseArgs } from 'node:util';
import { leftOutOfShort } from './catalogue/index.ts';
import type { Fault } from './fault.ts';

/** What the command line asks for. */
export type Wish =
  | { readonly kind: 'run'; readonly wants: (fault: Fault) => boolean; readonly form: 'table' | 'json' | 'markdown' }
  | { readonly kind: 'not_understood'; readonly problem: string };

const usage = `npm run faults -- [--short] [--only P3,S4] [--json | --markdown]

  --short     leaves out what takes long
  --only      these alone; P4 means P4a, P4b and so on, too
  --json      all rows as JSON
  --markdown  all rows as docs/faults.md has them`;

const options = {
  short: { type: 'boolean', default: false },
  only: { type: 'string' },
  json: { type: 'boolean', default: false },
  markdown: { type: 'boolean', default: false },
} as const;

/** Reads the words after the command's name. */
export function chosen(words: readonly string[]): Wish {
  try {
    const { short, only, json, markdown } = parseArgs({ args: [...words], options }).values;
    const wants = ({ id }: Fault) => !(short && leftOutOfShort.has(id)) && (only === undefined || isNamed(id, only));
    return { kind: 'run', wants, form: json ? 'json' : markdown ? 'markdown' : 'table' };
  } catch {
    return { kind: 'not_understood', problem: usage };
  }
}

const isNamed = (id: string, only: string) =>
  only.split(',').some((name) => id === name || id.replace(/[a-z]$/, '') === name);
