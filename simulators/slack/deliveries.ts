import type { EnvelopeType } from './envelopes.ts';
import { type AppRequest, sendHttp } from './http-transport.ts';
import type { JsonObject } from './json.ts';
import type { Outcome } from './outcome.ts';
import type { Settings } from './settings.ts';
import { sign } from './signing.ts';
import type { World } from './world.ts';

/** Something a person did, ready to be brought to the app. */
export interface Parcel {
  readonly type: EnvelopeType;
  readonly payload: JsonObject;
  /** What the acknowledgement does to the workspace. */
  readonly settle: (outcome: Outcome) => void;
}

/** Something brought to the app, and how the app took it. */
export interface Delivery extends Outcome {
  readonly ackedWithin3s: boolean;
  /** What was delivered. */
  readonly payload: JsonObject;
  /** Brings the very same thing again. */
  readonly again: (repetition: Repetition) => Promise<Delivery>;
}

/** What may differ when something is delivered again. */
export interface Repetition {
  /** Over a socket: the same envelope id once more, instead of a new one. */
  readonly sameEnvelope?: boolean;
  /** Over HTTP: the headers Slack adds to repeated events. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Takes a parcel; brings it to the app by the socket or over HTTP, lets the acknowledgement take effect, gives both. */
export function deliver(world: World, parcel: Parcel): Promise<Delivery> {
  const bySocket = world.settings.transport === 'socket' || goesToSocket(world);
  return bySocket ? deliverEnvelope(world, parcel, {}) : deliverRequest(world, parcel, signedRequest(world, parcel));
}

/** Takes an outcome; says it as a delivery. */
export function asDelivery(outcome: Outcome, payload: JsonObject, again: Delivery['again']): Delivery {
  return { ...outcome, payload, ackedWithin3s: outcome.status === 200, again };
}

function goesToSocket({ settings, sockets }: World): boolean {
  return settings.transport === undefined && sockets.connections.length > 0;
}

interface EnvelopeRun {
  readonly retryAttempt?: number;
  readonly envelopeId?: string | undefined;
}

async function deliverEnvelope(world: World, parcel: Parcel, run: EnvelopeRun): Promise<Delivery> {
  const outcome = await world.sockets.send(parcel.type, parcel.payload, run);
  parcel.settle(outcome);
  const retryAttempt = (run.retryAttempt ?? 0) + 1;
  return asDelivery(outcome, parcel.payload, ({ sameEnvelope }) =>
    deliverEnvelope(world, parcel, { retryAttempt, envelopeId: sameEnvelope ? outcome.envelopeId : undefined }),
  );
}

async function deliverRequest(world: World, parcel: Parcel, request: AppRequest): Promise<Delivery> {
  const outcome = await sendHttp(request, world.settings.ackWindowMs);
  parcel.settle(outcome);
  return asDelivery(outcome, parcel.payload, ({ headers }) =>
    deliverRequest(world, parcel, { ...request, headers: { ...request.headers, ...headers } }),
  );
}

function signedRequest({ settings }: World, { type, payload }: Parcel): AppRequest {
  const body = type === 'slash_commands' ? asForm(payload) : `payload=${encodeURIComponent(JSON.stringify(payload))}`;
  return { url: appUrlOf(settings.appUrl), body, headers: headersFor(settings, body) };
}

/** Takes the address of the app, if one was given; gives it or throws what to do. */
export function appUrlOf(appUrl: string | undefined): string {
  if (appUrl) return appUrl;
  throw new Error('Nobody to deliver to: set `slack.appUrl`, or let the app connect by Socket Mode.');
}

/** Gives the headers of a request as Slack sends it. */
export function headersFor(
  { signingSecret, clockAheadMs }: Settings,
  body: string | Buffer,
  timestamp = String(Math.floor((Date.now() + clockAheadMs) / 1_000)),
): Record<string, string> {
  return {
    accept: 'application/json,*/*',
    'accept-encoding': 'identity',
    'content-length': String(Buffer.byteLength(body)),
    'content-type': 'application/x-www-form-urlencoded',
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    ...sign(signingSecret, body, timestamp),
  };
}

function asForm(payload: JsonObject): string {
  return new URLSearchParams(Object.entries(payload).map(([name, value]) => [name, String(value)])).toString();
}
