import type { StoredToken } from '../../store/store.ts';
import type { TokenAnswer } from './schema.ts';

/** A token as it is used. */
export interface AccessToken {
  readonly value: string;
}

/** A token with what we know about its life; times of the monotonic clock. */
export interface Holding extends AccessToken {
  /** When we renew it, and when the PBX ends it. */
  readonly renewAt: number;
  readonly endsAt: number;
  readonly refreshToken: string | null;
  readonly refreshUntil: number;
  /** Whether it is in the store, where other processes and the next start find it. */
  readonly isKept: boolean;
}

const second = 1000;
const shortestUseMs = 60 * second;
const longestUseMs = 30 * 60 * second;
// Yeastar: authorization rule.
const documentedLifeSeconds = 1800;
const documentedRefreshLifeSeconds = 86_400;

/** What the PBX has just given out. */
export function holdingOf(answer: TokenAnswer, now: number): Holding {
  const lifeMs = lifeSeconds(answer.access_token_expire_time, documentedLifeSeconds) * second;
  return {
    value: answer.access_token,
    renewAt: now + useMs(lifeMs),
    endsAt: now + lifeMs,
    refreshToken: answer.refresh_token ?? null,
    refreshUntil: now + lifeSeconds(answer.refresh_token_expire_time, documentedRefreshLifeSeconds) * second,
    isKept: false,
  };
}

/** A life that cannot be one is a slip, not a reason to use up the PBX's eight tokens: then the documented one holds. */
const lifeSeconds = (announced: number | undefined, documented: number) =>
  announced !== undefined && announced > 0 ? announced : documented;

/** Used for 80 % of its life and not in its last minute, but at least a minute and at most half an hour. */
const useMs = (lifeMs: number) =>
  Math.min(Math.max(Math.min(lifeMs * 0.8, lifeMs - 60 * second), shortestUseMs), longestUseMs);

/** For the store: what is left of each life is moved from the monotonic clock to the wall clock. */
export function storedTokenOf(holding: Holding, now: number, wallNow: number): StoredToken {
  const onTheWall = (time: number, longestSeconds: number) =>
    new Date(wallNow + Math.min(time - now, longestSeconds * second));
  return {
    accessToken: holding.value,
    refreshToken: holding.refreshToken,
    renewAt: onTheWall(holding.renewAt, documentedLifeSeconds),
    endsAt: onTheWall(holding.endsAt, documentedLifeSeconds),
    refreshUntil: onTheWall(holding.refreshUntil, documentedRefreshLifeSeconds),
  };
}

/**
 * From the store. A wall clock that was put back since would make a token immortal: nothing lives longer from now than
 * it may live at all. One that was put forward ends it early, which costs a refresh.
 */
export function holdingOfStored(stored: StoredToken, now: number, wallNow: number): Holding {
  const fromNow = (time: Date, longestSeconds: number) =>
    now + Math.min(time.getTime() - wallNow, longestSeconds * second);
  return {
    value: stored.accessToken,
    renewAt: fromNow(stored.renewAt, documentedLifeSeconds),
    endsAt: fromNow(stored.endsAt, documentedLifeSeconds),
    refreshToken: stored.refreshToken,
    refreshUntil: fromNow(stored.refreshUntil, documentedRefreshLifeSeconds),
    isKept: true,
  };
}
