import { isCallSummaryError } from '../../errors.ts';
import type { Clock } from '../clock.ts';
import type { TokenAnswer } from './schema.ts';
import { isTurningAway } from './sign-in-guard.ts';
import { createSingleFlight } from './single-flight.ts';

/** A token as it is used. */
export interface AccessToken {
  readonly value: string;
}

/** Where tokens come from; each call is one request to the PBX. */
export interface TokenOffice {
  signIn(): Promise<TokenAnswer>;
  refresh(refreshToken: string): Promise<TokenAnswer>;
}

/** One token for everybody: the PBX gives out eight, and counts failed sign-ins. */
export interface AccessTokens {
  /** The current token; a new one when it is missing or getting old. All who wait for it cause one request. */
  current(): Promise<AccessToken>;
  /** Says that the PBX called this token expired. Late news about an older token changes nothing. */
  reject(token: AccessToken): void;
  /** The token in hand, for giving it back. */
  inHand(): AccessToken | null;
}

interface Holding extends AccessToken {
  /** When we renew it, and when the PBX ends it. */
  readonly renewAt: number;
  readonly endsAt: number;
  readonly refreshToken: string | null;
  readonly refreshUntil: number;
}

export function createAccessTokens(office: TokenOffice, clock: Clock): AccessTokens {
  const singleFlight = createSingleFlight<AccessToken>();
  let held: Holding | null = null;
  let isRejected = false;

  const take = (holding: Holding) => {
    held = holding;
    isRejected = false;
    return holding;
  };
  const renew = async () => {
    const now = clock.elapsedMs();
    try {
      return take(holdingOf(await newAnswer(office, held, clock), clock.elapsedMs()));
    } catch (thrown) {
      if (held === null || isRejected || now >= held.endsAt) throw thrown;
      return take({ ...held, renewAt: now + nextTryMs }); // it is only getting old: good for a while yet
    }
  };

  return {
    async current() {
      if (held !== null && !isRejected && clock.elapsedMs() < held.renewAt) return held;
      return await singleFlight('token', renew);
    },
    reject(token) {
      if (token.value === held?.value) isRejected = true;
    },
    inHand: () => (isRejected ? null : held),
  };
}

/** Refreshes where there is something to refresh with; if the PBX will not, signs in once. */
async function newAnswer(office: TokenOffice, held: Holding | null, clock: Clock): Promise<TokenAnswer> {
  if (held === null || held.refreshToken === null || clock.elapsedMs() >= held.refreshUntil) return office.signIn();
  try {
    return await office.refresh(held.refreshToken);
  } catch (thrown) {
    if (isTurningAway(thrown) || isNoAnswer(thrown)) throw thrown;
    return await office.signIn();
  }
}

const isNoAnswer = (thrown: unknown) =>
  isCallSummaryError(thrown, 'pbx_timeout') || isCallSummaryError(thrown, 'pbx_unreachable');

const second = 1000;
const nextTryMs = 60 * second;
const shortestUseMs = 60 * second;
const longestUseMs = 30 * 60 * second;
// Yeastar: authorization rule.
const documentedLifeSeconds = 1800;
const documentedRefreshLifeSeconds = 86_400;

function holdingOf(answer: TokenAnswer, now: number): Holding {
  const lifeMs = lifeSeconds(answer.access_token_expire_time, documentedLifeSeconds) * second;
  return {
    value: answer.access_token,
    renewAt: now + useMs(lifeMs),
    endsAt: now + lifeMs,
    refreshToken: answer.refresh_token ?? null,
    refreshUntil: now + lifeSeconds(answer.refresh_token_expire_time, documentedRefreshLifeSeconds) * second,
  };
}

/** A life that cannot be one is a slip, not a reason to use up the PBX's eight tokens: then the documented one holds. */
const lifeSeconds = (announced: number | undefined, documented: number) =>
  announced !== undefined && announced > 0 ? announced : documented;

/** Used for 80 % of its life and not in its last minute, but at least a minute and at most half an hour. */
const useMs = (lifeMs: number) =>
  Math.min(Math.max(Math.min(lifeMs * 0.8, lifeMs - 60 * second), shortestUseMs), longestUseMs);
