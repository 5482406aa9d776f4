import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer } from './answer.ts';
import type { World } from './world.ts';

/** Takes a request with its body; gives what goes back. */
export type Handler = (request: IncomingMessage, body: string) => Promise<Answer>;

/** The simulator's one port. */
export interface SlackServer {
  /** Starts listening on the loopback interface; gives the port. */
  listen(port: number): Promise<number>;
  /** Stops listening and breaks open connections, gently: once what is being answered has been. Web sockets stay. */
  close(how: 'gently' | 'at once'): Promise<void>;
}

/** Takes what answers requests, and the world whose sockets take the upgrades; gives the server, not listening yet. */
export function createSlackServer(world: World, handler: Handler): SlackServer {
  const underWay = new Set<Promise<void>>();
  let server: Server | undefined;
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await bodyOf(request).catch(() => undefined);
    if (body === undefined) return void response.destroy();
    const answering = answer(world, request, response, handler(request, body)).finally(() =>
      underWay.delete(answering),
    );
    underWay.add(answering);
  };
  return {
    async listen(port) {
      server = createServer((request, response) => void take(request, response));
      server.on('upgrade', (request, socket, head) => world.sockets.upgrade(request, socket, head));
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
      return (server.address() as AddressInfo).port;
    },
    async close(how) {
      if (!server?.listening) return;
      const closed = once(server, 'close');
      server.close();
      if (how === 'gently') await Promise.all(underWay);
      server.closeAllConnections();
      if (how === 'gently') await closed; // open WebSockets are not among its connections, and outlive an outage
    },
  };
}

const largestBody = 1_000_000;

async function answer(
  { settings }: World,
  request: IncomingMessage,
  response: ServerResponse,
  answering: Promise<Answer>,
): Promise<void> {
  try {
    await give(request, response, dated(await answering, settings.clockAheadMs));
  } catch (error) {
    if (response.headersSent) response.destroy();
    else response.writeHead(500, { 'content-type': 'text/plain' }).end(`simulator: ${String(error)}`);
  }
}

/** Every answer bears Slack's time. */
function dated(answer: Answer, aheadMs: number): Answer {
  if (typeof answer === 'string') return answer;
  return { ...answer, headers: { date: new Date(Date.now() + aheadMs).toUTCString(), ...answer.headers } };
}

async function give(request: IncomingMessage, response: ServerResponse, answer: Answer): Promise<void> {
  if (answer === 'hang') return;
  if (answer === 'reset') return void request.socket.resetAndDestroy();
  response.writeHead(answer.status, { connection: 'close', ...answer.headers }).end(answer.body);
  await Promise.race([once(response, 'finish'), once(response, 'close')]);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > largestBody) throw new Error('the body is larger than a megabyte');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
