// One of the processes that try inputs. It may end, or hang, over one: whoever started it notices.
import { setImmediate as breathe } from 'node:timers/promises';
import fc from 'fast-check';
import { keepFixture } from '../fixtures.ts';
import type { OpenTarget } from '../target.ts';
import { targets } from '../targets/index.ts';
import type { Order, Report } from './orders.ts';
import { watchStrays, wordsOf } from './strays.ts';

let inHand: { readonly target: string; readonly input: string } | null = null;
const strays = watchStrays();
process.on('exit', () => {
  if (inHand !== null) keepFixture(inHand.target, 'the process ended', inHand.input);
});
process.on('disconnect', () => process.exit());
process.on('message', (order: Order) => void obey(order).then(tell, breakDown));

const tell = (report: Report) => void process.send?.(report);

/** A mistake of the fuzzer itself. */
function breakDown(thrown: unknown): never {
  console.error(thrown);
  inHand = null;
  process.exit(70);
}

async function obey({ target: name, runs, seed }: Order): Promise<Report> {
  const target = targets.find((each) => each.name === name);
  if (target === undefined) throw new Error(`no target ${name}`);
  const start = performance.now();
  const opened = await target.open();
  const judged = watched(name, opened);
  const property = fc.asyncProperty(target.inputs, judged.try);
  const ended = await fc.check(property, { numRuns: runs, seed, interruptAfterTimeLimit: mostMsForOne });
  const last = await closing(opened);
  const seconds = (performance.now() - start) / 1000;
  const counts = { runs: ended.numRuns, seconds, worstMsPer64kB: judged.worst() };
  if (!ended.failed) return { kind: 'done', ...counts, failure: last };
  const [input] = ended.counterexample ?? [''];
  const failure = { path: ended.counterexamplePath ?? '', found: wordsOf(ended.errorInstance), input };
  return { kind: 'done', ...counts, failure };
}

/** An order is a matter of seconds; one whose failure is being shrunk may take longer, but not for ever. */
const mostMsForOne = 240_000;
const aliveMs = 1_000;

function watched(target: string, opened: OpenTarget) {
  let worst = 0;
  let toldAt = performance.now();
  const tellInTime = () => {
    const now = performance.now();
    if (now - toldAt < aliveMs) return;
    toldAt = now;
    tell({ kind: 'alive' });
  };
  return {
    worst: () => worst,
    async try(input: string): Promise<void> {
      inHand = { target, input };
      worst = Math.max(worst, await opened.try(input));
      await breathe(); // only now does Node tell of rejections that nobody handled: they belong to this input
      tellInTime();
      inHand = null;
      strays.assertNone();
    },
  };
}

/** Something may be wrong with the target as a whole, after all those inputs. */
async function closing(opened: OpenTarget) {
  try {
    await opened[Symbol.asyncDispose]();
    await strays.settled();
    return null;
  } catch (thrown) {
    return { path: '', found: `at the end: ${wordsOf(thrown)}`, input: '' };
  } finally {
    inHand = null;
  }
}
