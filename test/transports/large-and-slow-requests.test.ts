import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { openWorkplace } from '../support/workplace.ts';
import { ask, openSocket } from './raw-http.ts';
import { commandBody, effects, stillWorks } from './slack-requests.ts';

const kibibyte = 1_024;
const limit = 256 * kibibyte;
const fiveMebibytes = Buffer.alloc(5 * kibibyte * kibibyte, 'a');
const door = { path: '/slack/events', method: 'POST' };

test('a signed command of exactly 256 KiB is taken, one byte more is too large', async () => {
  await using place = await openWorkplace();
  const { slack } = place;
  const ofSize = (bytes: number) => `${commandBody(slack, { text: 'help' })}&filling=`.padEnd(bytes, 'x');
  assert.equal((await slack.sends({ body: ofSize(limit) })).status, 200);
  await slack.until(() => slack.callsTo('chat.postEphemeral')[0]?.outcome);
  const before = effects(place);
  assert.equal((await slack.sends({ body: ofSize(limit + 1) })).status, 413);
  assert.deepEqual(effects(place), before);
  await stillWorks(place);
});

test('five mebibytes get 413, whether their length is announced or not, and the answer can be read', async () => {
  await using place = await openWorkplace();
  const { port } = place;
  for (const headers of [{ 'content-length': `${fiveMebibytes.length}` }, { 'transfer-encoding': 'chunked' }]) {
    const { status, text } = await ask(port, { ...door, headers, body: fiveMebibytes });
    assert.deepEqual([status, text], [413, '']);
  }
  await stillWorks(place);
});

test('what is announced as too large is refused before it is sent', async () => {
  await using place = await openWorkplace();
  const { socket, received, closed } = await openSocket(place.port);
  socket.write(`POST /slack/events HTTP/1.1\r\nhost: x\r\ncontent-length: ${1_024 ** 3}\r\n\r\n`);
  await once(socket, 'data');
  socket.destroy();
  await closed;
  assert.match(received(), /^HTTP\/1\.1 413 /);
});

test('whoever was told "too large" may finish sending, so that the connection is not reset before they have read it', async () => {
  await using place = await openWorkplace();
  const { socket, received } = await openSocket(place.port);
  socket.write(`POST /slack/events HTTP/1.1\r\nhost: x\r\ncontent-length: ${fiveMebibytes.length}\r\n\r\n`);
  await once(socket, 'data');
  const failure = await new Promise((resolve) => socket.write(fiveMebibytes, resolve));
  assert.equal(failure ?? undefined, undefined);
  assert.match(received(), /^HTTP\/1\.1 413 /);
  socket.destroy();
});

test('of a body that never ends no more than a few mebibytes are taken, although the sender never stops', async () => {
  await using place = await openWorkplace();
  const { socket, received, closed } = await openSocket(place.port);
  socket.write(`POST /slack/events HTTP/1.1\r\nhost: x\r\ncontent-length: ${1_024 ** 3}\r\n\r\n`);
  const pours = () => {
    while (socket.writable && socket.write(fiveMebibytes));
  };
  socket.on('drain', pours);
  pours();
  await closed;
  assert.match(received(), /^HTTP\/1\.1 413 /);
  const taken = socket.bytesWritten - socket.writableLength;
  // What is on its way in the machine's own buffers counts as well.
  assert.ok(taken < 64 * kibibyte * kibibyte, `${taken} bytes`);
  await stillWorks(place);
});

test('two hundred senders that stop in the middle of a request hold nobody else up', async () => {
  await using place = await openWorkplace();
  const beginnings = [
    'P',
    'POST /slack/events HTTP/1.1\r\nx-slack',
    'POST /slack/events HTTP/1.1\r\nhost: x\r\ncontent-length: 90\r\n\r\nabc',
  ];
  const slow = await Promise.all(
    Array.from({ length: 200 }, async (_, index) => {
      const { socket } = await openSocket(place.port);
      socket.write(beginnings[index % beginnings.length] ?? '');
      return socket;
    }),
  );
  await stillWorks(place);
  for (const socket of slow) socket.destroy();
});

test('a sender that leaves in the middle of its request leaves nothing behind', async () => {
  await using place = await openWorkplace();
  for (const leaves of ['end', 'resetAndDestroy'] as const) {
    const { socket, closed } = await openSocket(place.port);
    socket.write('POST /slack/events HTTP/1.1\r\nhost: x\r\ncontent-length: 90\r\n\r\nabc', () => socket[leaves]());
    await closed;
  }
  await stillWorks(place);
});

test('stopping does not wait for a sender that stopped in the middle', async () => {
  const place = await openWorkplace();
  const { socket, closed } = await openSocket(place.port);
  socket.write('POST /slack/events HTTP/1.1\r\nhost: x\r\ncontent-length: 90\r\n\r\nabc');
  const startedAt = performance.now();
  await Promise.all([closed, place[Symbol.asyncDispose]()]);
  assert.ok(performance.now() - startedAt < 3_000);
});

/** Sends the beginning of a request and nothing more; gives what came back, and after how long it was cut off. */
async function stopsAfter(port: number, beginning: string) {
  const { socket, received, closed } = await openSocket(port);
  const startedAt = performance.now();
  socket.write(beginning);
  await closed;
  return { reply: received(), ms: performance.now() - startedAt };
}

test('nobody is waited for in vain: for headers five seconds, for the rest of what is too large two', async () => {
  await using place = await openWorkplace();
  const endless = `POST /slack/events HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n50000\r\n${'x'.repeat(0x50000)}`;
  const [slow, large] = await Promise.all([
    stopsAfter(place.port, 'POST /slack/events HTTP/1.1\r\nhost: x\r\nx-slack'),
    stopsAfter(place.port, endless),
  ]);
  assert.match(slow.reply, /^HTTP\/1\.1 408 /);
  assert.match(large.reply, /^HTTP\/1\.1 413 /);
  assert.ok(slow.ms < 8_000 && large.ms < 4_000, `${slow.ms} ms and ${large.ms} ms`);
  await stillWorks(place);
});

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
