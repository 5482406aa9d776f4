// Given to a measured program by `--import`: tells what it has used when asked over IPC. The program carries nothing for it.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { writeHeapSnapshot } from 'node:v8';

/** What a program has used since it began, or, for delays, since the last reading. */
export interface Reading {
  /** User and system time, in milliseconds. */
  readonly cpuMs: number;
  readonly rssBytes: number;
  readonly heapUsedBytes: number;
  /** How late the event loop was at most since the last reading, in milliseconds. */
  readonly delayMaxMs: number;
}

/** What can be asked: a reading, or a heap snapshot into a file, which is answered by a reading. */
export interface Question {
  readonly snapshotTo?: string;
}

const resolution = 5;
const delay = monitorEventLoopDelay({ resolution });
delay.enable();

process.on('message', ({ snapshotTo }: Question) => {
  const reading = readingNow();
  if (snapshotTo !== undefined) writeHeapSnapshot(snapshotTo);
  delay.reset();
  process.send?.(reading);
});
process.channel?.unref(); // the program ends when it would without us
process.on('disconnect', () => process.exit()); // and whatever ends the bench, it must not outlive it

function readingNow(): Reading {
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - resolution);
  return {
    cpuMs: (user + system) / 1_000,
    rssBytes: rss,
    heapUsedBytes: heapUsed,
    delayMaxMs: late(delay.max),
  };
}
