import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { Server } from 'node:net';
import type { TestContext } from 'node:test';
import { inspect } from 'node:util';
import { type Fault, type PbxOptions, type PbxSimulator, startPbx } from '../../../simulators/pbx/index.ts';
import type { YeastarConfig } from '../../../src/config/config.ts';
import type { TlsTrust } from '../../../src/config/tls.ts';
import { type CallSummaryError, type ErrorCode, type ErrorDetails, isCallSummaryError } from '../../../src/errors.ts';
import { parseCallReference } from '../../../src/services/call-reference/parse.ts';
import type { RecordedSummary } from '../../../src/services/phone-system.ts';
import {
  createPbxClient,
  type PbxClient,
  type PbxClientOptions,
  type PbxGet,
} from '../../../src/services/yeastar/client.ts';
import type { PbxLimits } from '../../../src/services/yeastar/limits.ts';
import { createYeastarPhoneSystem, type YeastarPhoneSystem } from '../../../src/services/yeastar/phone-system.ts';
import { envelopeSchema } from '../../../src/services/yeastar/schema.ts';
import { type HandClock, handClock, second, wallClockBy } from './hand-clock.ts';
import { freshPbxStore } from './pbx-stores.ts';

/** No test of the PBX client waits longer than this. */
export const bounded = { timeout: 15_000 };

/** The call of the vendor's own example, as a person types it. */
export const documentedCall = '20260513223234-3EE9E 3202';

/** A simulated PBX and the code under test on the other end of the line; both look at the same clock. */
export interface Line {
  readonly pbx: PbxSimulator;
  readonly clock: HandClock;
  readonly client: PbxClient;
  readonly phoneSystem: YeastarPhoneSystem;
  /** Asks the cheapest question that needs a token, through the bare client. */
  ask(): Promise<unknown>;
  /** Number to id, then the summary, as the use case does it; the call is given as a person types it. */
  find(typed?: string): Promise<RecordedSummary>;
}

export interface LineOptions {
  readonly pbx?: PbxOptions;
  readonly limits?: Partial<PbxLimits>;
  readonly tls?: TlsTrust;
  /** What the bare client keeps its token in; a fresh store unless something else is said. */
  readonly store?: PbxClientOptions['store'];
  /** The address we are told, made from the address at which the PBX listens. */
  readonly address?: (url: string) => string;
}

/** Opens a line that is closed when the test is over: the token given back, no connection left. */
export async function openLine(t: TestContext, options: LineOptions = {}): Promise<Line> {
  const clock = handClock();
  const pbx = await startPbx({ now: clock.elapsedMs, ...options.pbx });
  const config = configFor(pbx, options);
  const optionsOf = (store: PbxClientOptions['store']): PbxClientOptions => ({
    store,
    clock,
    wallClock: wallClockBy(clock),
    limits: { deadlineMs: 2 * second, ...options.limits },
  });
  const client = createPbxClient(config, optionsOf(options.store ?? freshPbxStore(t, config)));
  const phoneSystem = createYeastarPhoneSystem(config, optionsOf(freshPbxStore(t, config)));
  t.after(async () => {
    pbx.reset();
    await Promise.all([client.close(), phoneSystem.close()]);
    await pbx.stop();
  });
  return {
    pbx,
    clock,
    client,
    phoneSystem,
    ask: () => client.get(systemInformation),
    find: async (typed = documentedCall) => {
      const { cdrId, extensionNumber } = parseCallReference(typed);
      return await phoneSystem.findSummary(cdrId, await phoneSystem.findExtension(extensionNumber));
    },
  };
}

/** What an administrator would configure for this PBX. */
export const configFor = (pbx: PbxSimulator, { tls, address }: LineOptions = {}): YeastarConfig => ({
  baseUrl: new URL(address?.(pbx.url) ?? pbx.url),
  clientId: pbx.clientId,
  clientSecret: pbx.clientSecret,
  tls: tls ?? { kind: 'system' },
});

/** The cheapest question that needs a token. */
export const systemInformation: PbxGet<unknown> = {
  path: '/openapi/v1.0/system/information',
  query: {},
  schema: envelopeSchema,
};

/** How a piece of work failed: always in one of our own errors, which keeps every secret. */
export async function failureOf(work: Promise<unknown>): Promise<CallSummaryError> {
  const thrown: unknown = await work.then(
    (answer) => assert.fail(`expected a failure, got ${inspect(answer)}`),
    (reason: unknown) => reason,
  );
  assert.ok(isCallSummaryError(thrown), inspect(thrown));
  assertKeepsSecrets(thrown);
  return thrown;
}

/** The work fails with this code, and says at least this much about it. */
export async function assertFails<Code extends ErrorCode>(
  work: Promise<unknown>,
  code: Code,
  details: Partial<ErrorDetails[Code]> = {},
): Promise<void> {
  const failure = await failureOf(work);
  assert.equal(failure.code, code, inspect(failure.details));
  assert.partialDeepStrictEqual(failure.details, details);
}

// The simulator's tokens are 32 hexadecimal digits; its client ID and secret begin with the same two words.
const secrets = /[0-9a-f]{32}|simulated-client|access_token|refresh_token|https?:\/\/|127\.0\.0\.1|openapi/i;

/** Neither message, stack, details nor a cause quotes a token, the credentials or an address. */
export function assertKeepsSecrets(failure: CallSummaryError): void {
  assert.equal(failure.cause, undefined);
  assert.doesNotMatch(inspect(failure, { depth: Infinity, showHidden: true }), secrets);
  assert.doesNotMatch(`${JSON.stringify(failure)} ${failure.message} ${failure.stack}`, secrets);
}

/** For this test, chance is bent so that the pauses before repeats take no time. */
export const withoutPauses = (t: TestContext): void => void t.mock.method(Math, 'random', () => -0.5);

/** Every connection to the PBX is closed by now, or soon is. */
export const hungUp = ({ pbx }: Line): Promise<void> => pbx.until(() => pbx.openConnections === 0);

/** An answer of errcode 0 with this `data`, byte for byte what JSON makes of it. */
export const answering = (data: unknown): Fault => ({
  kind: 'raw',
  body: JSON.stringify({ errcode: 0, errmsg: 'SUCCESS', data }),
});

/** Where a server of the test's own listens until the test is over, as an address without a scheme. */
export async function listen(t: TestContext, server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  return `127.0.0.1:${address.port}`;
}

/** How long the work took, in milliseconds. */
export async function durationOf(work: Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work;
  return performance.now() - startedAt;
}

/** As many uses of a fault as anybody could want. */
export const always = Number.POSITIVE_INFINITY;
