import type { Plot, Table } from '../report/figure.ts';
import { longSummary } from './inputs.ts';
import { type Pace, takeTurns } from './rounds.ts';
import { growthExponent } from './statistics.ts';
import { subjects } from './subjects.ts';

/** How everybody's time grows with the length of an ordinary summary. */
export interface Growth {
  readonly table: Omit<Table, 'command'>;
  readonly plot: Plot;
  readonly exponents: ReadonlyMap<string, number>;
}

/** Ten sizes from 1 to 64 kB, each the same number of times the one before. */
const sizes = Array.from({ length: 10 }, (_size, index) => Number((64 ** (index / 9)).toPrecision(2)));

/** Measures everybody at every size; a size counts as the fastest conversion, which is what it costs undisturbed. */
export async function measureGrowth(pace: Pace): Promise<Growth> {
  const points = new Map<string, [number, number][]>(Object.keys(subjects).map((name) => [name, []]));
  for (const size of sizes) {
    const { html } = longSummary(size);
    const rounds = await takeTurns([...points.keys()], html, pace);
    for (const [name, own] of rounds)
      points.get(name)?.push([html.length / 1_024, Math.min(...own.flatMap(({ durationsMs }) => durationsMs))]);
  }
  const exponents = new Map([...points].map(([name, own]) => [name, growthExponent(own)]));
  return { table: tableOf(points, exponents), plot: plotOf(points), exponents };
}

type Points = ReadonlyMap<string, readonly (readonly [number, number])[]>;

function tableOf(points: Points, exponents: ReadonlyMap<string, number>): Growth['table'] {
  const figures = [...points].flatMap(([who, own]) => [
    { what: '1 kB', who, value: own[0]?.[1] ?? Number.NaN, unit: 'ms' },
    { what: '64 kB', who, value: own.at(-1)?.[1] ?? Number.NaN, unit: 'ms' },
    { what: 'exponent', who, value: exponents.get(who)?.toFixed(2) ?? '', unit: '' },
  ]);
  const note = `Fitted over ${sizes.length} sizes; 1 is linear, 2 is four times as long for twice the text.`;
  return { title: 'Growth with the length of a summary', note, figures };
}

function plotOf(points: Points): Plot {
  return {
    name: 'html-to-slack-growth',
    title: 'Time by length of an ordinary summary',
    x: 'kB of HTML',
    y: 'ms',
    isLog: true,
    lines: [...points].map(([name, own]) => ({ name, points: own })),
  };
}
