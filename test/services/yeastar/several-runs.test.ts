import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minute } from './hand-clock.ts';
import { setUp } from './machine.ts';
import { bounded } from './support.ts';

const three = [1, 2, 3];

test('twenty clean restarts cost the PBX one sign-in and one place', bounded, async (t) => {
  const { pbx, start } = await setUp(t);
  for (let restart = 0; restart < 20; restart += 1) {
    const run = start();
    await run.ask();
    await run.stop();
  }
  assert.deepEqual([pbx.count('get_token'), pbx.count('del_token'), pbx.liveTokens], [1, 0, 1]);
});

test('twenty crashes cost the PBX one sign-in and one place', bounded, async (t) => {
  const { pbx, start } = await setUp(t);
  for (let crash = 0; crash < 20; crash += 1) await start().ask();
  assert.deepEqual([pbx.count('get_token'), pbx.liveTokens], [1, 1]);
});

test('three runs that are asked by hundreds at once share one sign-in', bounded, async (t) => {
  const { pbx, start } = await setUp(t, {}, { connections: 20, waiting: 1_000 });
  const runs = three.map(() => start());
  await Promise.all(runs.flatMap((run) => Array.from({ length: 100 }, run.ask)));
  assert.deepEqual([pbx.count('get_token'), pbx.count('refresh_token'), pbx.liveTokens], [1, 0, 1]);
});

for (const { each, rotateKillsOldToken, pbxWords } of [
  { each: 334, rotateKillsOldToken: false, pbxWords: 'a PBX that keeps old tokens' },
  { each: 34, rotateKillsOldToken: true, pbxWords: 'a PBX whose new token ends the old one' },
])
  test(
    `three runs that each hear ${each} times from ${pbxWords} that theirs has expired refresh it once`,
    bounded,
    async (t) => {
      const { pbx, start } = await setUp(t, { rotateKillsOldToken }, { connections: 30, waiting: each });
      const runs = three.map(() => start());
      for (const run of runs) await run.ask();
      pbx.script('system/information', { kind: 'hold' }, 90);
      const answers = runs.flatMap((run) => Array.from({ length: each }, run.ask));
      await pbx.until(() => pbx.held === 90, 8_000);
      pbx.expireAccessTokens();
      pbx.release();
      await Promise.all(answers);
      assert.deepEqual([pbx.count('refresh_token'), pbx.count('get_token'), pbx.liveTokens], [1, 1, 1]);
    },
  );

test('three runs that work for hours have one token at a time', bounded, async (t) => {
  const { pbx, clock, start } = await setUp(t, { rotateKillsOldToken: true });
  const runs = three.map(() => start());
  for (let asked = 0; asked < 60; asked += 1) {
    await Promise.all(runs.map((run) => run.ask()));
    assert.equal(pbx.liveTokens, 1);
    clock.advance(10 * minute);
  }
  assert.ok(pbx.count('get_token') + pbx.count('refresh_token') <= 26);
});

test('a run that stops leaves the token to the others', bounded, async (t) => {
  const { pbx, start } = await setUp(t);
  const [one, other] = [start(), start()];
  await one.ask();
  await other.ask();
  await one.stop();
  await other.ask();
  assert.equal(pbx.requests.filter(({ errcode }) => errcode !== 0).length, 0);
  assert.equal(pbx.count('get_token'), 1);
});

test('after a restart of the PBX one new sign-in serves all runs', bounded, async (t) => {
  const { pbx, start } = await setUp(t);
  const runs = three.map(() => start());
  for (const run of runs) await run.ask();
  pbx.reset();
  await Promise.all(runs.map((run) => run.ask()));
  assert.deepEqual([pbx.count('refresh_token'), pbx.count('get_token')], [1, 1]);
});
