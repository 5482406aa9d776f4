import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startScript } from '../../store/support.ts';
import { hour, minute } from './hand-clock.ts';
import { type Machine, setUp } from './machine.ts';
import { always, assertFails, bounded, failureOf } from './support.ts';

const three = [1, 2, 3];

test('in a crash loop of twenty starts of three runs the PBX refuses a wrong secret twice', bounded, async (t) => {
  const { pbx, clock, start } = await setUp(t);
  for (let round = 0; round < 20; round += 1) {
    await Promise.all(three.map(() => assertFails(start('a wrong secret').ask(), 'pbx_sign_in_refused')));
    clock.advance(10 * minute);
  }
  assert.equal(pbx.refusedLogins, 2);
  assert.equal(pbx.count('*'), 2);
});

test(
  'a secret that is refused without an answer after its first refusal is not tried on and on',
  bounded,
  async (t) => {
    const { pbx, clock, start } = await setUp(t);
    await assertFails(start('a wrong secret').ask(), 'pbx_sign_in_refused');
    pbx.script('get_token', { kind: 'reset', at: 'before-headers' }, always);
    for (let round = 0; round < 20; round += 1) {
      clock.advance(10 * minute);
      await failureOf(start('a wrong secret').ask());
    }
    assert.equal(pbx.refusedLogins, 2);
  },
);

test('a PBX that hangs for a night is signed in at in the morning, without anybody’s help', bounded, async (t) => {
  const { pbx, clock, start } = await setUp(t, {}, { deadlineMs: 100 });
  pbx.script('get_token', { kind: 'silence' }, 10);
  for (let hours = 0; hours < 10; hours += 1) {
    await assertFails(start().ask(), 'pbx_timeout');
    clock.advance(hour);
  }
  await start().ask();
});

test('a changed secret begins afresh, and an unlocked one too', bounded, async (t) => {
  const { pbx, clock, start, signInsOf } = await setUp(t);
  const locked = async (secret: string) => {
    for (let round = 0; round < 4; round += 1) {
      await assertFails(start(secret).ask(), 'pbx_sign_in_refused');
      clock.advance(10 * minute);
    }
    return pbx.refusedLogins;
  };
  assert.equal(await locked('wrong'), 2);
  pbx.unblock();
  assert.equal(await locked('wrong as well'), 2);
  pbx.unblock();
  await signInsOf('wrong').clear();
  assert.equal(await locked('wrong'), 2);
  pbx.unblock();
  await start().ask();
});

test('once the administrator has mended the PBX and unlocked, a running app answers at once', bounded, async (t) => {
  const { pbx, clock, start, signInsOf } = await setUp(t);
  const { clientSecret } = pbx;
  pbx.changeClientSecret('somebody made a new one');
  const run = start();
  for (let round = 0; round < 3; round += 1) {
    await assertFails(run.ask(), 'pbx_sign_in_refused');
    clock.advance(10 * minute);
  }
  pbx.changeClientSecret(clientSecret);
  await assertFails(run.ask(), 'pbx_sign_in_refused');
  await signInsOf().clear();
  await run.ask();
});

test('a blocked address is left alone by the next start too, for ten minutes', bounded, async (t) => {
  const { pbx, clock, start } = await setUp(t);
  await start().ask();
  pbx.script('system/information', { kind: 'errcode', errcode: 70004 });
  await assert.rejects(start().ask(), { errcode: 70004 });
  const asked = pbx.count('*');
  for (let restart = 0; restart < 5; restart += 1) await assertFails(start().ask(), 'pbx_address_blocked');
  assert.equal(pbx.count('*'), asked);
  clock.advance(10 * minute);
  await start().ask();
});

const script = new URL('processes/ask.ts', import.meta.url);
const wordsFor = ({ pbx, file }: Machine, secret: string, from: number, to: number) => [
  file,
  pbx.url,
  pbx.clientId,
  secret,
  `${from}`,
  `${to}`,
];

test('three real processes that start twenty times each show a wrong secret twice together', bounded, async (t) => {
  const machine = await setUp(t, { now: Date.now });
  const loops = three.map(() => startScript(t, script, wordsFor(machine, 'a wrong secret', 0, 20)));
  for (const loop of loops)
    for (let start = 0; start < 20; start += 1) assert.equal(await loop.nextLine(), 'pbx_sign_in_refused');
  assert.equal(machine.pbx.refusedLogins, 2);
});

test('processes that are killed while they sign in stay counted, until somebody unlocks', bounded, async (t) => {
  const machine = await setUp(t, { now: Date.now });
  const { pbx, signInsOf } = machine;
  const start = (from: number) => startScript(t, script, wordsFor(machine, pbx.clientSecret, from, from + 1));
  pbx.script('get_token', { kind: 'hold' }, 2);
  for (const time of [0, 1]) {
    const process = start(time);
    await pbx.until(() => pbx.held === 1, 5_000);
    await process.kill();
    await pbx.until(() => pbx.held === 0);
  }
  assert.deepEqual(await signInsOf().history(), { refused: 0, unanswered: 2, rest: null });
  assert.equal(await start(2).nextLine(), 'pbx_sign_in_refused');
  assert.equal(pbx.count('get_token'), 2);
  await signInsOf().clear();
  assert.equal(await start(3).nextLine(), 'answered');
});
