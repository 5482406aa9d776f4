import type { ListenAddress } from '../config/config.ts';
import type { Readiness } from './readiness.ts';
import { isFromThisMachine } from './this-machine.ts';
import { createWebServer, notFound, type RequestHandler, type Routes } from './web-server.ts';

/** Gives what is to be read, and what kind of text it is. */
export type ReadMetrics = () => Promise<{ readonly contentType: string; readonly text: string }>;

/** Where `/metrics` is read: beside Slack's requests by this machine alone, or at an address of its own by whoever reaches it. */
export interface MetricsDoor {
  /** For the port that the app has anyway. */
  readonly routes: Routes;
  /** Opens the address of its own; resolves with its port, or with null where there is none. */
  open(): Promise<number | null>;
  close(): Promise<void>;
}

export function createMetricsDoor(address: ListenAddress | null, readiness: Readiness, read: ReadMetrics): MetricsDoor {
  const answer = answerWith(read);
  if (address === null)
    return { routes: { '/metrics': forThisMachine(answer) }, open: async () => null, close: async () => {} };
  const server = createWebServer(readiness, { '/metrics': answer });
  return { routes: {}, open: () => server.start(address.port, address.host), close: server.stop };
}

const forThisMachine =
  (handle: RequestHandler): RequestHandler =>
  (request, response) =>
    (isFromThisMachine(request) ? handle : notFound)(request, response);

const answerWith =
  (read: ReadMetrics): RequestHandler =>
  async ({ method }, response) => {
    if (method !== 'GET' && method !== 'HEAD') return void response.writeHead(405, { allow: 'GET, HEAD' }).end();
    const { contentType, text } = await read();
    response.writeHead(200, { 'content-type': contentType, 'cache-control': 'no-store' }).end(text);
  };
