import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

const folder = new URL('fixtures/', import.meta.url);

/** An input that once went wrong. */
export interface Fixture {
  readonly name: string;
  /** What was found then. */
  readonly found: string;
  readonly input: string;
}

/** Keeps an input as a file of its target, without the stack of whatever was thrown: its paths are of one machine. Gives the file's name. */
export function keepFixture(target: string, found: string, input: string): string {
  const name = `${createHash('sha256').update(input).digest('hex').slice(0, 12)}.json`;
  const own = new URL(`${target}/`, folder);
  mkdirSync(own, { recursive: true });
  const [firstLine = ''] = found.split('\n');
  writeFileSync(new URL(name, own), `${JSON.stringify({ found: firstLine, input }, null, 2)}\n`);
  return `fuzz/fixtures/${target}/${name}`;
}

/** Every input of a target that once went wrong. */
export function fixturesOf(target: string): readonly Fixture[] {
  const own = new URL(`${target}/`, folder);
  if (!existsSync(own)) return [];
  return readdirSync(own).map((name) => ({ name, ...JSON.parse(readFileSync(new URL(name, own), 'utf8')) }));
}
