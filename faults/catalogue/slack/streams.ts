import assert from 'node:assert/strict';
import { openSocket } from '../../../test/transports/raw-http.ts';
import type { Fault } from '../../fault.ts';
import { mebibyte, watchMemory } from '../../memory.ts';
import { asks } from '../../person.ts';

const senders = 20;
const piece = Buffer.alloc(64 * 1_024, 'a');
const wanted = 1_024 * mebibyte;
/** The app hears out whoever it has turned away for two seconds, so that they can read its answer. */
const cutWithinMs = 12_000;
const mayGrowBy = 128;

/** Sends as much of 1 GiB as the app takes, a piece at a time and only as fast as it takes it; gives how much that was. */
async function pours(port: number, isAnnounced: boolean): Promise<{ readonly sent: number; readonly answer: string }> {
  const { socket, received, closed } = await openSocket(port);
  const heading = isAnnounced ? `content-length: ${wanted}` : 'transfer-encoding: chunked';
  socket.write(`POST /slack/events HTTP/1.1\r\nhost: x\r\n${heading}\r\n\r\n`);
  let isOver = false;
  void closed.then(() => {
    isOver = true;
  });
  let sent = 0;
  while (!isOver && sent < wanted) {
    if (!isAnnounced) socket.write(`${piece.length.toString(16)}\r\n`);
    const hasRoom = socket.write(piece);
    if (!isAnnounced) socket.write('\r\n');
    sent += piece.length;
    if (!hasRoom) await Promise.race([closed, new Promise((resolve) => socket.once('drain', resolve))]);
    else await new Promise((resolve) => setImmediate(resolve));
  }
  socket.destroy();
  return { sent, answer: received().split('\r\n', 1)[0] ?? '' };
}

/** Nobody has signed them; they come all at once and never stop by themselves. */
export const streams: Fault = {
  id: 'S17',
  says: `${senders} unsigned requests of 1 GiB each at once, half of them without saying so, none of which stops when told`,
  expected: `answered 413, cut off within 12 s; memory grows by no more than ${mayGrowBy} MiB; the help comes meanwhile`,
  setting: {},
  isHeavy: true,
  async inject(scene) {
    if (process.platform !== 'linux') return { notHere: 'the memory of another process is read from /proc' };
    const { port } = scene.app;
    await asks(scene, '/callsummary help');
    using memory = watchMemory(scene);
    const startedAt = performance.now();
    const pouring = Promise.all(Array.from({ length: senders }, (_, at) => pours(port, at % 2 === 0)));
    const { ms: helpMs, delivery } = await asks(scene, '/callsummary help');
    const poured = await pouring;
    const ms = Math.round(performance.now() - startedAt);
    assert.ok(
      poured.every(({ answer }) => answer === 'HTTP/1.1 413 Payload Too Large'),
      poured.map(({ answer }) => answer).join(),
    );
    assert.ok(ms < cutWithinMs, `cut off after ${ms} ms`);
    assert.ok(delivery.ackedWithin3s, `the help was acknowledged after ${delivery.ms} ms`);
    const grownBy = memory.grownBy();
    assert.ok(grownBy < mayGrowBy, `${grownBy} MiB more`);
    const sent = poured.reduce((sum, each) => sum + each.sent, 0);
    return {
      also: `${Math.round(sent / mebibyte)} of ${(senders * wanted) / mebibyte} MiB taken, cut off after ${ms} ms, memory +${grownBy} MiB at most, help after ${Math.round(helpMs)} ms`,
    };
  },
};
