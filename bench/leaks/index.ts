import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { typeInTurn } from '../load/closed-loop.ts';
import { openOffice } from '../load/office.ts';
import { type Running, startBetween } from '../load/running.ts';
import type { Figure, Goal, Part, Plot } from '../report/figure.ts';
import { type Growth, growthBetween, isLeaking, type Stage } from './growth.ts';
import { censusOf } from './heap-snapshot.ts';

/** What the process holds after so many commands, before a snapshot is taken. */
interface Sample {
  readonly commands: number;
  readonly rssBytes: number;
  readonly heapBytes: number;
}

const mebibyte = 1_024 * 1_024;

/** Whether a hundred thousand commands leave anything behind. */
export const part: Part = {
  name: 'leaks',
  says: 'what a hundred thousand commands leave in the memory',
  async run({ quick }) {
    const all = quick ? 2_000 : 100_000;
    const snapshotsAt = [0.1, 0.55, 1].map((share) => all * share);
    const { samples, stages } = await watch(all, snapshotsAt);
    const growth = growthBetween(stages);
    const command = 'npx node bench/main.ts leaks';
    const stagesInWords = snapshotsAt.map((commands) => commands.toLocaleString('en')).join(', ');
    return {
      part: 'leaks',
      tables: [
        { title: 'Memory', note: memoryNote, command, figures: samples.flatMap(sampleFigures) },
        {
          title: `Objects after ${stagesInWords} commands`,
          note: objectsNote,
          command,
          figures: growth.slice(0, 12).flatMap(growthFigures(stages)),
        },
      ],
      goals: [leakGoal(growth), rssGoal(samples)],
      plots: [memoryPlot(samples)],
    };
  },
};

const memoryNote =
  'RSS as the process tells it, at rest for a moment, every tenth of the way; the heap is what V8 says is used, garbage included. ' +
  'Writing a snapshot takes memory itself, some of which stays; all of it counts here.';
const objectsNote =
  'Counted in three heap snapshots of the app’s own process, after a full collection, by constructor; "(…)" are V8’s own kinds. The ' +
  'kinds that grew most. Memory with an upper bound (triggers, signatures, repeated questions) fills up once and stays.';

async function watch(all: number, snapshotsAt: readonly number[]) {
  await using office = await openOffice();
  await using running = await startBetween(office, 'http', { file: 'bin/callsummary.js' });
  const step = all / 20;
  const samples: Sample[] = [];
  const stages: Stage[] = [];
  for (let commands = step; commands <= all; commands += step) {
    await typeInTurn(office.types, running.line, { commands: step, atOnce: 32, until: 'answered' });
    const { rssBytes, heapUsedBytes: heapBytes } = await running.read();
    samples.push({ commands, rssBytes, heapBytes });
    if (snapshotsAt.includes(commands)) stages.push({ commands, census: await censusIn(running) });
  }
  return { samples, stages };
}

async function censusIn(running: Running) {
  const folder = mkdtempSync(join(tmpdir(), 'callsummary-heap-'));
  const file = join(folder, 'now.heapsnapshot');
  try {
    await running.writeSnapshot(file);
    return censusOf(readFileSync(file, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const inMegabytes = (bytes: number) => Math.round((bytes * 10) / mebibyte) / 10;

const sampleFigures = ({ commands, rssBytes, heapBytes }: Sample): readonly Figure[] => [
  { what: `after ${commands} commands`, who: 'RSS', value: inMegabytes(rssBytes), unit: 'MB' },
  { what: `after ${commands} commands`, who: 'heap', value: inMegabytes(heapBytes), unit: 'MB' },
];

const growthFigures =
  (stages: readonly Stage[]) =>
  ({ kind, counts }: Growth): readonly Figure[] =>
    stages.map(({ commands }, index) => ({
      what: kind,
      who: `after ${commands}`,
      value: counts[index] ?? 0,
      unit: '',
    }));

function leakGoal(growth: readonly Growth[]): Goal {
  const leaking = growth.filter(isLeaking).map(({ kind }) => kind);
  return {
    says: 'No kind of object grows in proportion to commands',
    seen: leaking.length === 0 ? 'none does' : leaking.join(', '),
    reached: leaking.length === 0,
  };
}

const mostGrowth = 10 * mebibyte;

/** From the first tenth on, when everything has been compiled and filled. */
function rssGoal(samples: readonly Sample[]): Goal {
  const [, first, ...later] = samples;
  const last = later.at(-1);
  const grown = (last?.rssBytes ?? 0) - (first?.rssBytes ?? 0);
  return {
    says: `RSS grows by at most 10 MB from ${first?.commands} commands to ${last?.commands}`,
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
