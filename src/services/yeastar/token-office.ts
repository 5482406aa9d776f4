import type { TokenOffice } from './access-token.ts';
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

/** get_token and refresh_token (Yeastar: authorization). Both stand on v1.0, and their tokens are good for v2.0. */
export function createTokenOffice(
  ask: Ask,
  { clientId, clientSecret }: Credentials,
  guard: SignInGuard,
  deadlineMs: number,
): TokenOffice {
  const post = async (name: string, body: object): Promise<TokenAnswer> => {
    guard.assertMaySignIn();
    const signal = AbortSignal.timeout(deadlineMs);
    const question = { method: 'POST', path: `/openapi/v1.0/${name}`, body } as const;
    // One repeat at most: whether an unanswered sign-in used up one of the eight tokens cannot be known.
    return parseAnswer(tokenSchema, await withRepeats(signal, () => ask(question, signal), 1));
  };
  return {
    async signIn() {
      try {
        return await post('get_token', { username: clientId, password: clientSecret });
      } catch (thrown) {
        const refusal = signInRefusalOf(thrown);
        guard.remember(refusal);
        throw refusal;
      }
    },
    refresh: (refreshToken) => post('refresh_token', { refresh_token: refreshToken }),
  };
}

/** Gives a token back, so that its place is free at once (Yeastar: revoke access token). */
export async function revokeToken(ask: Ask, token: string, deadlineMs: number): Promise<void> {
  await ask(
    { method: 'GET', path: '/openapi/v1.0/del_token', query: { access_token: token } },
    AbortSignal.timeout(deadlineMs),
  );
}
