import { median } from '../load/percentiles.ts';
import type { Figure, Goal, Part, Plot } from '../report/figure.ts';
import { type Growth, growthBetween, isLeaking } from './growth.ts';
import { heapAfter, memoryOver, type Sample } from './watched.ts';

const mebibyte = 1_024 * 1_024;
const command = 'npm run bench -- leaks';

/** Whether a hundred thousand commands leave anything behind. */
export const part: Part = {
  name: 'leaks',
  says: 'what a hundred thousand commands leave in the memory',
  async run({ quick }) {
    const all = quick ? 2_000 : 100_000;
    const counts = [0.1, 0.55, 1].map((share) => Math.round(all * share));
    const [samples, stages] = await Promise.all([memoryOver(all), heapAfter(counts)]);
    const growth = growthBetween(stages);
    const figures = growth.slice(0, 12).flatMap((kind) => growthFigures(kind, counts));
    return {
      part: 'leaks',
      tables: [
        { title: 'Memory', note: memoryNote, command, figures: tenths(samples).flatMap(tenthFigures) },
        { title: 'Objects', note: objectsNote, command, figures },
      ],
      goals: [leakGoal(growth), rssGoal(samples)],
      plots: [memoryPlot(samples)],
    };
  },
};

const memoryNote =
  'Over HTTP, 32 at once. Medians of ten readings each. RSS as the process tells it; the heap is what V8 says is used, garbage ' +
  'included. V8 lets garbage lie while the machine has memory to spare.';
const objectsNote =
  'Over HTTP, in a second process, counted in heap snapshots after a full collection, by constructor; "(…)" are V8’s ' +
  'own kinds. The twelve that grew most. Memory with an upper bound (triggers, signatures, repeated questions) fills up once and stays.';

const inMegabytes = (bytes: number) => Math.round((bytes * 10) / mebibyte) / 10;

/** A tenth of the way: what lies between collections, and where they fall, must not decide. */
interface Tenth {
  readonly upTo: number;
  readonly rssBytes: number;
  readonly heapBytes: number;
}

const perTenth = 10;

function tenths(samples: readonly Sample[]): readonly Tenth[] {
  const beginnings = samples.flatMap((_, index) => (index % perTenth === 0 ? [index] : []));
  return beginnings.map((beginning) => {
    const own = samples.slice(beginning, beginning + perTenth);
    return {
      upTo: own.at(-1)?.commands ?? 0,
      rssBytes: median(own.map(({ rssBytes }) => rssBytes)),
      heapBytes: median(own.map(({ heapBytes }) => heapBytes)),
    };
  });
}

const tenthFigures = ({ upTo, rssBytes, heapBytes }: Tenth): readonly Figure[] => [
  { what: `the tenth up to ${upTo} commands`, who: 'RSS', value: inMegabytes(rssBytes), unit: 'MB' },
  { what: `the tenth up to ${upTo} commands`, who: 'heap', value: inMegabytes(heapBytes), unit: 'MB' },
];

const growthFigures = ({ kind, counts }: Growth, commands: readonly number[]): readonly Figure[] =>
  commands.map((after, index) => ({ what: kind, who: `after ${after}`, value: counts[index] ?? 0, unit: '' }));

function leakGoal(growth: readonly Growth[]): Goal {
  const leaking = growth.filter(isLeaking).map(({ kind }) => kind);
  return {
    says: 'No kind of object grows in proportion to commands',
    seen: leaking.length === 0 ? 'none does' : leaking.join(', '),
    reached: leaking.length === 0,
  };
}

const mostGrowth = 10 * mebibyte;

/** Behind the first tenth, after which everything is compiled. */
function rssGoal(samples: readonly Sample[]): Goal {
  const [, first, ...later] = tenths(samples);
  const last = later.at(-1);
  const grown = (last?.rssBytes ?? 0) - (first?.rssBytes ?? 0);
  return {
    says: `RSS grows by at most 10 MB from the second tenth of ${last?.upTo} commands to the last`,
    seen: `${inMegabytes(first?.rssBytes ?? 0)} MB to ${inMegabytes(last?.rssBytes ?? 0)} MB`,
    reached: grown <= mostGrowth,
  };
}

function memoryPlot(samples: readonly Sample[]): Plot {
  const line = (name: string, of: (sample: Sample) => number) => ({
    name,
    points: samples.map((sample) => [sample.commands, inMegabytes(of(sample))] as const),
  });
  const lines = [line('RSS', ({ rssBytes }) => rssBytes), line('heap', ({ heapBytes }) => heapBytes)];
  return { name: 'leaks-memory', title: 'Memory over a hundred thousand commands', x: 'commands', y: 'MB', lines };
}
