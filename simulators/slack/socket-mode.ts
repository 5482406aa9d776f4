import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { app } from './app-identity.ts';
import type { Changes } from './changes.ts';
import { type Cut, createEnvelopes, type Envelopes } from './envelopes.ts';
import { secret } from './identifiers.ts';
import type { Settings } from './settings.ts';
import { type Connection, connect } from './socket-connection.ts';

/** The Socket Mode side of Slack (docs.slack.dev/apis/events-api/using-socket-mode). */
export interface Sockets extends Pick<Envelopes, 'send' | 'sent'> {
  /** Gives a fresh address; it is good for one connection. */
  newAddress(): string;
  /** Takes a request to become a web socket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  readonly connections: readonly Connection[];
  /** How many connections there have ever been. */
  readonly opened: number;
  /** Breaks a connection at the next envelope, or at its acknowledgement. */
  cutAtNext(cut: Cut): void;
  stop(): void;
}

const mostConnections = 10;

/** Takes the settings, the bell, and where this Slack can be reached; gives a Socket Mode without connections. */
export function createSockets(settings: Settings, changes: Changes, origin: () => string): Sockets {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  let connections: readonly Connection[] = [];
  const envelopes = createEnvelopes(settings, changes);
  let opened = 0;
  const welcome = (connection: Connection) => {
    connections = [...connections, connection];
    if (connections.length > mostConnections)
      return connection.say({ type: 'disconnect', reason: 'too_many_websockets' });
    opened += 1;
    connection.say(hello(connections.length));
    envelopes.joined(connection);
    changes.happened();
  };
  const farewell = (connection: Connection) => {
    connections = connections.filter((each) => each !== connection);
    envelopes.left(connection);
    changes.happened();
  };
  return {
    newAddress() {
      const ticket = secret(16);
      tickets.add(ticket);
      return `${origin().replace('http', 'ws')}/link/?ticket=${ticket}&app_id=${app.id}`;
    },
    upgrade(request, socket, head) {
      socket.on('error', () => socket.destroy());
      const ticket = new URL(request.url ?? '/', 'http://simulator').searchParams.get('ticket') ?? '';
      if (!tickets.delete(ticket)) return void socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n');
      server.handleUpgrade(request, socket, head, (ws) =>
        welcome(
          connect(ws, socket, settings.pingMs, {
            heard: (connection, message) => envelopes.heard(connection, message),
            closed: farewell,
          }),
        ),
      );
    },
    get connections() {
      return connections;
    },
    get opened() {
      return opened;
    },
    send: (type, payload, attempt) => envelopes.send(type, payload, attempt),
    sent: envelopes.sent,
    cutAtNext(cut) {
      envelopes.cutAtNext = cut;
    },
    stop() {
      envelopes.stop();
      for (const connection of connections) connection.destroy();
      server.close();
    },
  };
}

function hello(connectionCount: number) {
  return {
    type: 'hello',
    num_connections: connectionCount,
    connection_info: { app_id: app.id },
    debug_info: { host: 'applink-simulator', build_number: 1, approximate_connection_time: 18_060 },
  };
}
