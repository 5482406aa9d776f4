import { setTimeout as pause } from 'node:timers/promises';
import { isCallSummaryError } from '../../errors.ts';
import type { TokenTurn } from '../../store/store.ts';
import type { Clock } from '../clock.ts';
import type { HeldToken } from './held-token.ts';
import { type AccessToken, type Holding, holdingOf } from './holding.ts';
import { type KeptToken, longestTurnMs } from './kept-token.ts';
import { isTurningAway } from './rests.ts';
import { repeatsAllowed } from './retries.ts';
import type { TokenAnswer } from './schema.ts';
import type { TokenOffice } from './token-office.ts';

const betweenLooksMs = 50;

/**
 * Gets a token that is good for a while: one that another process has got meanwhile, or, when it is our turn to ask, a new
 * one. Where none is to be had, the old one does as long as it lives.
 */
export function createTokenRenewal(
  office: TokenOffice,
  clock: Clock,
  held: HeldToken,
  kept: KeptToken,
): () => Promise<AccessToken> {
  const renewed = createRenewal(office, clock, held, kept);
  const renewedIn = async (turn: TokenTurn | null) => {
    try {
      return await renewed();
    } catch (thrown) {
      const alive = held.alive();
      if (alive === null) throw thrown;
      return held.useOn(alive);
    } finally {
      await turn?.end();
    }
  };
  return async () => {
    for (let waitedMs = 0; ; waitedMs += betweenLooksMs) {
      held.adopt(await kept.load());
      const fresh = held.fresh();
      if (fresh !== null) return fresh;
      const turn = await kept.takeTurn();
      if (turn !== null || waitedMs >= longestTurnMs) return await renewedIn(turn);
      const alive = held.alive();
      if (alive !== null) return held.useOn(alive);
      await pause(betweenLooksMs);
    }
  };
}

/** Refreshes where there is something to refresh with; if the PBX will not, signs in once. */
function createRenewal(office: TokenOffice, clock: Clock, held: HeldToken, kept: KeptToken) {
  const received = async (answer: TokenAnswer) => held.take(await kept.save(holdingOf(answer, clock.elapsedMs())));
  const adopted = async () => {
    held.adopt(await kept.load());
    return held.fresh();
  };
  const refreshed = async (): Promise<Holding | null> => {
    const old = held.get();
    if (old === null || old.refreshToken === null || clock.elapsedMs() >= old.refreshUntil) return null;
    try {
      return await received(await office.refresh(old.refreshToken));
    } catch (thrown) {
      if (!isRefusal(thrown)) return withoutAnswer(held, thrown);
    }
    // Refused, perhaps because another process that was out of turn has used it up.
    const news = await adopted();
    if (news === null) await giveUpRefreshToken(held, kept);
    return news;
  };
  return async () => (await adopted()) ?? (await refreshed()) ?? (await received(await office.signIn()));
}

/** It is not shown to the PBX again, nor after a restart: no page says whether that counts as a failed sign-in. */
async function giveUpRefreshToken(held: HeldToken, kept: KeptToken): Promise<void> {
  const old = held.get();
  if (old !== null) held.take({ ...old, refreshToken: null });
  const alive = held.alive();
  if (alive === null) await kept.forget();
  else held.take(await kept.save(alive));
}

/**
 * The old token does while the PBX has trouble. Without one a sign-in is tried, where the PBX did not turn us away; the
 * refresh token is kept for later.
 */
function withoutAnswer(held: HeldToken, thrown: unknown): null {
  if (held.alive() !== null || !isPassing(thrown)) throw thrown;
  return null;
}

/** Whether the PBX said something about the refresh token. */
const isRefusal = (thrown: unknown) => !isTurningAway(thrown) && !isNoAnswer(thrown) && !isPassing(thrown);

/** Trouble of a PBX that answers, or of its certificate. */
const isPassing = (thrown: unknown) =>
  !isNoAnswer(thrown) && (repeatsAllowed(thrown) > 0 || isCallSummaryError(thrown, 'pbx_certificate'));

const isNoAnswer = (thrown: unknown) =>
  isCallSummaryError(thrown, 'pbx_timeout') || isCallSummaryError(thrown, 'pbx_unreachable');
