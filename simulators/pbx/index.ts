import type { PbxCondition } from './condition.ts';
import type { EndpointName } from './endpoints/endpoint-name.ts';
import type { Extension } from './extensions.ts';
import type { Fault, FaultCycle } from './faults/fault.ts';
import type { ScriptTarget } from './faults/script.ts';
import type { RecordedRequest } from './ledger.ts';
import type { Machine } from './machine.ts';
import { createMachine, resetMachine } from './machine.ts';
import type { PbxOptions, PbxTls } from './options.ts';
import type { RecentCallsWish } from './recent-calls/wish.ts';
import type { SampleCallLine } from './sample-calls/index.ts';
import { listSampleCalls } from './sample-calls/index.ts';
import type { PbxServer } from './server.ts';
import { listen } from './server.ts';

export type { PbxCondition } from './condition.ts';
export type { Extension } from './extensions.ts';
export { extensions } from './extensions.ts';
export type { Fault, FaultCycle } from './faults/fault.ts';
export { oddAnswers } from './faults/odd-answers.ts';
export { oddDownloads, oddDownloadUrls } from './faults/odd-downloads.ts';
export type { RecordedRequest } from './ledger.ts';
export type { PbxOptions, PbxTls } from './options.ts';
export type { RecentCallsWish } from './recent-calls/wish.ts';
export { sampleCalls } from './sample-calls/index.ts';
export type { SampleCall } from './sample-calls/sample-call.ts';
export type { TranscriptionRow } from './sample-calls/transcription-row.ts';

/** A running PBX: what it can be told to do, and what it has seen. */
export type PbxSimulator = {
  /** Base URL, such as "http://127.0.0.1:8088". */
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Writes a fault into the script of an endpoint ("*": of whatever is called next), to be played `times` times. */
  script: (target: ScriptTarget, fault: Fault | FaultCycle, times?: number) => void;
  clearScript: () => void;
  /** Lets the answers go that a `hold` keeps back. */
  release: () => void;
  /** Ends all access tokens; their refresh tokens stay good. */
  expireAccessTokens: () => void;
  expireRefreshTokens: () => void;
  /** Somebody made a new secret on the PBX; tokens stay good. */
  changeClientSecret: (secret: string) => void;
  /** Lifts the block and forgets the refused logins. */
  unblock: () => void;
  /** While true, new TCP connections are accepted and nothing on them is ever answered. */
  ignoreConnections: (ignored: boolean) => void;
  /** Shows another certificate from now on; only on a PBX started with one. */
  useCertificate: (tls: PbxTls) => void;
  /** Makes calls of the last days before now, in place of earlier ones, and gives them as lines. */
  makeRecentCalls: (wish: number | RecentCallsWish) => readonly SampleCallLine[];
  /** The recent calls there are: leg, whole call, and an extension number to ask with. */
  readonly recentCalls: readonly SampleCallLine[];
  /** Changes the extension that has this number now: its e-mail, number, id, name. Throws when nobody has it. */
  changeExtension: (number: string, change: Partial<Extension>) => void;
  /** Changes how it is equipped or set up: firmware, plan, permissions, allowed address, clock. */
  change: (change: Partial<PbxCondition>) => void;
  /** Back to how it was started: no script, tokens, block, changes, files or ledger. */
  reset: () => void;
  /** Resolves as soon as the condition holds; rejects when it does not within the given milliseconds (2000). */
  until: (condition: () => boolean, withinMilliseconds?: number) => Promise<void>;
  /** Calls the listener whenever something may be different; gives what ends that. */
  watch: (listener: () => void) => () => void;
  /** Every API request so far, oldest first. */
  readonly requests: readonly RecordedRequest[];
  count: (endpoint: EndpointName | '*') => number;
  readonly liveTokens: number;
  readonly refusedLogins: number;
  readonly blocked: boolean;
  readonly openConnections: number;
  /** Answers a `hold` keeps back now. */
  readonly held: number;
  /** Cuts all connections and frees the port; may be called twice. */
  stop: () => Promise<void>;
  [Symbol.asyncDispose]: () => Promise<void>;
};

/** Starts a Yeastar P-Series PBX on 127.0.0.1. Rejects when the port is taken. */
export async function startPbx(options: PbxOptions = {}): Promise<PbxSimulator> {
  const pbx = createMachine(options);
  return face(pbx, await listen(pbx));
}

function face(pbx: Machine, server: PbxServer): PbxSimulator {
  return {
    url: server.url,
    clientId: pbx.settings.clientId,
    get clientSecret() {
      return pbx.clientSecret;
    },
    script: (target, fault, times = 1) => pbx.script.add(target, fault, times),
    clearScript: pbx.script.clear,
    release: pbx.hold.release,
    expireAccessTokens: pbx.tokens.expireAccess,
    expireRefreshTokens: pbx.tokens.expireRefresh,
    changeClientSecret: (secret) => {
      pbx.clientSecret = secret;
    },
    unblock: pbx.logins.unblock,
    ignoreConnections: (ignored) => {
      pbx.ignoresConnections = ignored;
    },
    useCertificate: server.useCertificate,
    makeRecentCalls: (wish) => {
      pbx.recentCalls.replace(wish);
      return listSampleCalls(pbx.recentCalls.all);
    },
    get recentCalls() {
      return listSampleCalls(pbx.recentCalls.all);
    },
    changeExtension: pbx.directory.change,
    change: (change) => void Object.assign(pbx.condition, change),
    reset: () => resetMachine(pbx),
    until: pbx.watch.until,
    watch: pbx.watch.watch,
    requests: pbx.ledger.requests,
    count: pbx.ledger.count,
    get liveTokens() {
      return pbx.tokens.live;
    },
    get refusedLogins() {
      return pbx.logins.refused;
    },
    get blocked() {
      return pbx.logins.blocked;
    },
    get openConnections() {
      return pbx.connections.size;
    },
    get held() {
      return pbx.hold.size;
    },
    stop: server.close,
    [Symbol.asyncDispose]: server.close,
  };
}
