import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Order, Report } from './orders.ts';

/** How an order ended: with a report, or with the end of the process that had it. */
export type Ending = Extract<Report, { kind: 'done' }> | { readonly kind: 'lost'; readonly how: string };

/** A process that hangs over an input says nothing for this long. Milliseconds. */
const silenceMs = 60_000;

/** One place in the crew: a process that takes one order after another, and another one in its stead when it ends. */
export interface Hand extends Disposable {
  obey(order: Order): Promise<Ending>;
}

/** Starts one. */
export function createHand(): Hand {
  let child: ChildProcess | null = null;
  return {
    async obey(order) {
      child ??= fork(new URL('worker.ts', import.meta.url));
      const ending = await endingOf(child, order);
      if (ending.kind === 'lost') child = null;
      return ending;
    },
    [Symbol.dispose]() {
      child?.disconnect();
    },
  };
}

async function endingOf(child: ChildProcess, order: Order): Promise<Ending> {
  const { promise, resolve } = Promise.withResolvers<Ending>();
  const giveUp = () => {
    child.kill('SIGKILL');
    resolve({ kind: 'lost', how: `silent for ${silenceMs / 1000} s` });
  };
  let timer = setTimeout(giveUp, silenceMs);
  const hear = (report: Report) => {
    clearTimeout(timer);
    timer = setTimeout(giveUp, silenceMs);
    if (report.kind === 'done') resolve(report);
  };
  const ending = new AbortController();
  child.on('message', hear);
  once(child, 'exit', ending).then(
    ([code, signal]) => resolve({ kind: 'lost', how: `ended with ${signal ?? `code ${code}`}` }),
    () => {},
  );
  child.send(order);
  const ended = await promise;
  clearTimeout(timer);
  child.off('message', hear);
  ending.abort();
  return ended;
}
