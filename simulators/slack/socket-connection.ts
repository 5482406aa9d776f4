import type { Duplex } from 'node:stream';
import type { RawData, WebSocket } from 'ws';
import { isObject, type JsonObject, parseJson } from './json.ts';

/** One web socket to the app. */
export interface Connection {
  say(message: JsonObject): void;
  /** Asks politely for the end of the connection, with a close frame. */
  close(): void;
  /** Breaks it off with a TCP reset. */
  reset(): void;
  /** Goes silent: stays open, but nothing is read, answered or pinged any more. */
  mute(): void;
  destroy(): void;
  readonly isMuted: boolean;
}

/** Who wants to know what happens on a connection. */
export interface Listeners {
  heard(connection: Connection, message: JsonObject): void;
  closed(connection: Connection): void;
}

/** Takes an accepted web socket and the stream below it; gives the connection, pinged every `pingMs` milliseconds. */
export function connect(ws: WebSocket, stream: Duplex, pingMs: number, listeners: Listeners): Connection {
  let isMuted = false;
  const pings = setInterval(() => ws.ping('Ping from simulator'), pingMs).unref();
  const connection: Connection = {
    say: (message) => {
      if (!isMuted) ws.send(JSON.stringify(message));
    },
    close: () => ws.close(1000),
    reset: () => breakOff(stream),
    mute: () => {
      isMuted = true;
      clearInterval(pings);
      ws.pause();
    },
    destroy: () => ws.terminate(),
    get isMuted() {
      return isMuted;
    },
  };
  ws.on('message', (data) => {
    const message = parseJson(asText(data));
    if (isObject(message)) listeners.heard(connection, message);
  });
  ws.on('error', () => ws.terminate());
  ws.on('close', () => {
    clearInterval(pings);
    listeners.closed(connection);
  });
  return connection;
}

function asText(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString();
  return (data instanceof ArrayBuffer ? Buffer.from(data) : data).toString();
}

function breakOff(stream: Duplex): void {
  if ('resetAndDestroy' in stream && typeof stream.resetAndDestroy === 'function') stream.resetAndDestroy();
  else stream.destroy();
}
