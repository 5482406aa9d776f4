import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { firstMistake, loadPolicy } from './mutation/examination.ts';
import { type Mutant, mutantsOf } from './mutation/mutants.ts';

/** One mutant, and what gave it away; null if nothing did. */
export interface Examined extends Mutant {
  readonly killedBy: string | null;
}

/** Every mutant of the policy, examined against the matrix. Takes a few seconds. */
export async function examineMutants(): Promise<readonly Examined[]> {
  const source = readFileSync(new URL('../../../src/services/access/policy.ts', import.meta.url), 'utf8');
  const examined: Examined[] = [];
  for (const mutant of mutantsOf(source)) examined.push({ ...mutant, killedBy: await mistakeOf(mutant) });
  return examined;
}

async function mistakeOf({ text }: Mutant): Promise<string | null> {
  try {
    return firstMistake(await loadPolicy(text));
  } catch (thrown) {
    return `does not load: ${String(thrown)}`;
  }
}

/** The report: two lines for each mutant, and the sum. */
export function reportOf(examined: readonly Examined[]): readonly string[] {
  const lines = examined.flatMap(({ line, name, original, killedBy }) => [
    `${killedBy === null ? 'SURVIVED' : 'killed  '}  policy.ts:${line}  ${name}, in: ${original.slice(0, 80)}`,
    `            ${killedBy === null ? '' : `by: ${killedBy}`}`.trimEnd(),
  ]);
  const killed = examined.filter(({ killedBy }) => killedBy !== null).length;
  return [...lines, `${examined.length} mutants: ${killed} killed, ${examined.length - killed} survived.`];
}

/** Started by itself, it prints the report: node test/services/access/mutants.ts */
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.stdout.write(`${reportOf(await examineMutants()).join('\n')}\n`);
}
