import { typeInTurn } from '../load/closed-loop.ts';
import type { Office } from '../load/office.ts';
import { median } from '../load/percentiles.ts';
import { type Running, startBetween } from '../load/running.ts';
import type { Way } from '../load/settings.ts';
import { type Subject, subjects } from './subjects.ts';

/** How a comparison is made. */
export interface RoundsOptions {
  readonly way: Way;
  /** Commands under way at any time. */
  readonly atOnce: number;
  readonly rounds: number;
  /** Commands of one round. */
  readonly commands: number;
  /** Commands before the first round, while programs still compile what they run. */
  readonly warmUp: number;
}

/** What a command cost one subject: medians over the rounds. */
export interface Cost {
  readonly subject: Subject;
  /** User and system time of all threads, in microseconds. */
  readonly cpuMicros: number;
  readonly perSecond: number;
}

interface Contender {
  readonly subject: Subject;
  readonly running: Running;
  readonly cpuMicros: number[];
  readonly perSecond: number[];
}

/** Lets all subjects take their turn, round after round, so that what disturbs the machine disturbs all of them. */
export async function compare(office: Office, options: RoundsOptions): Promise<readonly Cost[]> {
  await using stack = new AsyncDisposableStack();
  const contenders: Contender[] = [];
  for (const subject of subjects.filter(({ ways }) => ways.includes(options.way))) {
    const running = stack.use(await startBetween(office, options.way, subject.program));
    await typeInTurn(office.types, running.line, {
      commands: options.warmUp,
      atOnce: 16,
      until: subject.until,
    });
    contenders.push({ subject, running, cpuMicros: [], perSecond: [] });
  }
  for (let round = 0; round < options.rounds; round += 1)
    for (const contender of contenders) await takeTurn(office, contender, options);
  return contenders.map(({ subject, cpuMicros, perSecond }) => ({
    subject,
    cpuMicros: median(cpuMicros),
    perSecond: median(perSecond),
  }));
}

async function takeTurn(office: Office, contender: Contender, { commands, atOnce }: RoundsOptions): Promise<void> {
  const { subject, running, cpuMicros, perSecond } = contender;
  const before = await running.read();
  const ms = await typeInTurn(office.types, running.line, { commands, atOnce, until: subject.until });
  const after = await running.read();
  cpuMicros.push(((after.cpuMs - before.cpuMs) * 1_000) / commands);
  perSecond.push((commands * 1_000) / ms);
}
