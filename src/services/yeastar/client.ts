import type { z } from 'zod';
import type { YeastarConfig } from '../../config/config.ts';
import { CallSummaryError } from '../../errors.ts';
import { type Clock, machineClock } from '../clock.ts';
import { type AccessToken, type AccessTokens, createAccessTokens } from './access-token.ts';
import { createAdmission } from './admission.ts';
import { ErrcodeAnswer, errcodes, isErrcode, refusalOf } from './errcodes.ts';
import { createExchange, type Exchange } from './exchange.ts';
import { defaultLimits, type PbxLimits } from './limits.ts';
import { withRepeats } from './retries.ts';
import { envelopeSchema, parseAnswer } from './schema.ts';
import { createSignInGuard, type SignInGuard } from './sign-in-guard.ts';
import { type Ask, createTokenOffice, revokeToken } from './token-office.ts';
import { pbxErrorOf } from './transport-faults.ts';

/** What is asked of the PBX's API, as the vendor's pages name it: `/openapi/v2.0/cdr/getaisummary`. */
export interface PbxGet<T> {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly schema: z.ZodType<T>;
}

/** Signed-in questions to one PBX: one token, few connections, one deadline for each question. */
export interface PbxClient {
  /**
   * @throws {ErrcodeAnswer} when the PBX says no to this question
   * @throws {CallSummaryError} for everything else that can go wrong between us and the PBX
   */
  get<T>(question: PbxGet<T>): Promise<T>;
  /** Gives the token back and closes the connections. Never throws. */
  close(): Promise<void>;
}

export interface PbxClientOptions {
  readonly limits?: Partial<PbxLimits>;
  readonly clock?: Clock;
}

const farewellMs = 1000;

export function createPbxClient(
  config: YeastarConfig,
  { limits, clock = machineClock }: PbxClientOptions = {},
): PbxClient {
  const bounds = { ...defaultLimits, ...limits };
  const exchange = createExchange(config, bounds);
  const guard = createSignInGuard(clock);
  const ask = guarded(guard, checkedAsk(exchange));
  const tokens = createAccessTokens(createTokenOffice(ask, config, guard, bounds.deadlineMs), clock);
  const admit = createAdmission(bounds.connections + bounds.waiting);
  return {
    get: (question) => admit(() => getWithToken(question, tokens, ask, bounds.deadlineMs)),
    async close() {
      const token = tokens.inHand();
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

/** Asks nothing while the PBX does not want to hear from us, and notices when it says so. */
function guarded(guard: SignInGuard, ask: Ask): Ask {
  return async (question, signal) => {
    guard.assertMayAsk();
    try {
      return await ask(question, signal);
    } catch (thrown) {
      guard.remember(thrown instanceof ErrcodeAnswer ? refusalOf(thrown) : thrown);
      throw thrown;
    }
  };
}

async function getWithToken<T>(question: PbxGet<T>, tokens: AccessTokens, ask: Ask, deadlineMs: number): Promise<T> {
  const askWith = ({ value }: AccessToken) => {
    const signal = AbortSignal.timeout(deadlineMs);
    const query = { access_token: value, ...question.query };
    return withRepeats(signal, () => ask({ method: 'GET', path: question.path, query }, signal));
  };
  try {
    return parseAnswer(question.schema, await askWithFreshToken(askWith, tokens));
  } catch (thrown) {
    throw thrown instanceof ErrcodeAnswer ? thrown : pbxErrorOf(thrown);
  }
}

/** "Token expired" is repaired once: a new token, the same question again. */
async function askWithFreshToken(
  askWith: (token: AccessToken) => Promise<unknown>,
  tokens: AccessTokens,
): Promise<unknown> {
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
