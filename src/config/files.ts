import type { ConfigProblem } from './problems.ts';
import { secretNames } from './settings.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads a small text file; throws when it cannot. */
export type ReadTextFile = (path: string) => string;

/** What was read, or what is wrong. */
export type Outcome<T> = { readonly value: T } | { readonly problem: ConfigProblem };

/** A text file named by a setting, without the line break at its end. */
export function readFileOf(name: string, path: string, readTextFile: ReadTextFile): Outcome<string> {
  try {
    const value = readTextFile(path).replace(/\r?\n$/, '');
    return value.trim() === '' ? { problem: { name, problem: 'names an empty file' } } : { value };
  } catch {
    return { problem: { name, problem: 'names a file that cannot be read' } };
  }
}

/** The environment with each `NAME_FILE` of a secret replaced by `NAME` and the file's content; empty values are absent. */
export function resolveSecretFiles(
  env: Environment,
  readTextFile: ReadTextFile,
): { readonly env: Environment; readonly problems: readonly ConfigProblem[] } {
  const resolved: Record<string, string | undefined> = { ...withoutEmpty(env) };
  const problems: ConfigProblem[] = [];
  for (const name of secretNames) {
    const fileName = `${name}_FILE`;
    const path = resolved[fileName];
    if (path === undefined) continue;
    const outcome =
      resolved[name] === undefined ? readFileOf(fileName, path, readTextFile) : givenTwice(fileName, name);
    if ('problem' in outcome) problems.push(outcome.problem);
    else resolved[name] = outcome.value;
  }
  return { env: resolved, problems };
}

const givenTwice = (fileName: string, name: string) => ({
  problem: { name: fileName, problem: `is set together with ${name}; keep one` },
});

const withoutEmpty = (env: Environment): Environment =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));
