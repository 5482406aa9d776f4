import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { type Answer, asJson } from './answer.ts';

/**
 * Something that goes wrong once. With `stored`, the call is carried out before it goes wrong, so that the app cannot
 * know whether it worked.
 */
export type Fault =
  | { readonly error: string; readonly needed?: string; readonly provided?: string; readonly stored?: boolean }
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
      readonly stored?: boolean;
    }
  | { readonly hang: true; readonly stored?: boolean }
  | { readonly reset: true; readonly stored?: boolean }
  /** Carried out as usual, so many milliseconds late. */
  | { readonly delayMs: number }
  /** Carried out as usual, but only once this is settled: it takes effect then, after calls that came in meanwhile. */
  | { readonly heldUntil: Promise<unknown> };

/** What was answered and how the ledger calls it. */
export interface Result {
  readonly answer: Answer;
  readonly outcome: string;
}

/** The faults waiting for a method of the Web API, or for `response_url`. */
export interface Faults {
  script(target: string, fault: Fault, times?: number): void;
  clear(): void;
  /** Takes what would be answered; gives it, or what the next scripted fault makes of it. */
  applied(target: string, usual: () => Result): Promise<Result>;
  /** Lets go of everything that is still being delayed. */
  stop(): void;
}

/** Gives a Slack in which nothing goes wrong yet. */
export function createFaults(): Faults {
  const waiting = new Map<string, { readonly fault: Fault; times: number }[]>();
  const stopping = new AbortController();
  const { signal } = stopping;
  const stopped = once(signal, 'abort');
  const late = async (reason: Promise<unknown>, usual: () => Result): Promise<Result> => {
    await Promise.race([reason, stopped]).catch(() => undefined);
    return signal.aborted ? { answer: 'reset', outcome: 'reset' } : usual();
  };
  const next = (target: string): Fault | undefined => {
    const [first] = (waiting.get(target) ?? []).filter(({ times }) => times > 0);
    if (first) first.times -= 1;
    return first?.fault;
  };
  return {
    script(target, fault, times = 1) {
      mustBeKnown(fault);
      waiting.set(target, [...(waiting.get(target) ?? []), { fault, times }]);
    },
    clear: () => waiting.clear(),
    async applied(target, usual) {
      const fault = next(target);
      if (!fault) return usual();
      if ('delayMs' in fault) return late(delay(fault.delayMs, undefined, { signal }), usual);
      if ('heldUntil' in fault) return late(fault.heldUntil, usual);
      if (fault.stored) usual();
      return wrong(fault);
    },
    stop: () => stopping.abort(),
  };
}

const kinds = ['error', 'status', 'hang', 'reset', 'delayMs', 'heldUntil'];

function mustBeKnown(fault: object): void {
  if (!kinds.some((kind) => kind in fault)) throw new Error(`A fault has one of: ${kinds.join(', ')}.`);
}

function wrong(fault: Exclude<Fault, { delayMs: number } | { heldUntil: unknown }>): Result {
  if ('hang' in fault) return { answer: 'hang', outcome: 'hang' };
  if ('reset' in fault) return { answer: 'reset', outcome: 'reset' };
  if ('status' in fault) return { answer: httpError(fault), outcome: `http ${fault.status}` };
  const { stored: _, ...reply } = fault;
  return { answer: asJson({ ok: false, ...reply }), outcome: fault.error };
}

function httpError({ status, headers, body }: Extract<Fault, { status: number }>): Answer {
  return { status, headers: { 'content-type': 'text/plain', ...headers }, body: body ?? '' };
}
