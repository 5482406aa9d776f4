import { hash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ParsedUrlQuery, parse as parseForm } from 'node:querystring';
import { createRecentKeys } from '../slack/recent-keys.ts';
import { answerTooLarge, readBody } from './bounded-body.ts';
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
  const taken = createRecentKeys(2 * widestSkewSeconds * 1000);
  // A menu that is opened twice within a second asks twice in the same words. Answering it changes nothing.
  const isNew = (signed: SignedRequest, kind: string) =>
    kind === 'block_suggestion' || taken.addIfNew(digestOf(signed));
  /** The status a request is turned away with, or null if it is a new one of Slack's that Bolt can read. */
  const statusFor = ({ mediaType, form, signed }: Received): number | null => {
    if (!isNear(signed.timestamp) || !isSigned(signed)) return 401;
    if (form === null && mediaType !== jsonType) return 415;
    const kind = kindOf(form === null ? parsed(signed.body) : contentOf(form));
    if (kind === null) return 400;
    return isNew(signed, kind) ? null : 200;
  };
  return async (request, response) => {
    if (request.method !== 'POST') return end(response, 404);
    const rawBody = await readBody(request, bodyLimitBytes);
    if (rawBody === null) return answerTooLarge(request, response);
    const received = receivedAs(request, rawBody.toString('utf8'));
    const status = isSslCheck(received) ? 200 : statusFor(received);
    if (status !== null) return end(response, status);
    request.headers['content-type'] = received.mediaType; // Bolt knows it only without parameters
    // Bolt takes a body that is already there from `rawBody`, and verifies it once more.
    listener(Object.assign(request, { rawBody }), response);
  };
}

/** A request as it came; its form, where it has one, is read once for everybody who looks into it here. */
interface Received {
  readonly mediaType: string;
  readonly form: ParsedUrlQuery | null;
  readonly signed: SignedRequest;
}

function receivedAs(request: IncomingMessage, body: string): Received {
  const mediaType = mediaTypeOf(request);
  const form = mediaType === formType ? parseForm(body) : null;
  return { mediaType, form, signed: signedRequestOf(request, body) };
}

/** Slack asks once in a while, unsigned, whether our certificate is good. It wants no more than this answer. */
const isSslCheck = ({ form }: Received) => form?.ssl_check === '1';

const end = (response: ServerResponse, status: number) => {
  response.writeHead(status).end();
};

function signedRequestOf({ headers }: IncomingMessage, body: string): SignedRequest {
  const written = single(headers['x-slack-request-timestamp']);
  const timestamp = /^\d{1,12}$/.test(written) ? Number(written) : Number.NaN;
  return { body, timestamp, signature: single(headers['x-slack-signature']) };
}

/** What the signature was made of, so that writing it a little differently makes no new request. */
const digestOf = ({ timestamp, body }: SignedRequest) => hash('sha256', `${timestamp}:${body}`, 'base64url');

const single = (header: string | string[] | undefined) => (typeof header === 'string' ? header : '');
const isNear = (timestamp: number) => Math.abs(Date.now() / 1000 - timestamp) <= widestSkewSeconds;

const formType = 'application/x-www-form-urlencoded';
const jsonType = 'application/json';
const mediaTypeOf = ({ headers }: IncomingMessage) =>
  (headers['content-type'] ?? '').replace(/;.*/s, '').trim().toLowerCase();

/** What a request says it is: Slack's are objects with a command or a type. Null for anything else. */
function kindOf(content: unknown): string | null {
  if (typeof content !== 'object' || content === null) return null;
  if ('command' in content) return 'command';
  return 'type' in content ? String(content.type) : null;
}

/** Read the way Bolt reads it, down to fields that come twice. */
const contentOf = (form: ParsedUrlQuery): unknown => (typeof form.payload === 'string' ? parsed(form.payload) : form);

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
