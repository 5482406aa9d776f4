import { percentile } from '../load/percentiles.ts';
import type { Way } from '../load/settings.ts';
import type { Figure } from '../report/figure.ts';
import type { Latencies } from './latencies.ts';
import type { Cost, RoundsOptions } from './rounds.ts';
import { cannedAnswer, onlyAcknowledges, ours, type Subject, sameWork, sameWorkRecorded } from './subjects.ts';

const nameOf: Readonly<Record<Way, string>> = { http: 'HTTP', socket: 'Socket Mode' };

/** One comparison, with how it was made. */
export interface Comparison {
  readonly options: RoundsOptions;
  readonly costs: readonly Cost[];
}

export const comparisonName = ({ options: { way, atOnce } }: Comparison): string => `${nameOf[way]}, ${atOnce} at once`;

const rounded = (value: number, digits = 0) => Number(value.toFixed(digits));

export const costFigures = (comparisons: readonly Comparison[]): readonly Figure[] =>
  comparisons.flatMap((comparison) =>
    comparison.costs.flatMap(({ subject: { name: who }, cpuMicros, perSecond }) => [
      { what: `${comparisonName(comparison)}: CPU per command`, who, value: rounded(cpuMicros), unit: 'µs' },
      { what: `${comparisonName(comparison)}: commands per second`, who, value: rounded(perSecond), unit: '/s' },
    ]),
  );

/** How much CPU a command of the app takes for each that one of the others takes. */
export function ratioTo(other: Subject, { costs }: Comparison): number {
  const costOf = (wanted: Subject) => costs.find(({ subject }) => subject === wanted)?.cpuMicros ?? Number.NaN;
  return costOf(ours) / costOf(other);
}

export const ratioFigures = (comparisons: readonly Comparison[]): readonly Figure[] =>
  comparisons.flatMap((comparison) =>
    [sameWorkRecorded, sameWork, cannedAnswer, onlyAcknowledges].map((other) => ({
      what: comparisonName(comparison),
      who: `callsummary ÷ ${other.name}`,
      value: rounded(ratioTo(other, comparison), 2),
      unit: '×',
    })),
  );

/** The latencies of one way. */
export interface WayLatencies {
  readonly way: Way;
  readonly latencies: readonly Latencies[];
}

function paceInWords({ situation: { pace, isSlackHung } }: Latencies): string {
  if (pace === null) return isSlackHung ? 'PBX and Slack hang' : 'PBX hangs';
  return pace === 0 ? 'PBX at once' : `PBX ${pace} ms`;
}

export const latencyFigures = (all: readonly WayLatencies[]): readonly Figure[] =>
  all.flatMap(({ way, latencies }) => latencies.flatMap((measured) => figuresOf(nameOf[way], measured)));

function figuresOf(way: string, measured: Latencies): readonly Figure[] {
  const { situation, sent, acknowledgedAfter, answeredAfter, sentLate, delayMaxMs } = measured;
  const what = `${way}, ${paceInWords(measured)}, ${situation.perSecond}/s`;
  const times = (name: string, values: readonly number[]) =>
    (
      [
        ['p50', 0.5],
        ['p99', 0.99],
        ['p99.9', 0.999],
      ] as const
    ).map(([share, value]) => ({ what, who: `${name} ${share}`, value: msOf(percentile(values, value)), unit: 'ms' }));
  const ofAll = (values: readonly number[]) => rounded((100 * values.length) / sent, 1);
  return [
    ...times('ack', acknowledgedAfter),
    { what, who: 'unacknowledged', value: sent - acknowledgedAfter.length, unit: '' },
    ...times('summary', answeredAfter.summary),
    { what, who: 'told the summary', value: ofAll(answeredAfter.summary), unit: '%' },
    { what, who: 'told why not', value: ofAll(answeredAfter['other words']), unit: '%' },
    { what, who: 'loop delay max', value: rounded(delayMaxMs, 1), unit: 'ms' },
    { what, who: 'typed late, max', value: rounded(percentile(sentLate, 1), 1), unit: 'ms' },
  ];
}

const msOf = (value: number): number | string => (Number.isNaN(value) ? '–' : rounded(value, 1));
