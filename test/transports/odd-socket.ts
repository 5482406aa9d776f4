import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import type { Workplace } from '../support/workplace.ts';

/** A web socket server that says what the test wants, in the place of Slack's. */
export interface OddSocket {
  says(frame: string | Buffer): void;
  /** Waits for the acknowledgement of an envelope, for five seconds at most. */
  acknowledges(envelopeId: string): Promise<unknown>;
  closes(): void;
}

/** Breaks the app's connection to the simulated Slack, and takes the next one itself. */
export async function takesOverSocket(t: TestContext, { slack }: Workplace): Promise<OddSocket> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  t.after(() => {
    for (const client of server.clients) client.terminate();
    server.close();
  });
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const headers = { 'content-type': 'application/json' };
  slack.script('apps.connections.open', { status: 200, headers, body: JSON.stringify({ ok: true, url }) });
  slack.dropsSocket();
  const [socket]: WebSocket[] = await once(server, 'connection', { signal: AbortSignal.timeout(5_000) });
  if (socket === undefined) throw new Error('a connection without a socket');
  const heard: Record<string, unknown>[] = [];
  socket.on('message', (data: RawData) => heard.push(JSON.parse(String(data))));
  return {
    says: (frame) => socket.send(frame),
    async acknowledges(envelopeId) {
      const isIt = (message: Record<string, unknown>) => message.envelope_id === envelopeId;
      const signal = AbortSignal.timeout(5_000);
      while (!heard.some(isIt)) await once(socket, 'message', { signal });
      return heard.find(isIt)?.payload;
    },
    closes: () => socket.close(1000),
  };
}

/** The frame with which Slack greets, and one that brings a command. */
export const hello = JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A0CALLSUM01' } });
export const commandFrame = (envelopeId: string, payload: object): string =>
  JSON.stringify({ envelope_id: envelopeId, type: 'slash_commands', payload, accepts_response_payload: true });
