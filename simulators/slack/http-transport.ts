import { type IncomingMessage, type RequestOptions, request } from 'node:http';
import { parseJson } from './json.ts';
import type { Outcome } from './outcome.ts';

/** A request to the app, byte for byte. */
export interface AppRequest {
  readonly url: string;
  /** The path to ask for, where it differs from the URL's; sent exactly as written. */
  readonly path?: string | undefined;
  readonly method?: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** Takes a request and how long Slack waits; gives how the app took it. Never rejects: a dead app is an outcome. */
export function sendHttp(appRequest: AppRequest, windowMs: number): Promise<Outcome> {
  const startedAt = performance.now();
  const since = () => Math.round(performance.now() - startedAt);
  const failed = (error: NonNullable<Outcome['error']>): Outcome => ({
    status: 0,
    body: undefined,
    ms: since(),
    error,
  });
  return new Promise((resolve) => {
    const sending = request(asOptions(appRequest));
    const settle = (outcome: Outcome) => {
      clearTimeout(timer);
      resolve(outcome);
      sending.destroy();
    };
    const timer = setTimeout(() => settle(failed('operation_timeout')), windowMs);
    const refuse = () => settle(failed('dispatch_failed'));
    sending.on('error', refuse);
    sending.on('response', (response) => {
      // From here on the status counts, even when the app slams the door on the rest of a body it finds too large.
      sending.off('error', refuse).on('error', () => undefined);
      void textOf(response).then((text) => settle(answered(response, text, since())));
    });
    sending.end(appRequest.body);
  });
}

function asOptions({ url, path, method = 'POST', headers }: AppRequest): RequestOptions {
  const { hostname, port, pathname, search } = new URL(url);
  return { hostname, port, path: path ?? pathname + search, method, headers, agent: false };
}

function answered(response: IncomingMessage, text: string, ms: number): Outcome {
  const status = response.statusCode ?? 0;
  const isJson = response.headers['content-type']?.includes('json') ?? false;
  const body = isJson ? parseJson(text) : text || undefined;
  return { status, body, ms, ...(status !== 200 && { error: 'dispatch_failed' as const }) };
}

async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of response) chunks.push(chunk);
  } catch {
    // What came before the connection broke is all there is.
  }
  return Buffer.concat(chunks).toString();
}
