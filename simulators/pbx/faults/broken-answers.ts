import { setTimeout as pause } from 'node:timers/promises';
import type { Exchange } from './exchange.ts';
import type { Fault } from './fault.ts';
import { jsonHeaders } from './send.ts';

/** Does the PBX's work, sends as much of the answer as asked, and resets the connection. */
export function playReset({ at }: Fault<'reset'>, { answer, wire, response }: Exchange): void {
  const body = JSON.stringify(answer());
  const reset = () => wire.resetAndDestroy();
  if (at === 'before-headers') reset();
  else if (at === 'mid-headers') sendPartialHeaders(response, reset);
  else sendHalf(response, body, reset);
}

/** Sends the usual answer with the body one byte at a time, until it is out or the client leaves. */
export async function playDrip({ millisecondsPerByte }: Fault<'drip'>, { answer, response, gone }: Exchange) {
  const body = Buffer.from(JSON.stringify(answer()));
  response.writeHead(200, jsonHeaders(body.byteLength));
  for (const byte of body) {
    response.write(Uint8Array.of(byte));
    await pause(millisecondsPerByte, undefined, { signal: gone });
  }
  response.end();
}

function sendPartialHeaders({ socket }: Exchange['response'], then: () => void): void {
  // Below the HTTP layer, which only knows whole header blocks; above TLS, so that the bytes arrive readable.
  socket?.write('HTTP/1.1 200 OK\r\nContent-Type: application/js', then);
}

function sendHalf(response: Exchange['response'], body: string, then: () => void): void {
  const bytes = Buffer.from(body);
  response.writeHead(200, jsonHeaders(bytes.byteLength));
  response.write(bytes.subarray(0, Math.floor(bytes.byteLength / 2)), then);
}
