import { parse as parseForm } from 'node:querystring';
import { type WebSocket, WebSocketServer } from 'ws';
import { createBell } from './bell.ts';
import { leanServer, listen, sendJson } from './lean-server.ts';
import { people } from './people.ts';
import { answerPath, type CommandPayload, teamId } from './slack-command.ts';

/** What arrived at a response_url: the summary; that it takes a moment; or other words, such as "busy". */
export type AnswerKind = 'summary' | 'waiting' | 'other words';

/** A Slack that knows two hundred people, takes answers, and speaks Socket Mode. */
export interface LeanSlack {
  readonly origin: string;
  readonly apiUrl: string;
  /** While true, nothing is answered any more, neither the Web API nor a response_url. */
  isHung: boolean;
  /** Hears of every answer to the `count`th command. */
  onAnswer: (count: number, kind: AnswerKind) => void;
  /** Resolves when an app has opened a socket that is not in use yet, and gives it. */
  socket(): Promise<LeanSocket>;
  close(): Promise<void>;
}

/** A Socket Mode connection. */
export interface LeanSocket {
  send(envelopeId: string, payload: CommandPayload): void;
  /** Hears of every acknowledgement. */
  onAcknowledged: (envelopeId: string) => void;
}

/** Starts it on a free port. */
export async function openLeanSlack(): Promise<LeanSlack> {
  const web = new WebSocketServer({ noServer: true });
  const sockets: LeanSocket[] = [];
  const bell = createBell();
  const server = leanServer((target, body, response) => {
    if (slack.isHung) return;
    if (target.startsWith(answerPath)) {
      response.end('ok');
      return slack.onAnswer(Number(target.slice(answerPath.length)), kindOf(body));
    }
    sendJson(response, { ok: true, ...answerOf(target, body, slack.origin) });
  });
  server.on('upgrade', (request, socket, head) =>
    web.handleUpgrade(request, socket, head, (opened) => {
      sockets.push(socketOver(opened));
      opened.send(hello);
      bell.ring();
    }),
  );
  const { origin, close } = await listen(server);
  const slack: LeanSlack = {
    origin,
    apiUrl: `${origin}/api/`,
    isHung: false,
    onAnswer: () => {},
    socket: () => bell.until(() => sockets.shift()),
    async close() {
      for (const client of web.clients) client.terminate();
      await close();
    },
  };
  return slack;
}

function kindOf(body: string): AnswerKind {
  if (body.includes('login')) return 'summary';
  return body.includes('Still fetching') ? 'waiting' : 'other words';
}

function answerOf(target: string, body: string, origin: string): object {
  const form = parseForm(body);
  switch (target) {
    case '/api/auth.test':
      return { team_id: teamId, user_id: 'U0BENCHBOT1', bot_id: 'B0BENCHBOT1' };
    case '/api/users.info':
      return { user: userOf(({ id }) => id === form.user) };
    case '/api/users.lookupByEmail':
      return { user: userOf(({ email }) => email === form.email) };
    case '/api/apps.connections.open':
      return { url: `${origin.replace('http', 'ws')}/link` };
    default:
      return {};
  }
}

function userOf(isMeant: (person: (typeof people)[number]) => boolean): object | undefined {
  const person = people.find(isMeant);
  return person && { ...ordinary, id: person.id, team_id: teamId, profile: { email: person.email } };
}

const ordinary = {
  deleted: false,
  is_restricted: false,
  is_ultra_restricted: false,
  is_bot: false,
  is_email_confirmed: true,
  tz: 'Europe/Lisbon',
};

const hello = JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A0BENCH0001' } });

/** Slack's own rhythm is about this; an app that hears no ping for half a minute takes the connection for dead. */
const pingMs = 10_000;

function socketOver(web: WebSocket): LeanSocket {
  const pings = setInterval(() => web.ping('Ping from bench'), pingMs);
  web.once('close', () => clearInterval(pings));
  const socket: LeanSocket = {
    send: (envelopeId, payload) =>
      web.send(
        JSON.stringify({ envelope_id: envelopeId, type: 'slash_commands', accepts_response_payload: true, payload }),
      ),
    onAcknowledged: () => {},
  };
  web.on('message', (data) => {
    const { envelope_id: envelopeId }: { envelope_id?: string } = JSON.parse(String(data));
    if (envelopeId !== undefined) socket.onAcknowledged(envelopeId);
  });
  return socket;
}
