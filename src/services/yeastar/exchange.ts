import { type Dispatcher, Pool } from 'undici';
import type { YeastarConfig } from '../../config/config.ts';
import { CallSummaryError } from '../../errors.ts';
import type { PbxLimits } from './limits.ts';
import { connectorFor } from './tls-trust.ts';
import { pbxErrorOf } from './transport-faults.ts';

/** One question to the PBX. `path` comes after the address of the PBX; `query` may hold the token: neither is logged. */
export interface PbxQuestion {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
}

/**
 * Asks the PBX one question over HTTP.
 * @throws {CallSummaryError} `pbx_timeout`, `pbx_unreachable`, `pbx_certificate`, `pbx_unexpected`, `pbx_overloaded`
 */
export interface Exchange {
  /** Gives back the parsed JSON, whatever it says. */
  ask(question: PbxQuestion, signal: AbortSignal): Promise<unknown>;
  /** Gives the answer's bytes while they arrive, however many. Who stops reading ends the answer. */
  read(question: PbxQuestion, signal: AbortSignal): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

/** The one place that knows HTTP and undici. */
export function createExchange({ baseUrl, tls }: YeastarConfig, limits: PbxLimits): Exchange {
  const pool = new Pool(baseUrl.origin, {
    connections: limits.connections,
    pipelining: 0, // the PBX closes after every answer; kept connections would only be found dead
    connect: connectorFor(tls, limits.connectMs),
    maxHeaderSize: limits.headerBytes,
    headersTimeout: 0, // one deadline covers all of it: the caller's signal
    bodyTimeout: 0,
  });
  const prefix = baseUrl.pathname.replace(/\/$/, '');
  const read = (question: PbxQuestion, signal: AbortSignal) => readOnce(pool, requestOf(prefix, question, signal));
  return {
    ask: async (question, signal) => parseJson(await readCapped(read(question, signal), limits.answerBytes)),
    read,
    close: () => pool.destroy(),
  };
}

async function* readOnce(pool: Pool, request: Dispatcher.RequestOptions): AsyncGenerator<Uint8Array> {
  try {
    const response = await pool.request(request);
    refuseUnlessPlainAnswer(response);
    yield* response.body.on('error', () => {}); // as below: giving a body up would be an error that nobody hears
  } catch (thrown) {
    throw pbxErrorOf(thrown);
  }
}

function requestOf(
  prefix: string,
  { method, path, query, body }: PbxQuestion,
  signal: AbortSignal,
): Dispatcher.RequestOptions {
  const search = query === undefined ? '' : `?${new URLSearchParams(query)}`;
  return {
    method,
    path: `${prefix}${path}${search}`,
    signal,
    // The PBX refuses requests without a User-Agent as "parameter error" (Yeastar: API request overview).
    headers: { 'user-agent': 'OpenAPI', accept: 'application/json', 'accept-encoding': 'identity', ...jsonType(body) },
    body: body === undefined ? null : JSON.stringify(body),
  };
}

const jsonType = (body: object | undefined) => (body === undefined ? {} : { 'content-type': 'application/json' });

function refuseUnlessPlainAnswer({ statusCode, headers, body }: Dispatcher.ResponseData): void {
  const fault = faultOf(statusCode, headers);
  if (fault === null) return;
  body.on('error', () => {}).destroy(); // giving a body up is an error to undici, and one that nobody else would hear
  throw fault;
}

// Redirects are refused, not followed: a followed one would carry the client secret or the token elsewhere. Compressed
// answers are refused because we did not ask for any, and a small one may unpack to gigabytes.
function faultOf(statusCode: number, headers: Dispatcher.ResponseData['headers']): CallSummaryError | null {
  if (statusCode === 429)
    return new CallSummaryError('pbx_overloaded', { retryAfterMs: pauseOf(headers['retry-after']) });
  if (statusCode !== 200) return new CallSummaryError('pbx_unexpected', { fault: `HTTP ${statusCode}` });
  const encoding = headers['content-encoding'];
  if (encoding === undefined || encoding === 'identity') return null;
  return new CallSummaryError('pbx_unexpected', { fault: 'compressed answer' });
}

const longestPauseMs = 60_000;

function pauseOf(retryAfter: string | string[] | undefined): number | null {
  const seconds = Number(retryAfter ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds * 1000, longestPauseMs) : null;
}

async function readCapped(body: AsyncIterable<Uint8Array>, answerBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > answerBytes) throw new CallSummaryError('pbx_unexpected', { fault: 'answer too large' });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new CallSummaryError('pbx_unexpected', { fault: 'not JSON' });
  }
}
