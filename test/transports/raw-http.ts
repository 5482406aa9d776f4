import { once } from 'node:events';
import { type IncomingHttpHeaders, request } from 'node:http';
import { connect, type Socket } from 'node:net';

/** What came back, read to the end. */
export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** What is asked, apart from the port. */
export interface Question {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** Asks a server on this machine, with exactly these headers. The path goes onto the wire as it is. */
export async function ask(port: number, { path, method = 'GET', headers = {}, body = '' }: Question): Promise<Reply> {
  const sending = request({ host: '127.0.0.1', port, path, method, headers, agent: false });
  sending.end(body);
  const [response] = await once(sending, 'response');
  sending.on('error', () => {}); // a broken connection shows in the response as well
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return { status: response.statusCode, headers: response.headers, text: Buffer.concat(chunks).toString() };
}

/** Asks until the status is the wanted one, for five seconds at most. */
export async function askUntil(port: number, path: string, status: number): Promise<void> {
  const startedAt = performance.now();
  while ((await ask(port, { path })).status !== status)
    if (performance.now() - startedAt > 5_000) throw new Error(`${path} did not come to answer ${status}`);
}

/** An open connection, on which bytes can be written as they are. */
export interface OpenSocket {
  readonly socket: Socket;
  /** What came back on it so far. */
  readonly received: () => string;
  /** Resolves when it is closed, by whomever and however. */
  readonly closed: Promise<void>;
}

/** Opens a connection to a server on this machine. */
export async function openSocket(port: number): Promise<OpenSocket> {
  const socket = connect(port, '127.0.0.1');
  let received = '';
  socket.on('data', (chunk) => {
    received += chunk;
  });
  socket.on('error', () => {});
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  await once(socket, 'connect');
  return { socket, received: () => received, closed };
}
