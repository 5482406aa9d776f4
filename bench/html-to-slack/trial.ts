// A process of its own for one subject, which its parent may end: converts what it is sent, and says what that took.
import { getHeapStatistics } from 'node:v8';
import { type Convert, loadSubject } from './subjects.ts';
import { workTime } from './work-time.ts';

/** What the process is asked for: to convert HTML again and again, for at least so many milliseconds. */
export interface Trial {
  readonly html: string;
  readonly forMs: number;
}

/** What it answers: what it took, or how it failed. */
export type Outcome =
  | {
      readonly kind: 'done';
      /** From the beginning of each conversion to its end, in milliseconds. */
      readonly durationsMs: readonly number[];
      /** How long a conversion kept the thread at work, on average; without the first, which is cold, where there are more. */
      readonly workingMs: number;
      /** What a conversion wrote to the heap, on average. */
      readonly allocatedBytes: number;
      /** The most memory the process ever had beyond what it had once the subject was loaded. */
      readonly addedBytes: number;
    }
  | { readonly kind: 'failed'; readonly words: string };

const [, , name = ''] = process.argv;
const convert = await loadSubject(name);
const loadedBytes = process.memoryUsage.rss();
let complaints = 0;
// One of the subjects catches its own errors, logs them, and gives nothing.
console.error = () => {
  complaints += 1;
};
process.on('message', (trial: Trial) => {
  void outcomeOf(trial).then((outcome) => process.send?.(outcome));
});
process.send?.('ready');

async function outcomeOf({ html, forMs }: Trial): Promise<Outcome> {
  try {
    const measured = await repeated(convert, html, forMs);
    return complaints === 0 ? { kind: 'done', ...measured } : { kind: 'failed', words: 'gives nothing' };
  } catch (error) {
    if (error instanceof RangeError) return { kind: 'failed', words: 'stack overflow' };
    return { kind: 'failed', words: error instanceof Error ? error.name : 'failed' };
  }
}

async function repeated(convert: Convert, html: string, forMs: number) {
  const end = performance.now() + forMs;
  const heap = getHeapStatistics().total_allocated_bytes;
  const coldWork = workTime();
  const durationsMs = [await durationOf(convert, html)];
  const coldMs = coldWork();
  const warmWork = workTime();
  while (performance.now() < end) durationsMs.push(await durationOf(convert, html));
  return {
    durationsMs,
    workingMs: durationsMs.length === 1 ? coldMs : warmWork() / (durationsMs.length - 1),
    allocatedBytes: (getHeapStatistics().total_allocated_bytes - heap) / durationsMs.length,
    addedBytes: Math.max(0, process.resourceUsage().maxRSS * 1_024 - loadedBytes),
  };
}

async function durationOf(convert: Convert, html: string): Promise<number> {
  const start = performance.now();
  await convert(html);
  return performance.now() - start;
}
