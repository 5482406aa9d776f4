import { CallSummaryError, isCallSummaryError } from '../../errors.ts';
import type { Rest, SignInHistory, SignInRecord } from '../../store/store.ts';
import type { Clock } from '../clock.ts';
import { sparingStore } from './store-faults.ts';
import type { WallClock } from './wall-clock.ts';

const minute = 60_000;

/** For how long each way of being turned away is believed before the PBX is asked again, in milliseconds. */
const restMs: Readonly<Record<Rest['reason'], number>> = {
  pbx_sign_in_refused: 10 * minute,
  pbx_address_blocked: 10 * minute,
  pbx_address_not_allowed: 10 * minute,
  pbx_tokens_used_up: minute,
};

/** The PBX does not want to hear from us for a while, rather than having trouble with one question. */
export type TurningAway = CallSummaryError<Rest['reason'] | 'pbx_overloaded'>;

/** Whether something thrown is the PBX turning us away. Overloaded, it does so where it says for how long. */
export const isTurningAway = (thrown: unknown): thrown is TurningAway =>
  isCallSummaryError(thrown, 'pbx_overloaded') ? thrown.details.retryAfterMs !== null : isLasting(thrown);

const isLasting = (thrown: unknown): thrown is CallSummaryError<Rest['reason']> =>
  isCallSummaryError(thrown) && Object.hasOwn(restMs, thrown.code);

/** Times during which the PBX is left alone. Those it takes an administrator to end outlive the process. */
export interface Rests {
  /** The refusal that is believed at the moment. */
  standing(): TurningAway | null;
  begin(refusal: TurningAway): Promise<void>;
  /** What other processes and earlier starts have noted; also whether somebody has struck it out. @throws {StoreError} */
  recall(): Promise<SignInHistory>;
  /** The PBX has let us in. */
  endAll(): void;
}

interface Standing {
  readonly refusal: TurningAway;
  /** Of the monotonic clock. */
  readonly until: number;
  readonly isStored: boolean;
}

export function createRests(clock: Clock, record: SignInRecord, wallClock: WallClock): Rests {
  let rest: Standing | null = null;
  const standing = () => (rest !== null && clock.elapsedMs() < rest.until ? rest : null);

  const store = async ({ code: reason }: CallSummaryError<Rest['reason']>, milliseconds: number) => {
    await record.restUntil({ reason, until: new Date(wallClock().getTime() + milliseconds) });
    return true;
  };
  const restored = async ({ until, reason }: Rest): Promise<Standing> => {
    const refusal = new CallSummaryError(reason, {});
    const left = until.getTime() - wallClock().getTime();
    const longest = restMs[reason];
    // The wall clock was put back: unless the end moves along, every start would find the whole rest before it.
    if (left > longest) await store(refusal, longest);
    return { refusal, until: clock.elapsedMs() + Math.min(left, longest), isStored: true };
  };
  return {
    standing: () => standing()?.refusal ?? null,
    async begin(refusal) {
      const milliseconds = lengthOf(refusal);
      rest = { refusal, until: clock.elapsedMs() + milliseconds, isStored: false };
      const begun = rest;
      const isStored = isLasting(refusal) && (await sparingStore(store(refusal, milliseconds), false));
      if (rest === begun) rest = { ...begun, isStored };
    },
    async recall() {
      const before = rest;
      const history = await record.history();
      const found = history.rest === null ? null : await restored(history.rest);
      const isNews = rest === before && standing()?.isStored !== false;
      if (isNews) rest = found;
      return history;
    },
    endAll() {
      rest = null;
    },
  };
}

function lengthOf(refusal: TurningAway): number {
  if (isLasting(refusal)) return restMs[refusal.code];
  return isCallSummaryError(refusal, 'pbx_overloaded') ? (refusal.details.retryAfterMs ?? 0) : 0;
}
