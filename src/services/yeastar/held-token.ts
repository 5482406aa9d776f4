import type { Clock } from '../clock.ts';
import type { AccessToken, Holding } from './holding.ts';

const nextTryMs = 60_000;

/** The token this process uses, and what it has heard about it. */
export interface HeldToken {
  /** As it is; perhaps rejected, perhaps over. */
  get(): Holding | null;
  /** Good for everybody who asks. */
  fresh(): Holding | null;
  /** At least good while no better one is to be had. */
  alive(): Holding | null;
  take(holding: Holding): Holding;
  /** Takes a token that was found, if it is news and better than what is in hand. */
  adopt(found: Holding | null): void;
  /** Makes do with what is in hand for a minute more. */
  useOn(holding: Holding): Holding;
  reject(token: AccessToken): void;
}

export function createHeldToken(clock: Clock): HeldToken {
  let held: Holding | null = null;
  let rejected: string | null = null;

  const unlessOver = (time: 'renewAt' | 'endsAt') =>
    held !== null && held.value !== rejected && clock.elapsedMs() < held[time] ? held : null;
  const take = (holding: Holding) => {
    held = holding;
    return holding;
  };
  const alive = () => unlessOver('endsAt');
  return {
    get: () => held,
    fresh: () => unlessOver('renewAt'),
    alive,
    take,
    adopt(found) {
      if (found === null || found.value === held?.value || found.value === rejected) return;
      const inHand = alive();
      if (inHand === null || found.renewAt > inHand.renewAt) take(found);
    },
    useOn: (holding) => take({ ...holding, renewAt: Math.min(clock.elapsedMs() + nextTryMs, holding.endsAt) }),
    reject(token) {
      if (token.value === held?.value) rejected = token.value;
    },
  };
}
