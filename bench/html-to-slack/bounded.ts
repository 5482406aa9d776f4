import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Outcome, Trial } from './trial.ts';

/** What a trial came to; `stopped` when it did not end in time. */
export type Attempt = Outcome | { readonly kind: 'stopped' };

/** A subject in a process of its own, which is ended when it takes too long, and begun anew for what comes next. */
export interface BoundedSubject extends Disposable {
  attempt(trial: Trial): Promise<Attempt>;
}

/** The longest a conversion may take before its process is ended, unless said otherwise, in milliseconds. */
export const patienceMs = 10_000;

const program = fileURLToPath(new URL('./trial.ts', import.meta.url));

/** Gives a subject a process of its own, and every conversion so much time. */
export function boundedSubject(name: string, limitMs = patienceMs): BoundedSubject {
  let child: ChildProcess | null = null;
  const end = () => {
    child?.kill('SIGKILL');
    child = null;
  };
  process.once('exit', end);
  return {
    async attempt(trial) {
      child ??= await started(name);
      const attempt = await answerOf(child, trial, limitMs);
      if (attempt.kind !== 'done') end();
      return attempt;
    },
    [Symbol.dispose]() {
      end();
      process.off('exit', end);
    },
  };
}

async function started(name: string): Promise<ChildProcess> {
  const child = fork(program, [name], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  await once(child, 'message');
  return child;
}

async function answerOf(child: ChildProcess, trial: Trial, limitMs: number): Promise<Attempt> {
  const { promise, resolve } = Promise.withResolvers<Attempt>();
  const timer = setTimeout(() => resolve({ kind: 'stopped' }), trial.forMs + limitMs);
  const onExit = () => resolve({ kind: 'failed', words: 'process ended' });
  child.once('message', resolve).once('exit', onExit);
  child.send(trial);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    child.off('message', resolve).off('exit', onExit);
  }
}
