import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hour, minute } from './hand-clock.ts';
import { always, assertFails, bounded, failureOf, type Line, openLine } from './support.ts';

/** Many people ask at once, and then one by one. */
async function askOften(line: Line, times: number): Promise<void> {
  await Promise.all(Array.from({ length: times }, () => failureOf(line.ask())));
  for (let asked = 0; asked < times; asked += 1) await failureOf(line.ask());
}

test(
  'a wrong secret is shown to the PBX twice at most, whoever asks and for however many hours',
  bounded,
  async (t) => {
    const line = await openLine(t);
    const { pbx, clock } = line;
    pbx.changeClientSecret('somebody made a new one');
    for (let hours = 0; hours < 30; hours += 1) {
      await askOften(line, 10);
      clock.advance(hour);
    }
    await assertFails(line.ask(), 'pbx_sign_in_refused');
    assert.ok(pbx.refusedLogins >= 1 && pbx.refusedLogins <= 2, `${pbx.refusedLogins} refused`);
    assert.equal(pbx.count('*'), pbx.refusedLogins);
    assert.equal(pbx.blocked, false);
  },
);

test('a refused sign-in is tried once more after ten quiet minutes, and never a third time', bounded, async (t) => {
  const { pbx, clock, ask } = await openLine(t);
  pbx.changeClientSecret('somebody made a new one');
  const refusedAfter = async (rest: number) => {
    clock.advance(rest);
    await assertFails(ask(), 'pbx_sign_in_refused');
    return pbx.refusedLogins;
  };
  assert.equal(await refusedAfter(0), 1);
  assert.equal(await refusedAfter(10 * minute), 2);
  assert.equal(await refusedAfter(10 * minute), 2);
  assert.equal(await refusedAfter(1_000 * hour), 2);
});

test('four hundred people who ask an app with a wrong secret cause one sign-in', bounded, async (t) => {
  const line = await openLine(t);
  line.pbx.changeClientSecret('somebody made a new one');
  await askOften(line, 200);
  assert.equal(line.pbx.refusedLogins, 1);
});

test(
  'a secret changed on the PBX goes unnoticed while the tokens live, and is refused once after',
  bounded,
  async (t) => {
    const line = await openLine(t);
    const { pbx } = line;
    await line.ask();
    pbx.changeClientSecret('somebody made a new one');
    await line.ask();
    pbx.expireAccessTokens();
    await line.ask();
    assert.equal(pbx.refusedLogins, 0);
    pbx.expireAccessTokens();
    pbx.expireRefreshTokens();
    await askOften(line, 50);
    assert.equal(pbx.refusedLogins, 1);
  },
);

const turnedAway = [
  { errcode: 60002, code: 'pbx_tokens_used_up', rest: minute },
  { errcode: 70004, code: 'pbx_address_blocked', rest: 10 * minute },
  { errcode: 70087, code: 'pbx_address_not_allowed', rest: 10 * minute },
] as const;

for (const { errcode, code, rest } of turnedAway) {
  test(
    `${errcode} at the sign-in is told apart as ${code}, and the PBX is left alone for ${rest / minute} min`,
    bounded,
    async (t) => {
      const line = await openLine(t);
      line.pbx.script('get_token', { kind: 'errcode', errcode });
      await askOften(line, 50);
      await assertFails(line.ask(), code);
      assert.equal(line.pbx.count('*'), 1);
    },
  );

  test(`after ${errcode} the PBX is asked again when its rest is over`, bounded, async (t) => {
    const { pbx, clock, ask } = await openLine(t);
    pbx.script('get_token', { kind: 'errcode', errcode });
    await assertFails(ask(), code);
    clock.advance(rest);
    await ask();
    assert.equal(pbx.count('get_token'), 2);
  });
}

for (const { errcode, code } of turnedAway.slice(1))
  test(`${errcode} in answer to a question stops all questions, too`, bounded, async (t) => {
    const { pbx, find } = await openLine(t);
    await find();
    pbx.script('cdr/getaisummary', { kind: 'errcode', errcode }, always);
    const asked = pbx.count('*') + 1;
    for (let person = 0; person < 20; person += 1) await assertFails(find(), code);
    assert.equal(pbx.count('*'), asked);
  });

test(
  'an app whose address others got blocked works again once the administrator has lifted the block',
  bounded,
  async (t) => {
    const { pbx, clock, find } = await openLine(t);
    await find();
    pbx.script('get_token', { kind: 'errcode', errcode: -1 }, 5);
    for (let login = 0; login < 5; login += 1) await fetch(`${pbx.url}/openapi/v1.0/get_token`, { method: 'POST' });
    assert.equal(pbx.blocked, true);
    const asked = pbx.count('*') + 1;
    for (let person = 0; person < 20; person += 1) await assertFails(find(), 'pbx_address_blocked');
    assert.equal(pbx.count('*'), asked);
    pbx.unblock();
    clock.advance(10 * minute);
    await find();
  },
);

test('a sign-in the PBX cannot make sense of counts as refused, and is not tried again', bounded, async (t) => {
  const line = await openLine(t);
  line.pbx.script('get_token', { kind: 'errcode', errcode: 40002 }, always);
  await askOften(line, 20);
  assert.equal(line.pbx.count('get_token'), 1);
});

for (const { errcode, code, rest } of [
  { errcode: -1, code: 'pbx_sign_in_refused', rest: 10 * minute } as const,
  ...turnedAway,
])
  test(`after ${errcode} the rest is not made longer by people who ask meanwhile`, bounded, async (t) => {
    const { pbx, clock, ask } = await openLine(t);
    pbx.script('get_token', { kind: 'errcode', errcode });
    for (let asked = 0; asked < 10; asked += 1) {
      await assertFails(ask(), code);
      clock.advance(rest / 10);
    }
    assert.equal(pbx.count('get_token'), 1);
    await ask();
    assert.equal(pbx.count('get_token'), 2);
  });

test(
  'a wrong secret is shown to the PBX at once and after ten minutes, also when people ask all the time',
  bounded,
  async (t) => {
    const { pbx, clock, ask } = await openLine(t);
    pbx.changeClientSecret('somebody made a new one');
    for (let minutes = 0; minutes < 60; minutes += 1) {
      await failureOf(ask());
      clock.advance(minute);
      assert.equal(pbx.refusedLogins, minutes < 10 ? 1 : 2);
    }
  },
);
