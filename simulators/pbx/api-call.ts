import type { IncomingMessage } from 'node:http';
import { isJsonObject } from './json-object.ts';

/** One request as the API side of the PBX sees it. */
export type ApiCall = {
  method: string;
  /** "v1.0" or "v2.0"; empty for a path outside the API. */
  version: string;
  /** "cdr/getaisummary" and the like, "api/download" for a file; the whole path when it is neither. */
  endpoint: string;
  /** The whole path. */
  path: string;
  query: URLSearchParams;
  /** The token of the query string: the PBX looks for it nowhere else. */
  token: string | null;
  tokenInHeader: boolean;
  hasUserAgent: boolean;
  /** The JSON object of the body; null when there is none, or it is not JSON, or is not declared as JSON. */
  body: Record<string, unknown> | null;
};

/** Bytes of a request body the PBX keeps; its own calls need a few hundred, and what is cut off is not JSON. */
const bodyLimit = 64 * 1024;

/** Reads a request to its end and takes it apart. Rejects when the client breaks off. */
export async function readApiCall(request: IncomingMessage): Promise<ApiCall> {
  const url = new URL(`http://pbx/${(request.url ?? '').replace(/^\/+/, '')}`);
  const [, version = '', endpoint = webEndpoint(url.pathname)] = /^\/openapi\/([^/]+)\/(.+)$/.exec(url.pathname) ?? [];
  return {
    method: request.method ?? '',
    version,
    endpoint,
    path: url.pathname,
    query: url.searchParams,
    token: url.searchParams.get('access_token'),
    tokenInHeader: request.headers.authorization !== undefined,
    hasUserAgent: Boolean(request.headers['user-agent']),
    body: await readJsonObject(request),
  };
}

/** Files lie beside the API and count as one interface, whatever the file. */
function webEndpoint(path: string): string {
  return path.startsWith('/api/download/') ? 'api/download' : path;
}

/** The JSON object in a request body, or null. */
export async function readJsonObject(request: IncomingMessage): Promise<Record<string, unknown> | null> {
  const text = await readText(request);
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.byteLength;
    if (size <= bodyLimit) chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString();
}
