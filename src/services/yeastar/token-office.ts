import { signInRefusalOf } from './errcodes.ts';
import type { PbxQuestion } from './exchange.ts';
import { withRepeats } from './retries.ts';
import { parseAnswer, type TokenAnswer, tokenSchema } from './schema.ts';
import type { SignInGuard } from './sign-in-guard.ts';

/** Asks once and checks the errcode. @throws {ErrcodeAnswer} for every errcode but success */
export type Ask = (question: PbxQuestion, signal: AbortSignal) => Promise<unknown>;

/** Credentials of the PBX's API client (PBX web portal > Integrations > API). */
export interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Where tokens come from; each call is one request to the PBX, or, where its answer got lost, two. */
export interface TokenOffice {
  signIn(): Promise<TokenAnswer>;
  refresh(refreshToken: string): Promise<TokenAnswer>;
}

/** get_token and refresh_token (Yeastar: authorization). Both stand on v1.0, and their tokens are good for v2.0. */
export function createTokenOffice(
  ask: Ask,
  { clientId, clientSecret }: Credentials,
  guard: SignInGuard,
  deadlineMs: number,
): TokenOffice {
  const post = async (name: string, body: object, signal: AbortSignal): Promise<TokenAnswer> =>
    parseAnswer(tokenSchema, await ask({ method: 'POST', path: `/openapi/v1.0/${name}`, body }, signal));
  return {
    async signIn() {
      const signal = AbortSignal.timeout(deadlineMs);
      const signIn = () => post('get_token', { username: clientId, password: clientSecret }, signal);
      try {
        return await withOneRepeat(signal, () => guard.attempt(signIn));
      } catch (thrown) {
        throw signInRefusalOf(thrown);
      }
    },
    async refresh(refreshToken) {
      await guard.assertMayRefresh();
      const signal = AbortSignal.timeout(deadlineMs);
      return await withOneRepeat(signal, () => post('refresh_token', { refresh_token: refreshToken }, signal));
    },
  };
}

/** Whether an unanswered request used up one of the eight tokens cannot be known. */
const withOneRepeat = <T>(signal: AbortSignal, ask: () => Promise<T>) => withRepeats(signal, ask, 1);

/** Gives a token back, so that its place is free at once (Yeastar: revoke access token). */
export async function revokeToken(ask: Ask, token: string, deadlineMs: number): Promise<void> {
  await ask(
    { method: 'GET', path: '/openapi/v1.0/del_token', query: { access_token: token } },
    AbortSignal.timeout(deadlineMs),
  );
}
