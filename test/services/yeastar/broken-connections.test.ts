import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import type { Fault } from '../../../simulators/pbx/index.ts';
import { second } from './hand-clock.ts';
import { always, assertFails, bounded, durationOf, hungUp, listen, openLine, withoutPauses } from './support.ts';

const slow = { limits: { deadlineMs: 300 } };

const tooLate: readonly Fault[] = [
  { kind: 'silence' },
  { kind: 'drip', millisecondsPerByte: 20 },
  { kind: 'delay', milliseconds: 5 * second },
];

test(
  'a silent, dripping or late PBX is given up on at the deadline, and not asked again by itself',
  bounded,
  async (t) => {
    const giveUp = async (fault: Fault) => {
      const line = await openLine(t, slow);
      await line.ask();
      line.pbx.script('system/information', fault);
      const waited = await durationOf(assertFails(line.ask(), 'pbx_timeout'));
      assert.ok(waited >= 290 && waited < 2 * second, `${fault.kind}: ${waited} ms`);
      await hungUp(line);
      assert.equal(line.pbx.count('system/information'), 2);
      await line.ask();
      assert.deepEqual([line.pbx.count('get_token'), line.pbx.count('refresh_token')], [1, 0]);
    };
    await Promise.all(tooLate.map(giveUp));
  },
);

test('a silent sign-in is given up on at the deadline too, and not repeated by itself', bounded, async (t) => {
  const line = await openLine(t, slow);
  line.pbx.script('get_token', { kind: 'silence' }, always);
  await assertFails(line.ask(), 'pbx_timeout');
  await hungUp(line);
  assert.equal(line.pbx.count('*'), 1);
});

test('an answer that drips in fast enough is an answer', bounded, async (t) => {
  const { pbx, ask } = await openLine(t, { limits: { deadlineMs: 10 * second } });
  pbx.script('get_token', { kind: 'drip', millisecondsPerByte: 0 });
  await ask();
});

test('a slow PBX is waited for below the deadline', bounded, async (t) => {
  const { pbx, ask } = await openLine(t);
  pbx.script('*', { kind: 'delay', milliseconds: 100 }, 2);
  await ask();
});

test('the deadline of a question covers its repeats together', bounded, async (t) => {
  t.mock.method(Math, 'random', () => 0);
  const line = await openLine(t, slow);
  await line.ask();
  const slowRefusal = { kind: 'delay', milliseconds: 120, next: { kind: 'errcode', errcode: -2 } } as const;
  line.pbx.script('system/information', slowRefusal, always);
  const waited = await durationOf(assertFails(line.ask(), 'pbx_timeout'));
  assert.ok(waited < 2 * second, `${waited} ms`);
  assert.ok(line.pbx.count('system/information') <= 3);
  await hungUp(line);
});

test('a slow sign-in takes nothing from the time of the question after it', bounded, async (t) => {
  const line = await openLine(t, { limits: { deadlineMs: 500 } });
  line.pbx.script('get_token', { kind: 'delay', milliseconds: 300 });
  line.pbx.script('system/information', { kind: 'delay', milliseconds: 300 });
  await line.ask();
});

test('a pause before a repeat is no longer than the deadline', bounded, async (t) => {
  t.mock.method(Math, 'random', () => 1);
  const line = await openLine(t, { limits: { deadlineMs: 300 } });
  await line.ask();
  line.pbx.script('system/information', { kind: 'errcode', errcode: -2 }, always);
  const waited = await durationOf(assertFails(line.ask(), 'pbx_timeout'));
  assert.ok(waited < 2 * second, `${waited} ms`);
  assert.equal(line.pbx.count('system/information'), 3);
});

const breaks = [
  { at: 'before-headers', fault: 'ECONNRESET' },
  { at: 'mid-headers', fault: 'ECONNRESET' },
  { at: 'mid-body', fault: 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH' },
] as const;

for (const { at, fault } of breaks) {
  test(`a question whose connection breaks ${at} is asked once more, and then answered`, bounded, async (t) => {
    withoutPauses(t);
    const line = await openLine(t);
    await line.ask();
    line.pbx.script('system/information', { kind: 'reset', at });
    await line.ask();
    assert.equal(line.pbx.count('system/information'), 3);
    await hungUp(line);
  });

  test(`a question whose connection breaks ${at} again and again is asked twice in all`, bounded, async (t) => {
    withoutPauses(t);
    const line = await openLine(t);
    await line.ask();
    line.pbx.script('system/information', { kind: 'reset', at }, always);
    await assertFails(line.ask(), 'pbx_unreachable', { fault });
    assert.equal(line.pbx.count('system/information'), 3);
    await hungUp(line);
  });

  test(`a sign-in whose connection breaks ${at} is tried once more at most`, bounded, async (t) => {
    withoutPauses(t);
    const line = await openLine(t);
    line.pbx.script('get_token', { kind: 'reset', at }, always);
    await assertFails(line.ask(), 'pbx_unreachable', { fault });
    assert.equal(line.pbx.count('get_token'), 2);
    await hungUp(line);
  });
}

test('a sign-in that broke once costs one token more, and everybody is answered', bounded, async (t) => {
  withoutPauses(t);
  const { pbx, ask } = await openLine(t);
  pbx.script('get_token', { kind: 'reset', at: 'before-headers' });
  await Promise.all(Array.from({ length: 40 }, ask));
  assert.equal(pbx.count('get_token'), 2);
  assert.equal(pbx.liveTokens, 2);
});

test(
  'a PBX where nobody listens is unreachable at once, and tried again only when somebody asks',
  bounded,
  async (t) => {
    const line = await openLine(t);
    await line.pbx.stop();
    const waited = await durationOf(assertFails(line.ask(), 'pbx_unreachable', { fault: 'ECONNREFUSED' }));
    assert.ok(waited < second, `${waited} ms`);
  },
);

test('a name that leads nowhere is unreachable, and the error does not quote it', bounded, async (t) => {
  const line = await openLine(t, { address: () => 'http://no-such-pbx.invalid:8088' });
  const fault = /^(ENOTFOUND|EAI_AGAIN)$/;
  await assert.rejects(line.ask(), ({ code, details }) => code === 'pbx_unreachable' && fault.test(details.fault));
});

test('a PBX that hangs up without a word is unreachable after one repeat', bounded, async (t) => {
  withoutPauses(t);
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.resume().once('data', () => socket.end());
  });
  const host = await listen(t, server);
  const line = await openLine(t, { address: () => `http://${host}` });
  await assertFails(line.ask(), 'pbx_unreachable', { fault: 'UND_ERR_SOCKET' });
  assert.equal(connections, 2);
});

test('a PBX that accepts connections and never answers on them is given up on at the deadline', bounded, async (t) => {
  const line = await openLine(t, slow);
  line.pbx.ignoreConnections(true);
  await assertFails(line.ask(), 'pbx_timeout');
  await hungUp(line);
  line.pbx.ignoreConnections(false);
  await line.ask();
});
