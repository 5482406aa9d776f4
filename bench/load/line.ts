import { Pool } from 'undici';
import type { LeanSlack } from './lean-slack.ts';
import { type CommandPayload, signedHeaders } from './slack-command.ts';

/** How Slack brings commands to one program. */
export interface Line {
  /** Resolves once the command is acknowledged. @throws when it is refused, or the connection breaks */
  send(count: number, payload: CommandPayload): Promise<void>;
  close(): Promise<void>;
}

/** Signed requests over kept connections. */
export function httpLine(port: number): Line {
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: 512, pipelining: 1 });
  return {
    async send(_count, payload) {
      const body = String(new URLSearchParams(payload));
      const headers = signedHeaders(body);
      const response = await pool.request({ method: 'POST', path: '/slack/events', headers, body });
      await response.body.dump();
      if (response.statusCode !== 200) throw new Error(`HTTP ${response.statusCode}`);
    },
    close: () => pool.destroy(),
  };
}

/** Envelopes through the socket that the program has opened last. */
export async function socketLine(slack: LeanSlack): Promise<Line> {
  const socket = await slack.socket();
  const waiting = new Map<string, () => void>();
  socket.onAcknowledged = (envelopeId) => {
    waiting.get(envelopeId)?.();
    waiting.delete(envelopeId);
  };
  return {
    send: (count, payload) =>
      new Promise((resolve) => {
        waiting.set(`${count}`, resolve);
        socket.send(`${count}`, payload);
      }),
    close: async () => {},
  };
}
