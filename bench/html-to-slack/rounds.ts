import { type Convert, loadSubject } from './subjects.ts';
import { workTime } from './work-time.ts';

/** What somebody did in their slice of a round. */
export interface Slice {
  /** Conversion by conversion, in milliseconds. */
  readonly durationsMs: readonly number[];
  /** How long the thread was at work in all. */
  readonly workingMs: number;
}

/** How long everyone is measured: so many rounds, in each of which everybody converts for so many milliseconds. */
export interface Pace {
  readonly rounds: number;
  readonly sliceMs: number;
}

/** Has subjects convert the same HTML in turns: in every round everybody has a slice of time, each time in another order. */
export async function takeTurns(
  names: readonly string[],
  html: string,
  { rounds, sliceMs }: Pace,
): Promise<ReadonlyMap<string, readonly Slice[]>> {
  const slices = new Map<string, Slice[]>(names.map((name) => [name, []]));
  const converters = await Promise.all(names.map(async (name) => ({ name, convert: await loadSubject(name) })));
  for (const { convert } of converters) await slice(convert, html, sliceMs);
  for (let round = 0; round < rounds; round += 1)
    for (let turn = 0; turn < converters.length; turn += 1) {
      const next = converters[(round + turn) % converters.length];
      if (next !== undefined) slices.get(next.name)?.push(await slice(next.convert, html, sliceMs));
    }
  return slices;
}

async function slice(convert: Convert, html: string, sliceMs: number): Promise<Slice> {
  const durationsMs: number[] = [];
  const working = workTime();
  const end = performance.now() + sliceMs;
  do {
    const start = performance.now();
    await convert(html);
    durationsMs.push(performance.now() - start);
  } while (performance.now() < end);
  return { durationsMs, workingMs: working() };
}
