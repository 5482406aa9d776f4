import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { openWorkplace } from '../support/workplace.ts';
import { openSocket } from './raw-http.ts';

test('a client that wants the connection closed may finish sending after "too large", too', async () => {
  await using place = await openWorkplace();
  const { socket, received } = await openSocket(place.port);
  const body = Buffer.alloc(5 * 1_024 * 1_024, 'a');
  socket.write(`POST /slack/events HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: ${body.length}\r\n\r\n`);
  while (received() === '') await once(socket, 'data');
  const failure = await new Promise((resolve) => socket.write(body, resolve));
  assert.equal(failure ?? undefined, undefined);
  socket.destroy();
});
