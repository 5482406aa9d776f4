import type { TokenVault } from '../../store/store.ts';
import type { Clock } from '../clock.ts';
import { createHeldToken } from './held-token.ts';
import type { AccessToken } from './holding.ts';
import { createKeptToken } from './kept-token.ts';
import { createSingleFlight } from './single-flight.ts';
import type { TokenOffice } from './token-office.ts';
import { createTokenRenewal } from './token-renewal.ts';
import type { WallClock } from './wall-clock.ts';

/**
 * One token for everybody, for other processes on the same store, and for the next start: the PBX gives out eight, and
 * counts failed sign-ins.
 */
export interface AccessTokens {
  /** The current token; a new one when it is missing or getting old. All who wait for it cause one request. */
  current(): Promise<AccessToken>;
  /** Says that the PBX called this token expired. Late news about an older token changes nothing. */
  reject(token: AccessToken): void;
  /** The token in hand if it is in no store, so that nobody will use it after us: for giving it back. */
  unkept(): AccessToken | null;
}

export function createAccessTokens(
  office: TokenOffice,
  clock: Clock,
  vault: TokenVault,
  wallClock: WallClock,
): AccessTokens {
  const singleFlight = createSingleFlight<AccessToken>();
  const held = createHeldToken(clock);
  const renew = createTokenRenewal(office, clock, held, createKeptToken(vault, clock, wallClock));
  return {
    current: async () => held.fresh() ?? (await singleFlight('token', renew)),
    reject: held.reject,
    unkept() {
      const alive = held.alive();
      return alive === null || alive.isKept ? null : alive;
    },
  };
}
