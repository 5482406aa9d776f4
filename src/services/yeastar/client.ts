import type { z } from 'zod';
import type { YeastarConfig } from '../../config/config.ts';
import { CallSummaryError } from '../../errors.ts';
import type { SignInRecord, TokenVault } from '../../store/store.ts';
import { type Clock, machineClock } from '../clock.ts';
import { deadlineIn } from '../deadline.ts';
import { type AccessTokens, createAccessTokens } from './access-token.ts';
import { createAdmission } from './admission.ts';
import { type Asking, guarded, observed } from './asking.ts';
import type { ApiPath } from './endpoints.ts';
import { ErrcodeAnswer, errcodes, isErrcode } from './errcodes.ts';
import { createExchange, type Exchange } from './exchange.ts';
import type { AccessToken } from './holding.ts';
import { defaultLimits, type PbxLimits } from './limits.ts';
import { type PbxObserver, unobserved } from './pbx-observer.ts';
import { withRepeats } from './retries.ts';
import { envelopeSchema, parseAnswer } from './schema.ts';
import { createSignInGuard } from './sign-in-guard.ts';
import { type Ask, createTokenOffice, revokeToken } from './token-office.ts';
import { pbxErrorOf } from './transport-faults.ts';
import { machineWallClock, type WallClock } from './wall-clock.ts';

/** What is asked of the PBX's API, as the vendor's pages name it: `/openapi/v2.0/cdr/getaisummary`. */
export interface PbxGet<T> {
  readonly path: ApiPath;
  readonly query: Readonly<Record<string, string>>;
  readonly schema: z.ZodType<T>;
}

/** How busy the line is: questions being worked on, and questions that wait for a place. */
export interface PbxLoad {
  readonly inFlight: number;
  readonly waiting: number;
}

/** Signed-in questions to one PBX: one token, few connections, one deadline for each question. */
export interface PbxClient {
  /**
   * @throws {ErrcodeAnswer} when the PBX says no to this question
   * @throws {CallSummaryError} for everything else that can go wrong between us and the PBX
   */
  get<T>(question: PbxGet<T>): Promise<T>;
  /**
   * Hands over the bytes of a file while they arrive, under a deadline of their own. `take` may stop early, begins anew
   * where the download is repeated, and throws as `get` does. `path` comes after the address of the PBX.
   */
  read<T>(path: string, take: (chunks: AsyncIterable<Uint8Array>) => Promise<T>): Promise<T>;
  load(): PbxLoad;
  /** Closes the connections, and gives the token back if the store does not have it for the next start. Never throws. */
  close(): Promise<void>;
}

/** What is kept about our account at the PBX, for other processes and the next start. */
export interface PbxStore {
  readonly tokens: TokenVault;
  readonly signIns: SignInRecord;
}

export interface PbxClientOptions {
  readonly store: PbxStore;
  readonly limits?: Partial<PbxLimits>;
  /** Nobody, unless something else is said. */
  readonly observer?: PbxObserver;
  readonly clock?: Clock;
  readonly wallClock?: WallClock;
}

const farewellMs = 1000;

export function createPbxClient(
  config: YeastarConfig,
  { store, limits, observer = unobserved, clock = machineClock, wallClock = machineWallClock }: PbxClientOptions,
): PbxClient {
  const bounds = { ...defaultLimits, ...limits };
  const exchange = createExchange(config, bounds);
  const guard = createSignInGuard(clock, store.signIns, wallClock);
  const ask = guarded(guard, observed(observer, checkedAsk(exchange)));
  const office = createTokenOffice(ask, config, guard, bounds.deadlineMs);
  const tokens = createAccessTokens(office, clock, store.tokens, wallClock);
  const { admit, inside } = createAdmission(bounds.connections + bounds.waiting);
  return {
    get: (question) => admit(() => getWithToken(question, tokens, ask, bounds.deadlineMs)),
    read: (path, take) => {
      const readOnce = observed(observer, (question, signal) => take(exchange.read(question, signal)));
      return admit(() => withToken(path, {}, tokens, guarded(guard, readOnce), bounds.deadlineMs));
    },
    load: () => ({
      inFlight: Math.min(inside(), bounds.connections),
      waiting: Math.max(inside() - bounds.connections, 0),
    }),
    async close() {
      const token = tokens.unkept();
      if (token !== null) await revokeToken(ask, token.value, farewellMs).catch(() => {});
      await exchange.close();
    },
  };
}

/** HTTP 200 carries failures too: the errcode decides. */
function checkedAsk(exchange: Exchange): Ask {
  return async (question, signal) => {
    const answer = await exchange.ask(question, signal);
    const { errcode } = parseAnswer(envelopeSchema, answer);
    if (errcode !== errcodes.success && errcode !== errcodes.partialSuccess) throw new ErrcodeAnswer(errcode);
    return answer;
  };
}

async function getWithToken<T>(question: PbxGet<T>, tokens: AccessTokens, ask: Ask, deadlineMs: number): Promise<T> {
  return parseAnswer(question.schema, await withToken(question.path, question.query, tokens, ask, deadlineMs));
}

async function withToken<T>(
  path: string,
  wanted: Readonly<Record<string, string>>,
  tokens: AccessTokens,
  ask: Asking<T>,
  deadlineMs: number,
): Promise<T> {
  const askWith = ({ value }: AccessToken) => {
    const signal = deadlineIn(deadlineMs);
    const query = { access_token: value, ...wanted };
    return withRepeats(signal, () => ask({ method: 'GET', path, query }, signal));
  };
  try {
    return await askWithFreshToken(askWith, tokens);
  } catch (thrown) {
    throw thrown instanceof ErrcodeAnswer ? thrown : pbxErrorOf(thrown);
  }
}

/** "Token expired" is repaired once: a new token, the same question again. */
async function askWithFreshToken<T>(askWith: (token: AccessToken) => Promise<T>, tokens: AccessTokens): Promise<T> {
  const first = await tokens.current();
  try {
    return await askWith(first);
  } catch (thrown) {
    if (!isErrcode(thrown, errcodes.tokenExpired)) throw thrown;
  }
  tokens.reject(first);
  try {
    return await askWith(await tokens.current());
  } catch (thrown) {
    throw isErrcode(thrown, errcodes.tokenExpired) ? new CallSummaryError('pbx_token_rejected', {}) : thrown;
  }
}
