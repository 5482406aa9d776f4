import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asStarted } from '../load/as-started.ts';
import { typeInTurn } from '../load/closed-loop.ts';
import { type Office, openOffice } from '../load/office.ts';
import { type Running, startBetween } from '../load/running.ts';
import type { Stage } from './growth.ts';
import { censusOf, type HeapCensus } from './heap-snapshot.ts';

/** What a process held after so many commands. */
export interface Sample {
  readonly commands: number;
  readonly rssBytes: number;
  readonly heapBytes: number;
}

/** How much memory the app holds on its way through so many commands: a hundred readings, and nothing else done to it. */
export async function memoryOver(all: number): Promise<readonly Sample[]> {
  const step = all / 100;
  const samples: Sample[] = [];
  await through(async (office, running) => {
    for (let commands = step; commands <= all; commands += step) {
      await type(office, running, step);
      const { rssBytes, heapUsedBytes: heapBytes } = await running.read();
      samples.push({ commands, rssBytes, heapBytes });
    }
  });
  return samples;
}

/** What is in the heap after so many commands, by snapshots, which take much memory themselves. */
export async function heapAfter(counts: readonly number[]): Promise<readonly Stage[]> {
  const stages: Stage[] = [];
  await through(async (office, running) => {
    for (const [index, commands] of counts.entries()) {
      await type(office, running, commands - (counts[index - 1] ?? 0));
      stages.push({ commands, census: await censusIn(running) });
    }
  });
  return stages;
}

async function through(work: (office: Office, running: Running) => Promise<void>): Promise<void> {
  await using office = await openOffice();
  await using running = await startBetween(office, 'http', { ...asStarted, within: quickDisk() });
  await work(office, running);
}

/** A disk in memory where there is one: a hundred thousand commands wait for the disk twice as often. */
const quickDisk = () => (existsSync('/dev/shm') ? '/dev/shm' : tmpdir());

const type = ({ types }: Office, { line }: Running, commands: number) =>
  typeInTurn(types, line, { commands, atOnce: 32, until: 'answered' });

async function censusIn(running: Running): Promise<HeapCensus> {
  const folder = mkdtempSync(join(tmpdir(), 'callsummary-heap-'));
  const file = join(folder, 'now.heapsnapshot');
  try {
    await running.writeSnapshot(file);
    return censusOf(readFileSync(file, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
