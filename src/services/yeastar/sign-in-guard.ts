import { type CallSummaryError, isCallSummaryError } from '../../errors.ts';
import type { Clock } from '../clock.ts';

/** At most this many sign-ins with refused credentials; the fifth would have the PBX block our address. */
const refusalsPerProcess = 2;

const minute = 60_000;

/** For how long each way of being turned away is believed before the PBX is asked again, in milliseconds. */
const restMs = {
  pbx_sign_in_refused: 10 * minute,
  pbx_address_blocked: 10 * minute,
  pbx_address_not_allowed: 10 * minute,
  pbx_tokens_used_up: minute,
} as const;

type TurningAway = CallSummaryError<keyof typeof restMs | 'pbx_overloaded'>;

/** Whether the PBX does not want to hear from us for a while, rather than having trouble with one question. */
export const isTurningAway = (thrown: unknown): thrown is TurningAway => restOf(thrown) !== null;

function restOf(thrown: unknown): number | null {
  if (isCallSummaryError(thrown, 'pbx_overloaded')) return thrown.details.retryAfterMs;
  return isCallSummaryError(thrown) && isKeyOf(restMs, thrown.code) ? restMs[thrown.code] : null;
}

const isKeyOf = <T extends object>(table: T, key: PropertyKey): key is keyof T => Object.hasOwn(table, key);

/** These concern tokens only: questions with the token in hand may go on. */
const isAboutTokens = ({ code }: TurningAway) => code === 'pbx_sign_in_refused' || code === 'pbx_tokens_used_up';

/**
 * Remembers that the PBX turned us away, and answers the same until it makes sense to knock again. A person asking once
 * more is not a reason to knock: five failed sign-ins lock our address out (Yeastar: blocked API addresses).
 */
export interface SignInGuard {
  /** For every request. @throws the remembered refusal while it is believed, unless it is about tokens only */
  assertMayAsk(): void;
  /** For requests about tokens. @throws the remembered refusal while it is believed, whatever it is about */
  assertMaySignIn(): void;
  /** Takes note of what the PBX answered; everything but a turning away is ignored. */
  remember(thrown: unknown): void;
}

export function createSignInGuard(clock: Clock): SignInGuard {
  let refusal: TurningAway | null = null;
  let believedUntil = 0;
  let signInsRefused = 0;
  const believed = () => (clock.elapsedMs() < believedUntil ? refusal : null);
  return {
    assertMayAsk() {
      const standing = believed();
      if (standing !== null && !isAboutTokens(standing)) throw standing;
    },
    assertMaySignIn() {
      const standing = believed();
      if (standing !== null) throw standing;
    },
    remember(thrown) {
      const rest = restOf(thrown);
      if (rest === null || !isTurningAway(thrown) || thrown === refusal) return; // our own reminder is no news
      if (thrown.code === 'pbx_sign_in_refused') signInsRefused += 1;
      const isForGood = signInsRefused >= refusalsPerProcess;
      believedUntil = isForGood ? Number.POSITIVE_INFINITY : clock.elapsedMs() + rest;
      refusal = thrown;
    },
  };
}
