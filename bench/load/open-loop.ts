import { setTimeout as pause } from 'node:timers/promises';
import type { AnswerKind } from './lean-slack.ts';
import type { Line } from './line.ts';
import type { Types } from './typing.ts';

export interface OpenLoop {
  readonly perSecond: number;
  readonly seconds: number;
  /** For how long after the last command the acknowledgements, and for how long the answers are waited for, in seconds. */
  readonly patience: { readonly forAcknowledgement: number; readonly forAnswer: number };
}

/** What became of commands typed at fixed times. Latencies in milliseconds, from when each should have been sent. */
export interface OpenLoopResult {
  readonly sent: number;
  readonly acknowledgedAfter: readonly number[];
  readonly answeredAfter: Readonly<Record<Exclude<AnswerKind, 'waiting'>, readonly number[]>>;
  /** How late each was sent, in milliseconds: what this process itself could not keep up with. */
  readonly sentLate: readonly number[];
}

/** Types commands at times fixed in advance, whatever becomes of those before: slow answers make nobody type less. */
export async function typeOnTime(types: Types, line: Line, loop: OpenLoop): Promise<OpenLoopResult> {
  const sent = Math.round(loop.perSecond * loop.seconds);
  const acknowledgedAfter: number[] = [];
  const answeredAfter = { summary: [] as number[], 'other words': [] as number[] };
  const sentLate: number[] = [];
  const acknowledgements: Promise<unknown>[] = [];
  const answers: Promise<unknown>[] = [];
  const startedAt = performance.now();
  const send = (intendedAt: number) => {
    const since = () => performance.now() - intendedAt;
    sentLate.push(since());
    const { acknowledged, answered } = types(line);
    acknowledgements.push(acknowledged.then(() => acknowledgedAfter.push(since()), unacknowledged));
    answers.push(answered.then((kind) => kind !== 'waiting' && answeredAfter[kind].push(since())));
  };
  for (let next = 0; next < sent; next += 1) {
    const intendedAt = startedAt + (next * 1_000) / loop.perSecond;
    const early = intendedAt - performance.now();
    if (early > 0) await pause(Math.ceil(early));
    send(intendedAt);
  }
  await within(loop.patience.forAcknowledgement, acknowledgements);
  await within(loop.patience.forAnswer, answers);
  // Copied: what comes later does not count.
  return structuredClone({ sent, acknowledgedAfter, answeredAfter, sentLate });
}

/** A command that was refused, or whose connection broke: it is missing among those that were acknowledged. */
const unacknowledged = () => {};

async function within(seconds: number, all: readonly Promise<unknown>[]): Promise<void> {
  const over = new AbortController();
  const late = pause(seconds * 1_000, undefined, { signal: over.signal }).catch(() => {});
  await Promise.race([Promise.all(all), late]);
  over.abort();
}
