import type { Config } from '../../config/config.ts';
import { CallSummaryError } from '../../errors.ts';
import { accountOf } from '../../services/yeastar/account.ts';
import type { PbxStore } from '../../services/yeastar/client.ts';
import { createSqliteStore } from '../../store/sqlite-store.ts';
import type { SignInAttempt, SignInHistory, SignInRecord, TokenVault } from '../../store/store.ts';
import { StoreError } from '../../store/store-error.ts';

/** Whether the client ID and secret were shown to the PBX on this visit, and how that ended. */
export type SignInState = 'not_tried' | 'tried' | 'accepted';

/** The app's store, as a visitor uses it. */
export interface VisitingStore extends PbxStore {
  signInState(): SignInState;
  close(): Promise<void>;
}

const blank: SignInHistory = { refused: 0, unanswered: 0, rest: null };

/**
 * Reads what the app has stored, and writes where it must: a sign-in is counted there before it is made, so that it can
 * never be the one that locks the address out, and a refreshed token replaces the one that is used up. A token of our own
 * sign-in is not kept: it is given back. One sign-in is made at most.
 */
export function createVisitingStore({ storeFile, yeastar }: Config): VisitingStore {
  const account = accountOf(yeastar);
  const reading = createSqliteStore(storeFile, { isReadOnly: true });
  const writing = createSqliteStore(storeFile);
  const state: { signIn: SignInState } = { signIn: 'not_tried' };
  const tokens = reading.tokensOf(account);
  const signIns = reading.signInsOf(account);
  return {
    tokens: visitingVault(tokens, writing.tokensOf(account), state),
    signIns: visitingRecord(signIns, writing.signInsOf(account), state),
    signInState: () => state.signIn,
    close: async () => void (await Promise.all([reading.close(), writing.close()])),
  };
}

interface State {
  signIn: SignInState;
}

const visitingVault = (reading: TokenVault, writing: TokenVault, state: State): TokenVault => ({
  load: () => unlessGone(reading.load(), null),
  async save(token) {
    if (state.signIn !== 'not_tried') throw new StoreError('closed');
    await writing.save(token);
  },
  forget: () => writing.forget(),
  takeTurn: (now, longestMs) => writing.takeTurn(now, longestMs),
});

const visitingRecord = (reading: SignInRecord, writing: SignInRecord, state: State): SignInRecord => ({
  history: () => unlessGone(reading.history(), blank),
  async begin(most) {
    if (state.signIn !== 'not_tried') throw secondTry(state.signIn);
    const attempt = await writing.begin(most);
    if (attempt === null) return null;
    state.signIn = 'tried';
    return noticing(attempt, state);
  },
  restUntil: (rest) => writing.restUntil(rest),
  clear: () => writing.clear(),
});

const noticing = (attempt: SignInAttempt, state: State): SignInAttempt => ({
  refused: () => attempt.refused(),
  withdraw: () => attempt.withdraw(),
  async succeeded() {
    state.signIn = 'accepted';
    await attempt.succeeded();
  },
});

/** The client would try again where an answer got lost or a fresh token is not taken; a visitor does not. */
const secondTry = (state: SignInState) =>
  state === 'accepted'
    ? new CallSummaryError('pbx_token_rejected', {})
    : new CallSummaryError('pbx_unexpected', { fault: 'no usable answer to the sign-in' });

async function unlessGone<T>(work: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work;
  } catch (thrown) {
    if (thrown instanceof StoreError && thrown.fault === 'gone') return otherwise;
    throw thrown;
  }
}
