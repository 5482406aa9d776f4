import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Readiness } from './readiness.ts';

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Who answers at which path. */
export type Routes = Readonly<Record<string, RequestHandler>>;

/** The app's own door: health for whoever runs it, and in HTTP mode Slack's requests. */
export interface WebServer {
  /** Resolves with the port that was opened (of use where 0 was asked for). Without a host it is every address of the machine. */
  start(port: number, host?: string): Promise<number>;
  stop(): Promise<void>;
}

/** Nobody who means well needs longer to send 256 KiB. Milliseconds. */
const patience = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000, // Node looks for impatience only this often
};

/** How long answers under way may take to leave when the app stops. Milliseconds. */
const lastWordsMs = 500;

/** Routes `/healthz`, `/readyz` and the given paths. A throwing handler costs its own request and nothing else. */
export function createWebServer(readiness: Readiness, routes: Routes = {}): WebServer {
  const health: Record<string, RequestHandler> = {
    '/healthz': async (_request, response) => answer(response, 200, 'ok'),
    '/readyz': async (_request, response) =>
      readiness.isReady() ? answer(response, 200, 'ready') : answer(response, 503, 'not ready'),
  };
  const handlers = new Map(Object.entries({ ...health, ...routes }));
  const server = createServer(patience, (request, response) => {
    const handle = handlers.get(pathOf(request.url)) ?? notFound;
    handle(request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else answer(response, 500, '');
    });
  });
  return {
    start: (port, host) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen({ port, host }, () => resolve((server.address() as AddressInfo).port));
      }),
    stop: () =>
      new Promise((resolve) => {
        const timer = setTimeout(() => server.closeAllConnections(), lastWordsMs);
        server.close(() => {
          clearTimeout(timer);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

/** Nothing is here, whoever asks. */
export const notFound: RequestHandler = async (_request, response) => answer(response, 404, '');

const answer = (response: ServerResponse, status: number, text: string) => {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
};

// Not `new URL`: a request line such as `GET //` is no URL, and must not throw.
const pathOf = (target: string | undefined) => (target ?? '').split('?', 1)[0] ?? '';
