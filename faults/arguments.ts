import { parseArgs } from 'node:util';
import { catalogue, leftOutOfShort } from './catalogue/index.ts';
import type { Fault } from './fault.ts';

/** What the command line asks for. */
export type Wish =
  | { readonly kind: 'run'; readonly faults: readonly Fault[]; readonly form: 'table' | 'json' | 'markdown' }
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
  const values = valuesIn(words);
  if (values === null) return notUnderstood(usage);
  const { short, only, json, markdown } = values;
  const names = only?.split(',') ?? null;
  const unknown = names?.filter((name) => !catalogue.some(({ id }) => isNamed(id, name))) ?? [];
  if (unknown.length > 0)
    return notUnderstood(`There is no row ${quoted(unknown)} to run; docs/faults.md has them all.`);
  const named = catalogue.filter(({ id }) => names === null || names.some((name) => isNamed(id, name)));
  const faults = named.filter(({ id }) => !(short && leftOutOfShort.has(id)));
  if (faults.length === 0) return notUnderstood(`Nothing to run: --short leaves out ${quoted(names ?? [])}.`);
  return { kind: 'run', faults, form: json ? 'json' : markdown ? 'markdown' : 'table' };
}

function valuesIn(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options }).values;
  } catch {
    return null;
  }
}

const notUnderstood = (problem: string): Wish => ({ kind: 'not_understood', problem });

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');

/** P4 names P4a, P4b and so on, too. */
const isNamed = (id: string, name: string) => id === name || id.replace(/[a-z]$/, '') === name;
