import type { Office } from '../load/office.ts';
import { median } from '../load/percentiles.ts';
import { startBetween } from '../load/running.ts';
import type { Subject } from './subjects.ts';

/** Starts a program several times, unwatched; gives the milliseconds until it was ready, their median. */
export async function readyAfterMs(office: Office, { program }: Subject, times: number): Promise<number> {
  const took: number[] = [];
  for (let count = 0; count < times; count += 1) {
    await using running = await startBetween(office, 'http', { ...program, isWatched: false });
    took.push(running.readyAfterMs);
  }
  return median(took);
}
