import { endpointOf } from './endpoints.ts';
import { ErrcodeAnswer, refusalOf } from './errcodes.ts';
import type { PbxQuestion } from './exchange.ts';
import type { PbxObserver } from './pbx-observer.ts';
import { pbxOutcomeOf } from './pbx-outcome.ts';
import type { SignInGuard } from './sign-in-guard.ts';

/** Sends one question to the PBX, and makes something of what comes back. */
export type Asking<T> = (question: PbxQuestion, signal: AbortSignal) => Promise<T>;

/** Asks nothing while the PBX does not want to hear from us, and notices when it says so. */
export function guarded<T>(guard: SignInGuard, ask: Asking<T>): Asking<T> {
  return async (question, signal) => {
    await guard.assertMayAsk();
    try {
      return await ask(question, signal);
    } catch (thrown) {
      await guard.remember(thrown instanceof ErrcodeAnswer ? refusalOf(thrown) : thrown);
      throw thrown;
    }
  };
}

/** Tells the observer of each sending. */
export function observed<T>({ asked }: PbxObserver, ask: Asking<T>): Asking<T> {
  return async (question, signal) => {
    const endpoint = endpointOf(question.path);
    const startedAt = performance.now();
    try {
      const answer = await ask(question, signal);
      asked(endpoint, 'ok', performance.now() - startedAt);
      return answer;
    } catch (thrown) {
      asked(endpoint, pbxOutcomeOf(endpoint, thrown), performance.now() - startedAt);
      throw thrown;
    }
  };
}
