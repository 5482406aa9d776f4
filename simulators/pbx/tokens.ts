import { randomBytes } from 'node:crypto';
import type { PbxSettings } from './options.ts';

/** Access tokens that may be valid at once (Yeastar: get-access-token page). */
const mostLiveTokens = 8;

/** An access token and the refresh token that came with it, each with the millisecond at which it ends. */
export type TokenPair = { access: string; accessEnds: number; refresh: string; refreshEnds: number };

/** The tokens of one PBX. */
type Tokens = {
  /** Access tokens that would be accepted now. */
  readonly live: number;
  isLive: (access: string | null) => boolean;
  /** A new pair, or null when eight tokens are live already. */
  issue: () => TokenPair | null;
  /** A new pair for an unused refresh token; which then is spent, unless there was no room. */
  renew: (refresh: string) => TokenPair | 'unknown' | 'full';
  /** Ends an access token together with its refresh token. */
  revoke: (access: string) => void;
  expireAccess: () => void;
  expireRefresh: () => void;
  clear: () => void;
};

type TokenSettings = Pick<PbxSettings, 'tokenLifeSeconds' | 'refreshTokenLifeSeconds' | 'rotateKillsOldToken' | 'now'>;

/** A PBX's token store; empty at first. */
export function createTokens(settings: TokenSettings): Tokens {
  const pairs = new Set<TokenPair>();
  const livePairs = () => [...pairs].filter((pair) => pair.accessEnds > settings.now());
  const issue = () => {
    if (settings.rotateKillsOldToken) pairs.clear();
    if (livePairs().length >= mostLiveTokens) return null;
    const pair = newPair(settings);
    pairs.add(pair);
    return pair;
  };
  const renew = (refresh: string) => {
    const old = [...pairs].find((pair) => pair.refresh === refresh && pair.refreshEnds > settings.now());
    if (old === undefined) return 'unknown';
    const pair = issue();
    if (pair === null) return 'full';
    old.refreshEnds = 0;
    return pair;
  };
  return {
    get live() {
      return livePairs().length;
    },
    isLive: (access) => livePairs().some((pair) => pair.access === access),
    issue,
    renew,
    revoke: (access) => {
      for (const pair of pairs) if (pair.access === access) pairs.delete(pair);
    },
    expireAccess: () => {
      for (const pair of pairs) pair.accessEnds = 0;
    },
    expireRefresh: () => {
      for (const pair of pairs) pair.refreshEnds = 0;
    },
    clear: () => pairs.clear(),
  };
}

function newPair({ tokenLifeSeconds, refreshTokenLifeSeconds, now }: TokenSettings): TokenPair {
  return {
    access: randomBytes(16).toString('hex'),
    accessEnds: now() + tokenLifeSeconds * 1_000,
    refresh: randomBytes(16).toString('hex'),
    refreshEnds: now() + refreshTokenLifeSeconds * 1_000,
  };
}
