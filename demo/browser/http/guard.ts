import type { IncomingMessage } from 'node:http';
import { Refusal } from './refusal.ts';

const names = ['127.0.0.1', 'localhost', '[::1]'] as const;

/**
 * Lets nobody in but the demo's own page: a name that has been pointed at this machine is not its address, and a page from
 * elsewhere can send here, but neither under this origin nor as JSON. @throws {Refusal}
 */
export function mustBeOurPage({ method, headers, socket }: IncomingMessage): void {
  const { host = '' } = headers;
  if (!names.some((name) => host === `${name}:${socket.localPort}`))
    throw new Refusal(403, 'This demo answers at its own address only.');
  if (method !== 'POST') return;
  if (headers.origin !== `http://${host}`) throw new Refusal(403, 'This demo takes deeds from its own page only.');
  if (!/^application\/json(\s*;|$)/i.test(headers['content-type'] ?? ''))
    throw new Refusal(415, 'This demo takes JSON only.');
}
