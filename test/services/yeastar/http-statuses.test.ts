import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startPbx } from '../../../simulators/pbx/index.ts';
import { second } from './hand-clock.ts';
import { always, assertFails, bounded, hungUp, openLine, withoutPauses } from './support.ts';

for (const status of [500, 502, 503, 504] as const) {
  test(`HTTP ${status} is repeated twice, and is never taken for a token problem`, bounded, async (t) => {
    withoutPauses(t);
    const line = await openLine(t);
    await line.ask();
    line.pbx.script('system/information', { kind: 'http-status', status }, always);
    await assertFails(line.ask(), 'pbx_unexpected', { fault: `HTTP ${status}` });
    assert.equal(line.pbx.count('system/information'), 4);
    assert.equal(line.pbx.count('refresh_token'), 0);
    assert.equal(line.pbx.count('get_token'), 1);
    await hungUp(line);
  });

  test(`after HTTP ${status} once, the person is answered`, bounded, async (t) => {
    withoutPauses(t);
    const { pbx, ask } = await openLine(t);
    pbx.script('get_token', { kind: 'http-status', status });
    pbx.script('system/information', { kind: 'http-status', status });
    await ask();
    assert.deepEqual([pbx.count('get_token'), pbx.count('system/information')], [2, 2]);
  });
}

test('a sign-in answered with HTTP 503 is repeated once at most', bounded, async (t) => {
  withoutPauses(t);
  const { pbx, ask } = await openLine(t);
  pbx.script('get_token', { kind: 'http-status', status: 503 }, always);
  await assertFails(ask(), 'pbx_unexpected', { fault: 'HTTP 503' });
  assert.equal(pbx.count('*'), 2);
});

test(
  'HTTP 429 is a PBX that wants fewer questions: two repeats with pauses, then words for the person',
  bounded,
  async (t) => {
    withoutPauses(t);
    const line = await openLine(t);
    await line.ask();
    line.pbx.script('system/information', { kind: 'http-status', status: 429 }, always);
    await assertFails(line.ask(), 'pbx_overloaded');
    assert.equal(line.pbx.count('system/information'), 4);
    await hungUp(line);
  },
);

for (const status of [301, 302, 303, 307, 308] as const)
  test(
    `a redirect with HTTP ${status} is refused: nothing is sent where it leads, neither secret nor token`,
    bounded,
    async (t) => {
      const target = await startPbx();
      t.after(target.stop);
      const line = await openLine(t);
      const away = { kind: 'redirect', status, location: `${target.url}/openapi/v1.0/get_token` } as const;
      line.pbx.script('get_token', away);
      await assertFails(line.ask(), 'pbx_unexpected', { fault: `HTTP ${status}` });
      await line.ask();
      line.pbx.script('system/information', away);
      await assertFails(line.ask(), 'pbx_unexpected', { fault: `HTTP ${status}` });
      const home = { ...away, location: '/openapi/v1.0/extension/list' };
      line.pbx.script('system/information', home);
      await assertFails(line.ask(), 'pbx_unexpected', { fault: `HTTP ${status}` });
      assert.equal(target.requests.length, 0);
      assert.equal(line.pbx.count('extension/list'), 0);
      await hungUp(line);
    },
  );

test('an error page that goes on and on is not waited for', bounded, async (t) => {
  const line = await openLine(t, { limits: { deadlineMs: 10 * second } });
  await line.ask();
  line.pbx.script('system/information', { kind: 'http-status', status: 404, html: 'x'.repeat(30_000_000) });
  await assertFails(line.ask(), 'pbx_unexpected', { fault: 'HTTP 404' });
  await hungUp(line);
});
