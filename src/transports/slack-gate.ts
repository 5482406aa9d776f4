import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerTooLarge, readBody } from './bounded-body.ts';
import { createRecentKeys } from './recent-keys.ts';
import type { RequestHandler } from './web-server.ts';

/** Slack's requests have a few kilobytes; a shortcut on a very long message some dozens. Bytes. */
export const bodyLimitBytes = 256 * 1024;
/** As Slack recommends (docs.slack.dev: verifying requests from Slack); here into the future as well. Seconds. */
const widestSkewSeconds = 5 * 60;

/** Bolt's side of the gate: what checks the signature, and what takes a request whose body was read already. */
export interface GateOptions {
  /** Whether the signature fits the body, the timestamp and the signing secret. */
  readonly isSigned: (signed: SignedRequest) => boolean;
  readonly listener: (request: IncomingMessage, response: ServerResponse) => void;
}

export interface SignedRequest {
  readonly body: string;
  readonly timestamp: number;
  readonly signature: string;
}

/**
 * Stands in front of Bolt, which parses what is signed without looking twice: a signed `null` would end the process, a
 * future timestamp would pass for centuries, and a recorded request would run again.
 */
export function createSlackGate({ isSigned, listener }: GateOptions): RequestHandler {
  const signatures = createRecentKeys(2 * widestSkewSeconds * 1000);
  return async (request, response) => {
    if (request.method !== 'POST') return end(response, 404);
    const rawBody = await readBody(request, bodyLimitBytes);
    if (rawBody === null) return answerTooLarge(request, response);
    const status = statusFor(request, rawBody.toString('utf8'), isSigned, signatures.addIfNew);
    if (status !== null) return end(response, status);
    // Bolt takes a body that is already there from `rawBody` and verifies it once more.
    listener(Object.assign(request, { rawBody }), response);
  };
}

const end = (response: ServerResponse, status: number) => {
  response.writeHead(status).end();
};

/** The status a request is turned away with, or null to let it pass. A repeated request hears "ok" and does nothing. */
function statusFor(
  { headers }: IncomingMessage,
  body: string,
  isSigned: GateOptions['isSigned'],
  isNew: (signature: string) => boolean,
): number | null {
  const signature = single(headers['x-slack-signature']);
  const timestamp = Number(single(headers['x-slack-request-timestamp']) || Number.NaN);
  if (isSslCheck(headers['content-type'], body)) return null;
  if (!isNear(timestamp) || !isSigned({ body, timestamp, signature })) return 401;
  if (!holdsAnObject(headers['content-type'], body)) return 400;
  return isNew(signature) ? null : 200;
}

const single = (header: string | string[] | undefined) => (typeof header === 'string' ? header : '');
const isNear = (timestamp: number) => Math.abs(Date.now() / 1000 - timestamp) <= widestSkewSeconds;

const formType = 'application/x-www-form-urlencoded';

/** Slack asks once in a while, unsigned, whether our certificate is good; Bolt answers and nothing comes of it. */
const isSslCheck = (contentType: string | undefined, body: string) =>
  contentType === formType && new URLSearchParams(body).get('ssl_check') === '1';

function holdsAnObject(contentType: string | undefined, body: string): boolean {
  const json = contentType === formType ? (new URLSearchParams(body).get('payload') ?? '{}') : body;
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
