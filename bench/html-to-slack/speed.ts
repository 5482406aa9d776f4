import type { Figure, Table } from '../report/figure.ts';
import type { Input } from './inputs.ts';
import { type Pace, type Slice, takeTurns } from './rounds.ts';
import { median, quantile, spread } from './statistics.ts';
import { reference, subjects } from './subjects.ts';

/** How fast everybody is with one input, beside the reference. */
export interface Speed {
  readonly input: Input;
  readonly table: Omit<Table, 'command'>;
  /** How many times as fast as the reference, by subject: the median of the rounds. */
  readonly times: ReadonlyMap<string, number>;
}

/** Measures everybody with one input. */
export async function measureSpeed(input: Input, pace: Pace): Promise<Speed> {
  const rounds = await takeTurns(Object.keys(subjects), input.html, pace);
  const perSecond = new Map([...rounds].map(([name, own]) => [name, own.map(conversionsPerSecond)]));
  const base = perSecond.get(reference) ?? [];
  const times = new Map([...perSecond].map(([name, rates]) => [name, median(ratios(rates, base))]));
  const figures = [...rounds].flatMap(([who, own]) => figuresOf(who, own, perSecond.get(who) ?? [], times.get(who)));
  const note =
    `Medians of ${pace.rounds} rounds in turns, by the time the thread was at work; the spread is the middle half of ` +
    'the rounds. The 99th percentile is by the clock, of single conversions.';
  return { input, times, table: { title: `Speed: ${input.name} (${input.html.length} characters)`, note, figures } };
}

function figuresOf(
  who: string,
  slices: readonly Slice[],
  rates: readonly number[],
  times: number | undefined,
): Figure[] {
  return [
    { what: 'conversions', who, value: median(rates), unit: 'a second' },
    { what: 'spread', who, value: spread(rates) * 100, unit: '%' },
    {
      what: '99th percentile',
      who,
      value: quantile(
        slices.flatMap(({ durationsMs }) => durationsMs),
        0.99,
      ),
      unit: 'ms',
    },
    { what: `as fast as ${reference}`, who, value: times ?? Number.NaN, unit: 'times' },
  ];
}

function conversionsPerSecond({ durationsMs, workingMs }: Slice): number {
  return (1_000 * durationsMs.length) / workingMs;
}

function ratios(rates: readonly number[], base: readonly number[]): number[] {
  return rates.map((rate, round) => rate / (base[round] ?? Number.NaN));
}
