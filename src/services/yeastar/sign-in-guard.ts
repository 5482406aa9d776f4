import { CallSummaryError, isCallSummaryError } from '../../errors.ts';
import type { SignInAttempt, SignInRecord } from '../../store/store.ts';
import type { Clock } from '../clock.ts';
import { signInRefusalOf } from './errcodes.ts';
import { createRests, isTurningAway, type Rests, type TurningAway } from './rests.ts';
import { createSingleFlight } from './single-flight.ts';
import { needingStore, sparingStore } from './store-faults.ts';
import type { WallClock } from './wall-clock.ts';

/** At most this many refused sign-ins for each secret, ever; the fifth would have the PBX block our address. */
const mostRefusals = 2;

/**
 * Remembers that the PBX turned us away, and answers the same until it makes sense to knock again. A person asking once
 * more is not a reason to knock, and a restart neither: five failed sign-ins lock our address out (Yeastar: blocked API
 * addresses).
 */
export interface SignInGuard {
  /** For every request. @throws the remembered refusal while it is believed, unless it is about tokens only */
  assertMayAsk(): Promise<void>;
  /** For a refresh, which shows no secret. @throws the remembered refusal, unless it is about the secret only */
  assertMayRefresh(): Promise<void>;
  /**
   * Sends a sign-in once, counted before it is sent.
   * @throws {CallSummaryError} the remembered refusal, or `pbx_sign_in_refused` when enough were refused;
   * `store_unavailable` when it cannot be counted; else what the sign-in throws
   */
  attempt<T>(signIn: () => Promise<T>): Promise<T>;
  /** Takes note of what the PBX answered; everything but a turning away is ignored. */
  remember(thrown: unknown): Promise<void>;
}

export function createSignInGuard(clock: Clock, record: SignInRecord, wallClock: WallClock): SignInGuard {
  const rests = createRests(clock, record, wallClock);
  const recall = createRecall(rests);
  return {
    async assertMayAsk() {
      await recall.beforeAsking();
      throwUnless(isAboutTokens, rests.standing());
    },
    async assertMayRefresh() {
      await recall.ifPossible();
      throwUnless(isAboutSecret, rests.standing());
    },
    async attempt(signIn) {
      const { refused } = await needingStore(rests.recall());
      throwUnless(never, rests.standing());
      const attempt = await needingStore(record.begin(mostRefusals));
      if (attempt === null) throw new CallSummaryError('pbx_sign_in_refused', {});
      const answer = await signIn().catch((thrown: unknown) => endBadly(thrown, attempt, rests, refused > 0));
      await sparingStore(attempt.succeeded(), undefined);
      rests.endAll();
      return answer;
    },
    async remember(thrown) {
      if (isTurningAway(thrown)) await rests.begin(thrown);
    },
  };
}

/**
 * With a token in hand the store is read once at the start, and then only while a rest about our address stands, because
 * an administrator may have struck it out.
 */
function createRecall(rests: Rests) {
  const singleFlight = createSingleFlight<void>();
  const ifPossible = () =>
    singleFlight('recall', () =>
      sparingStore(
        rests.recall().then(() => {}),
        undefined,
      ),
    );
  let first: Promise<void> | null = null;
  return {
    ifPossible,
    async beforeAsking() {
      first ??= ifPossible();
      await first;
      const standing = rests.standing();
      if (standing !== null && !isAboutTokens(standing)) await ifPossible();
    },
  };
}

const never = () => false;
const isAboutSecret = ({ code }: TurningAway) => code === 'pbx_sign_in_refused';
/** These concern tokens only: questions with the token in hand may go on. */
const isAboutTokens = (refusal: TurningAway) => isAboutSecret(refusal) || refusal.code === 'pbx_tokens_used_up';

function throwUnless(mayGoOn: (refusal: TurningAway) => boolean, standing: TurningAway | null): void {
  if (standing !== null && !mayGoOn(standing)) throw standing;
}

/**
 * Says how an attempt ended, and throws. What is not said here, because the store fails or the process dies, leaves the
 * attempt counted: better to stop too early than to be locked out. `npm run unlock` strikes it out.
 */
async function endBadly(
  thrown: unknown,
  attempt: SignInAttempt,
  rests: Rests,
  wasRefusedBefore: boolean,
): Promise<never> {
  const refusal = signInRefusalOf(thrown);
  if (isCallSummaryError(refusal, 'pbx_sign_in_refused')) {
    await sparingStore(attempt.refused(), undefined);
    await rests.begin(refusal);
    throw refusal;
  }
  // A lost answer says nothing about a secret that was good until now; one that was refused before, it may have refused.
  if (!(wasRefusedBefore && isLostAnswer(thrown))) await sparingStore(attempt.withdraw(), undefined);
  throw thrown;
}

const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const isLostAnswer = (thrown: unknown) =>
  isCallSummaryError(thrown, 'pbx_timeout') ||
  (isCallSummaryError(thrown, 'pbx_unreachable') && !neverSent.has(thrown.details.fault));
