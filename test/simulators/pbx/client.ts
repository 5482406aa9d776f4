import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { request as httpRequest } from 'node:http';
import type { RequestOptions } from 'node:https';
import { request as httpsRequest } from 'node:https';
import type { TestContext } from 'node:test';
import type { PbxOptions, PbxSimulator, TranscriptionRow } from '../../../simulators/pbx/index.ts';
import { startPbx } from '../../../simulators/pbx/index.ts';

/** No test of the simulator waits longer than this. */
export const bounded = { timeout: 5_000 };

/** A PBX that stops when the test is over. */
export async function pbxFor(t: TestContext, options: PbxOptions = {}): Promise<PbxSimulator> {
  const pbx = await startPbx(options);
  t.after(pbx.stop, { timeout: 1_000 });
  return pbx;
}

export type Reply = { status: number; headers: IncomingHttpHeaders; body: Buffer };

/** One HTTP exchange exactly as given: no header is added but the ones HTTP itself needs. */
export async function send(url: string, options: RequestOptions = {}, body = ''): Promise<Reply> {
  const response = await open(url, options, body);
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(Buffer.from(chunk));
  return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) };
}

/** The same, up to the header lines; the body is still to be read. */
export async function open(url: string, options: RequestOptions = {}, body = ''): Promise<IncomingMessage> {
  const start = url.startsWith('https:') ? httpsRequest : httpRequest;
  const request = start(url, options);
  request.end(body);
  const [response]: IncomingMessage[] = await once(request, 'response');
  assert.ok(response);
  // From here on a broken connection shows in the response; the request would report it a second time.
  request.on('error', () => undefined);
  return response;
}

export type Call = {
  version?: string;
  method?: string;
  token?: string;
  query?: Record<string, string | number>;
  headers?: Record<string, string>;
  body?: unknown;
};

const versionOf = (endpoint: string) => (endpoint.startsWith('cdr/') ? 'v2.0' : 'v1.0');

/** The URL of an interface, with the token in the query string. */
export function urlOf(pbx: PbxSimulator, endpoint: string, { version, token, query = {} }: Call = {}): string {
  const parameters = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  if (token !== undefined) parameters.set('access_token', token);
  return `${pbx.url}/openapi/${version ?? versionOf(endpoint)}/${endpoint}?${parameters.toString()}`;
}

/** Calls an interface as a proper client does, and gives the JSON the PBX answered with HTTP 200. */
export async function call(pbx: PbxSimulator, endpoint: string, options: Call = {}): Promise<Record<string, unknown>> {
  const body = options.body === undefined ? '' : JSON.stringify(options.body);
  const json: Record<string, string> = body === '' ? {} : { 'content-type': 'application/json' };
  const headers = { 'user-agent': 'OpenAPI', ...json, ...options.headers };
  const method = options.method ?? (body === '' ? 'GET' : 'POST');
  const reply = await send(urlOf(pbx, endpoint, options), { method, headers }, body);
  assert.equal(reply.status, 200);
  return JSON.parse(reply.body.toString()) as Record<string, unknown>;
}

/** What get_token answers to the given password, or to the right one. */
export function askForToken(pbx: PbxSimulator, password = pbx.clientSecret): Promise<Record<string, unknown>> {
  return call(pbx, 'get_token', { body: { username: pbx.clientId, password } });
}

export type Pair = { token: string; refresh: string };

/** Logs in and gives the pair of tokens. */
export async function logIn(pbx: PbxSimulator): Promise<Pair> {
  return pairOf(await askForToken(pbx));
}

/** The pair of tokens in an answer. */
export function pairOf({ access_token: token, refresh_token: refresh }: Record<string, unknown>): Pair {
  assert.ok(typeof token === 'string' && typeof refresh === 'string');
  return { token, refresh };
}

/** The errcode of an answer still to come. */
export async function errcode(answer: Promise<Record<string, unknown>>): Promise<unknown> {
  return (await answer).errcode;
}

/** A cheap call that needs a token. */
export function ping(pbx: PbxSimulator, token?: string): Promise<Record<string, unknown>> {
  return call(pbx, 'system/information', token === undefined ? {} : { token });
}

/** A row of a file as it came: any field may be missing. */
export type Row = Partial<TranscriptionRow>;

type Query = Record<string, string>;

/** Asks for a file of legs and gives the path under which the PBX offers it. */
export async function offeredPath(pbx: PbxSimulator, token: string, query: Query = {}): Promise<string> {
  const { errcode: code, download_resource_url: path } = await call(pbx, 'cdr/aidownload', { token, query });
  assert.equal(code, 0);
  assert.ok(typeof path === 'string');
  return path;
}

/** Fetches what lies under a path of the PBX, with a token in the query string. */
export function fetchFile(pbx: PbxSimulator, path: string, token: string): Promise<Reply> {
  return send(`${pbx.url}${path}?access_token=${token}`, { headers: { 'user-agent': 'OpenAPI' } });
}

/** The rows of the legs asked for, by both steps, with a login of its own. */
export async function listLegs(pbx: PbxSimulator, query: Query = {}): Promise<Row[]> {
  const { token } = await logIn(pbx);
  const { status, body } = await fetchFile(pbx, await offeredPath(pbx, token, query), token);
  await call(pbx, 'del_token', { token });
  assert.equal(status, 200);
  return JSON.parse(body.toString()) as Row[];
}
