import { typeInTurn } from '../load/closed-loop.ts';
import type { Pace } from '../load/lean-pbx.ts';
import { type Office, openOffice } from '../load/office.ts';
import { percentile } from '../load/percentiles.ts';
import { startBetween } from '../load/running.ts';
import type { Way } from '../load/settings.ts';
import type { Figure, Goal, Part, Plot } from '../report/figure.ts';
import { latenciesIn, type Situation } from './latencies.ts';
import { compare, type RoundsOptions } from './rounds.ts';
import { readyAfterMs } from './starts.ts';
import { onlyAcknowledges, ours, type Subject, sameWork, sameWorkRecorded } from './subjects.ts';
import {
  type Comparison,
  comparisonName,
  costFigures,
  latencyFigures,
  ratioFigures,
  ratioTo,
  type WayLatencies,
} from './tables.ts';

const command = 'npm run bench -- command-path';
const ways: readonly Way[] = ['http', 'socket'];
const mebibyte = 1_024 * 1_024;

/** What a command costs from Slack's request to the person's answer, and how long both take when the PBX does not help. */
export const part: Part = {
  name: 'command-path',
  says: 'what a command costs, and when it is acknowledged and answered',
  async run({ quick }) {
    await using office = await openOffice();
    const starts = await startFigures(office, quick ? 1 : 5);
    const comparisons = await compareAll(office, quick);
    const { measured, memory } = await measureLatencies(office, quick);
    return {
      part: 'command-path',
      tables: [
        { title: 'What a command costs', note: costNote, command, figures: costFigures(comparisons) },
        { title: 'The same as ratios', command, figures: ratioFigures(comparisons) },
        {
          title: 'When commands are acknowledged and answered',
          note: latencyNote,
          command,
          figures: latencyFigures(measured),
        },
        { title: 'Memory and start', note: memoryNote, command, figures: [...memory, ...starts] },
      ],
      goals: [...comparisons.flatMap(shareGoals), ...measured.map(acknowledgementGoal)],
      plots: [acknowledgementPlot(measured)],
    };
  },
};

const costNote =
  'Medians of interleaved rounds, a process each, an instant PBX that closes each connection, all over plain loopback. ' +
  'callsummary: signature and replay check, access, one PBX request, HTML to blocks and text, the answer, two audit ' +
  'entries on the disk before they count, one log line. "Same work" is bare Bolt with fetch, turndown and respond; ' +
  '"two rows" writes them with synchronous=full as well.';
const latencyNote =
  'Open loop: times of sending fixed in advance, latency from the intended time. "Told why not" are people who read ' +
  '"busy", or that the phone system does not answer: at most 44 questions wait for the PBX, four of them on a connection. "Typed ' +
  'late" is what the bench itself was late by; it is part of every latency.';
const memoryNote =
  'RSS as the process tells it; "under load" is the most seen at the end of the situations above. The growth over 100,000 commands ' +
  'stands under leaks.';

async function compareAll(office: Office, quick: boolean): Promise<readonly Comparison[]> {
  const effort = quick ? { rounds: 2, commands: 60, warmUp: 120 } : { rounds: 5, commands: 1_000, warmUp: 4_000 };
  const plans: readonly RoundsOptions[] = [
    { way: 'http', atOnce: 16, ...effort },
    { way: 'http', atOnce: 1, ...effort, commands: effort.commands / 4 },
    { way: 'socket', atOnce: 16, ...effort },
  ];
  const comparisons: Comparison[] = [];
  for (const options of plans) comparisons.push({ options, costs: await compare(office, options) });
  return comparisons;
}

async function measureLatencies(office: Office, quick: boolean) {
  const measured: WayLatencies[] = [];
  const memory: Figure[] = [];
  for (const way of ways) {
    await using running = await startBetween(office, way, ours.program);
    const atRest = await running.read();
    await typeInTurn(office.types, running.line, { commands: quick ? 200 : 1_500, atOnce: 16, until: 'answered' });
    const latencies = [];
    for (const situation of situations(quick)) latencies.push(await latenciesIn(office, running, situation));
    measured.push({ way, latencies });
    const most = Math.max(...latencies.map(({ rssBytes }) => rssBytes));
    memory.push(memoryFigure(way, 'at rest', atRest.rssBytes), memoryFigure(way, 'under load', most));
  }
  return { measured, memory };
}

const memoryFigure = (way: Way, when: string, bytes: number): Figure => ({
  what: `RSS ${when}`,
  who: `callsummary, ${way === 'http' ? 'HTTP' : 'Socket Mode'}`,
  value: Math.round(bytes / mebibyte),
  unit: 'MB',
});

/** Where nothing answers comes last: what it leaves behind would disturb the others. */
function situations(quick: boolean): readonly Situation[] {
  const paces: readonly Pace[] = quick ? [0] : [0, 50, 500, null];
  const rates = quick ? [50] : [50, 200, 1_000];
  const seconds = quick ? 1 : 3;
  const usual = paces.flatMap((pace) => rates.map((perSecond) => ({ pace, perSecond, seconds, isSlackHung: false })));
  return [...usual, { pace: null, perSecond: 200, seconds: quick ? 2 : 15, isSlackHung: true }];
}

async function startFigures(office: Office, times: number): Promise<readonly Figure[]> {
  const figureOf = async (subject: Subject): Promise<Figure> => ({
    what: 'from start to ready',
    who: subject.name,
    value: Math.round(await readyAfterMs(office, subject, times)),
    unit: 'ms',
  });
  return [await figureOf(ours), await figureOf(onlyAcknowledges)];
}

const mostShare = 1.25;

function shareGoals(comparison: Comparison): readonly Goal[] {
  return [sameWorkRecorded, sameWork].map((other) => {
    const ratio = ratioTo(other, comparison);
    return {
      says: `${comparisonName(comparison)}: at most 25 % more CPU per command than "${other.name}"`,
      seen: `${((ratio - 1) * 100).toFixed(0)} % more`,
      reached: ratio <= mostShare,
    };
  });
}

const longestAcknowledgementMs = 250;

function acknowledgementGoal({ way, latencies }: WayLatencies): Goal {
  const worst = latencies.find(({ situation }) => situation.isSlackHung);
  const seen = percentile(worst?.acknowledgedAfter ?? [], 0.999);
  const missing = worst === undefined ? 0 : worst.sent - worst.acknowledgedAfter.length;
  return {
    says: `${way === 'http' ? 'HTTP' : 'Socket Mode'}: ack p99.9 at most 250 ms at 200/s while PBX and Slack's API hang`,
    seen: `${seen.toFixed(1)} ms of ${worst?.sent}, ${missing} unacknowledged`,
    reached: seen <= longestAcknowledgementMs && missing === 0,
  };
}

function acknowledgementPlot(measured: readonly WayLatencies[]): Plot {
  const lines = measured.flatMap(({ way, latencies }) => {
    const usual = latencies.filter(({ situation }) => !situation.isSlackHung);
    return [...new Set(usual.map(({ situation }) => situation.pace))].map((pace) => ({
      name: `${way === 'http' ? 'HTTP' : 'Socket Mode'}, ${pace === null ? 'PBX hangs' : `PBX ${pace} ms`}`,
      points: usual
        .filter(({ situation }) => situation.pace === pace)
        .map(({ situation, acknowledgedAfter }) => [situation.perSecond, percentile(acknowledgedAfter, 0.99)] as const),
    }));
  });
  const title = 'Acknowledgements do not wait for the PBX';
  return { name: 'command-path-ack', title, x: 'commands per second', y: 'ack p99, ms', isLog: true, lines };
}
