import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { syncBuiltinESMExports } from 'node:module';
import { type TestContext, test } from 'node:test';
import { createReadiness } from '../../src/transports/readiness.ts';
import { superviseSocket } from '../../src/transports/socket-supervisor.ts';

type Start = 'connects' | 'fails' | 'hangs';

/** A Socket Mode client that does as it is told: how each start goes, in turn; the last one goes on. */
function client(...starts: readonly Start[]) {
  const events = new EventEmitter();
  let started = 0;
  let disconnects = 0;
  const start = async () => {
    const how = starts[Math.min(started, starts.length - 1)];
    started += 1;
    if (how === 'fails') throw new Error('invalid_auth');
    if (how === 'hangs') await new Promise(() => {});
    events.emit('connected');
  };
  return {
    start,
    async disconnect() {
      disconnects += 1;
      events.emit('disconnected');
    },
    on: (event: string, listener: () => void) => events.on(event, listener),
    breaks: () => events.emit('disconnected'),
    started: () => started,
    disconnects: () => disconnects,
  };
}

const nobodyListens = () => {};

/** Time stands still, except where the test moves it; `settled` lets everything happen that waits for no time. */
function clock(t: TestContext) {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  syncBuiltinESMExports();
  t.mock.method(Math, 'random', () => 1 - Number.EPSILON);
  t.after(() => {
    t.mock.timers.reset();
    syncBuiltinESMExports();
  });
  const settled = async () => {
    for (let turn = 0; turn < 10; turn += 1) await new Promise(setImmediate);
  };
  const passes = async (ms: number) => {
    t.mock.timers.tick(ms);
    await settled();
  };
  return { settled, passes };
}

test('a connection that comes about makes the app ready, and its end makes it not ready', async (t) => {
  const { settled } = clock(t);
  const socket = client('connects', 'hangs');
  const readiness = createReadiness();
  const supervisor = superviseSocket(socket, readiness, nobodyListens);
  assert.equal(readiness.isReady(), false);
  supervisor.start();
  await settled();
  assert.equal(readiness.isReady(), true);
  socket.breaks();
  assert.equal(readiness.isReady(), false);
  await settled();
  assert.equal(socket.started(), 2, 'the next connection is under way at once');
  await supervisor.stop();
});

test('a failing start is tried again after pauses that double up to half a minute', async (t) => {
  const { settled, passes } = clock(t);
  const socket = client('fails');
  const supervisor = superviseSocket(socket, createReadiness(), nobodyListens);
  supervisor.start();
  await settled();
  for (const [index, pause] of [250, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000].entries()) {
    await passes(pause - 1);
    assert.equal(socket.started(), index + 1, `not before ${pause} ms`);
    await passes(1);
    assert.equal(socket.started(), index + 2);
  }
  await supervisor.stop();
});

test('after a connection that worked the pauses begin anew', async (t) => {
  const { settled, passes } = clock(t);
  const socket = client('fails', 'fails', 'connects', 'fails', 'connects');
  const readiness = createReadiness();
  const supervisor = superviseSocket(socket, readiness, nobodyListens);
  supervisor.start();
  await settled();
  await passes(250);
  await passes(500);
  assert.equal(readiness.isReady(), true);
  socket.breaks();
  await settled();
  await passes(250);
  assert.deepEqual([socket.started(), readiness.isReady()], [5, true]);
  await supervisor.stop();
});

test('a connection on which Slack never says hello is given up after a quarter of a minute', async (t) => {
  const { settled, passes } = clock(t);
  const socket = client('hangs', 'connects');
  const readiness = createReadiness();
  const supervisor = superviseSocket(socket, readiness, nobodyListens);
  supervisor.start();
  await settled();
  await passes(14_999);
  assert.deepEqual([socket.started(), socket.disconnects()], [1, 0]);
  await passes(1);
  assert.equal(socket.disconnects(), 1);
  await passes(250);
  assert.deepEqual([socket.started(), readiness.isReady()], [2, true]);
  await supervisor.stop();
});

test('several ends at once lead to one new connection', async (t) => {
  const { settled } = clock(t);
  const socket = client('connects', 'hangs');
  const supervisor = superviseSocket(socket, createReadiness(), nobodyListens);
  supervisor.start();
  supervisor.start();
  await settled();
  for (let count = 0; count < 5; count += 1) socket.breaks();
  await settled();
  assert.equal(socket.started(), 2);
  await supervisor.stop();
});

test('stopping ends the connection, and nothing is tried any more', async (t) => {
  const { settled, passes } = clock(t);
  const socket = client('connects');
  const supervisor = superviseSocket(socket, createReadiness(), nobodyListens);
  supervisor.start();
  await settled();
  await supervisor.stop();
  socket.breaks();
  await passes(60_000);
  assert.deepEqual([socket.started(), socket.disconnects()], [1, 1]);
});

test('stopping in the middle of a pause ends the trying', async (t) => {
  const { settled, passes } = clock(t);
  const socket = client('fails');
  const supervisor = superviseSocket(socket, createReadiness(), nobodyListens);
  supervisor.start();
  await settled();
  await supervisor.stop();
  await passes(60_000);
  assert.equal(socket.started(), 1);
});

test('a client that never finishes disconnecting holds nobody up for more than a second', async (t) => {
  const { settled, passes } = clock(t);
  const socket = { ...client('connects'), disconnect: () => new Promise<void>(() => {}) };
  const supervisor = superviseSocket(socket, createReadiness(), nobodyListens);
  supervisor.start();
  await settled();
  const stopped = supervisor.stop();
  await passes(1_000);
  await stopped;
});

test('each change of the connection is told once, and a refusal again only when it is another one', async (t) => {
  const { settled, passes } = clock(t);
  const socket = client('fails', 'fails', 'fails', 'connects', 'fails', 'connects');
  const changes: string[] = [];
  const supervisor = superviseSocket(socket, createReadiness(), (state) => changes.push(state));
  supervisor.start();
  await settled();
  for (const pause of [250, 500, 1_000]) await passes(pause);
  assert.deepEqual(changes.splice(0), ['refused', 'connected']);
  socket.breaks();
  await settled();
  await passes(250);
  assert.deepEqual(changes, ['disconnected', 'refused', 'connected']);
  await supervisor.stop();
});
