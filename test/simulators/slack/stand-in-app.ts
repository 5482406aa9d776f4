import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as the stand-in app received it. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Takes how to answer; gives a tiny app on loopback that keeps what it received. The default answer is an empty 200. */
export async function standInApp(answer: (response: ServerResponse, received: Received) => void = (r) => void r.end()) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    const { method = '', url = '', headers } = request;
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const entry = { method, path: url, headers, body: Buffer.concat(chunks) };
      received.push(entry);
      answer(response, entry);
    });
  });
  return { received, ...(await listening(server)) };
}

/** Gives an app that answers 413 and hangs up as soon as it has seen the headers. */
export function hastyApp() {
  return listening(
    createServer((request, response) => {
      response.writeHead(413, { connection: 'close' }).end(() => request.destroy());
    }),
  );
}

async function listening(server: Server) {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/slack/events`,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Takes a received request; gives its form fields. */
export function formOf({ body }: Received): Readonly<Record<string, string>> {
  return Object.fromEntries(new URLSearchParams(body.toString()));
}

/** Answers with JSON. */
export function answerJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}
