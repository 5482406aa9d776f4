import { appUrlOf, asDelivery, type Delivery, headersFor } from '../deliveries.ts';
import { sendHttp } from '../http-transport.ts';
import type { Settings } from '../settings.ts';
import type { World } from '../world.ts';

/** A request that may be forged, stale, replayed or malformed. */
export interface RawRequest {
  readonly body: string | Buffer;
  /** Default: exactly what Slack sends. */
  readonly contentType?: string;
  /** The time it claims to have been sent, in seconds. Default: now. */
  readonly timestamp?: number | string;
  /** A signature to send instead of the right one. */
  readonly signature?: string;
  /** False leaves out both signature headers. */
  readonly signed?: boolean;
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Somebody sends the app an HTTP request; unless said otherwise it is properly signed. */
export async function sends(world: World, request: RawRequest): Promise<Delivery> {
  const { settings } = world;
  const { body, path, method } = request;
  const sent = {
    url: appUrlOf(settings.appUrl),
    body,
    path,
    method,
    headers: headersOf(settings, request),
  };
  const send = async (extra: Readonly<Record<string, string>> = {}): Promise<Delivery> => {
    const outcome = await sendHttp({ ...sent, headers: { ...sent.headers, ...extra } }, settings.ackWindowMs);
    return asDelivery(outcome, {}, ({ headers }) => send(headers));
  };
  return send();
}

function headersOf(settings: Settings, request: RawRequest): Record<string, string> {
  const { body, contentType, timestamp, signature, signed = true, headers } = request;
  const right = headersFor(settings, body, timestamp === undefined ? undefined : String(timestamp));
  const all: Record<string, string> = {
    ...right,
    ...(contentType !== undefined && { 'content-type': contentType }),
    ...(signature !== undefined && { 'x-slack-signature': signature }),
    ...headers,
  };
  if (signed) return all;
  const { 'x-slack-signature': _, 'x-slack-request-timestamp': __, ...unsigned } = all;
  return unsigned;
}
