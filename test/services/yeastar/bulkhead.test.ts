import assert from 'node:assert/strict';
import { test } from 'node:test';
import { second } from './hand-clock.ts';
import { always, assertFails, bounded, durationOf, failureOf, hungUp, openLine } from './support.ts';

test('with one connection and three places to wait, the fifth person hears "busy" at once', bounded, async (t) => {
  const { pbx, ask } = await openLine(t, { limits: { connections: 1, waiting: 3 } });
  await ask();
  pbx.script('system/information', { kind: 'hold' }, 4);
  const inside = Array.from({ length: 4 }, ask);
  await pbx.until(() => pbx.held === 1);
  const waited = await durationOf(assertFails(ask(), 'busy'));
  assert.ok(waited < second / 2, `${waited} ms`);
  assert.equal(pbx.count('system/information'), 2, 'only one is asked, the others wait');
  pbx.clearScript();
  pbx.release();
  await Promise.all(inside);
  await ask();
});

test('the PBX never sees more connections than allowed, however many ask', bounded, async (t) => {
  const { pbx, ask } = await openLine(t, { limits: { connections: 3, waiting: 100 } });
  let most = 0;
  pbx.script('system/information', { kind: 'hold' }, 3);
  const answers = Array.from({ length: 60 }, ask);
  await pbx.until(() => pbx.held === 3);
  const watch = pbx.until(() => {
    most = Math.max(most, pbx.openConnections);
    return pbx.count('system/information') === 60;
  });
  pbx.release();
  await Promise.all([...answers, watch]);
  assert.ok(most <= 3, `${most} connections`);
});

test('by default four questions are on their way and forty wait', bounded, async (t) => {
  const { pbx, ask } = await openLine(t, { limits: { deadlineMs: 8 * second } });
  await ask();
  pbx.script('system/information', { kind: 'hold' }, 4);
  const answers = Array.from({ length: 44 }, ask);
  await pbx.until(() => pbx.held === 4);
  assert.equal(pbx.openConnections, 4);
  await assertFails(ask(), 'busy');
  pbx.release();
  await Promise.all(answers);
});

test(
  'a PBX that hangs costs everybody inside their deadline, and then all places are free again',
  bounded,
  async (t) => {
    const line = await openLine(t, { limits: { connections: 2, waiting: 8, deadlineMs: 200 } });
    const { pbx, ask } = line;
    await ask();
    pbx.script('system/information', { kind: 'silence' }, always);
    const waited = await durationOf(Promise.all(Array.from({ length: 10 }, () => assertFails(ask(), 'pbx_timeout'))));
    assert.ok(waited < 2 * second, `${waited} ms`);
    await hungUp(line);
    pbx.clearScript();
    await Promise.all(Array.from({ length: 10 }, ask));
  },
);

test('who waits for a connection is not asked for after leaving', bounded, async (t) => {
  const line = await openLine(t, { limits: { connections: 1, waiting: 50, deadlineMs: 200 } });
  await line.ask();
  line.pbx.script('system/information', { kind: 'silence' });
  await Promise.all(Array.from({ length: 20 }, () => failureOf(line.ask())));
  await hungUp(line);
  assert.equal(line.pbx.count('system/information'), 2);
});

test('a sign-in that hangs does not keep anybody inside for good', bounded, async (t) => {
  const line = await openLine(t, { limits: { connections: 1, waiting: 4, deadlineMs: 200 } });
  line.pbx.script('get_token', { kind: 'silence' });
  await Promise.all(Array.from({ length: 5 }, () => assertFails(line.ask(), 'pbx_timeout')));
  await Promise.all(Array.from({ length: 5 }, line.ask));
  assert.equal(line.pbx.count('get_token'), 2);
});
