import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { CallSummaryError } from '../../../src/errors.ts';
import { createAccessTokens } from '../../../src/services/yeastar/access-token.ts';
import { longestTurnMs } from '../../../src/services/yeastar/kept-token.ts';
import type { TokenAnswer } from '../../../src/services/yeastar/schema.ts';
import type { TokenOffice } from '../../../src/services/yeastar/token-office.ts';
import type { TokenVault } from '../../../src/store/store.ts';
import { handClock, hour, minute, wallClockBy } from './hand-clock.ts';
import { brokenPbxStore, freshPbxStore } from './pbx-stores.ts';

/** An office as a PBX keeps it: a refresh token is good once. What it was asked is written down. */
function tokenOffice(lives: Partial<TokenAnswer> = {}) {
  const asked: string[] = [];
  const spares = new Set<string>();
  const issue = (): TokenAnswer => {
    spares.add(`spare ${asked.length}`);
    return { access_token: `token ${asked.length}`, refresh_token: `spare ${asked.length}`, ...lives };
  };
  const office: TokenOffice = {
    async signIn() {
      asked.push('sign in');
      return issue();
    },
    async refresh(spare) {
      asked.push(`refresh with ${spare}`);
      if (!spares.delete(spare)) throw new CallSummaryError('pbx_refused', { errcode: 10004 });
      return issue();
    },
  };
  return { asked, office };
}

/** A machine on which processes start that share a store and a PBX. */
function machineWith(vault: TokenVault, lives: Partial<TokenAnswer> = {}) {
  const { asked, office } = tokenOffice(lives);
  const clock = handClock();
  const wall = { skew: 0 };
  const wallClock = () => new Date(wallClockBy(clock)().getTime() + wall.skew);
  const startWith = (office: TokenOffice) => createAccessTokens(office, clock, vault, wallClock);
  return { asked, office, clock, wall, wallClock, vault, startWith, start: () => startWith(office) };
}

const machineFor = (t: TestContext, lives?: Partial<TokenAnswer>) => machineWith(freshPbxStore(t).tokens, lives);

test('the next start uses the token of the last one, and renews it in its time', async (t) => {
  const { asked, clock, start } = machineFor(t);
  assert.equal((await start().current()).value, 'token 1');
  clock.advance(20 * minute);
  const second = start();
  assert.equal((await second.current()).value, 'token 1');
  assert.deepEqual(asked, ['sign in']);
  clock.advance(4 * minute);
  assert.equal((await second.current()).value, 'token 2');
  assert.equal((await start().current()).value, 'token 2');
  assert.deepEqual(asked, ['sign in', 'refresh with spare 1']);
});

test('a start after the token is over refreshes it, and after a day signs in', async (t) => {
  const { asked, clock, start } = machineFor(t);
  await start().current();
  clock.advance(5 * hour);
  await start().current();
  clock.advance(25 * hour);
  await start().current();
  assert.deepEqual(asked, ['sign in', 'refresh with spare 1', 'sign in']);
});

test('of three processes that start at once one signs in, and all use its token', async (t) => {
  const { asked, start } = machineFor(t);
  const given = await Promise.all([start(), start(), start()].map((process) => process.current()));
  assert.deepEqual(
    given.map(({ value }) => value),
    ['token 1', 'token 1', 'token 1'],
  );
  assert.deepEqual(asked, ['sign in']);
});

test('of three processes whose token is rejected at once one refreshes it', async (t) => {
  const { asked, start } = machineFor(t);
  const processes = [start(), start(), start()];
  for (const process of processes) process.reject(await process.current());
  const given = await Promise.all(processes.map((process) => process.current()));
  assert.deepEqual(new Set(given.map(({ value }) => value)), new Set(['token 2']));
  assert.deepEqual(asked, ['sign in', 'refresh with spare 1']);
});

test('who comes late to a rejected token finds the new one', async (t) => {
  const { asked, start } = machineFor(t);
  const [early, late] = [start(), start()];
  const old = await early.current();
  await late.current();
  early.reject(old);
  await early.current();
  late.reject(old);
  assert.equal((await late.current()).value, 'token 2');
  assert.deepEqual(asked, ['sign in', 'refresh with spare 1']);
});

test('who is late to renew an old token finds the new one, though the old one still lives', async (t) => {
  const { asked, clock, start } = machineFor(t);
  const [early, late] = [start(), start()];
  await early.current();
  await late.current();
  clock.advance(24 * minute);
  await early.current();
  clock.advance(minute);
  assert.equal((await late.current()).value, 'token 2');
  assert.deepEqual(asked, ['sign in', 'refresh with spare 1']);
});

test('a token that another process gets just before it is our turn is found', async (t) => {
  const { vault } = machineFor(t);
  const takeTurn: TokenVault['takeTurn'] = async (now, longestMs) => {
    const [renewAt, endsAt] = [new Date(now.getTime() + 24 * minute), new Date(now.getTime() + 30 * minute)];
    await vault.save({ accessToken: 'just now', refreshToken: null, renewAt, endsAt, refreshUntil: endsAt });
    return await vault.takeTurn(now, longestMs);
  };
  const { asked, start } = machineWith({ ...vault, takeTurn });
  assert.equal((await start().current()).value, 'just now');
  assert.deepEqual(asked, []);
});

test('a token is in the store before anybody uses it', async (t) => {
  const { vault } = machineFor(t);
  const gate = Promise.withResolvers<void>();
  const saving = Promise.withResolvers<void>();
  const save: TokenVault['save'] = async (token) => {
    saving.resolve();
    await gate.promise;
    await vault.save(token);
  };
  let isGiven = false;
  const token = machineWith({ ...vault, save })
    .start()
    .current();
  void token.then(() => {
    isGiven = true;
  });
  await saving.promise;
  await new Promise(setImmediate);
  assert.equal(isGiven, false);
  gate.resolve();
  assert.equal((await token).value, (await vault.load())?.accessToken);
});

test('a store that cannot be used costs no more than the token’s next start', async () => {
  const { asked, clock, start } = machineWith(brokenPbxStore().tokens);
  const tokens = start();
  await Promise.all(Array.from({ length: 100 }, () => tokens.current()));
  clock.advance(23 * minute);
  for (let question = 0; question < 20; question += 1) await tokens.current();
  assert.deepEqual(asked, ['sign in']);
  clock.advance(minute);
  await tokens.current();
  assert.deepEqual(asked, ['sign in', 'refresh with spare 1']);
});

test('a refresh token that another process used up meanwhile leads to that process’s token', async (t) => {
  const { asked, office, start, startWith, vault } = machineFor(t);
  const first = start();
  const old = await first.current();
  const before = await vault.load();
  assert.ok(before !== null);
  const overtaken = startWith({
    ...office,
    async refresh(spare) {
      first.reject(old);
      await vault.save({ ...before, accessToken: 'of the other process', refreshToken: 'its spare' });
      return await office.refresh(`${spare}, used up`);
    },
  });
  overtaken.reject(await overtaken.current());
  assert.equal((await overtaken.current()).value, 'of the other process');
  assert.deepEqual(asked, ['sign in', 'refresh with spare 1, used up']);
});

test('a refresh token the PBX has refused is shown to it once, however often the app starts', async (t) => {
  const { office, startWith } = machineFor(t);
  let isOpen = true;
  const asked: string[] = [];
  const closing: TokenOffice = {
    async signIn() {
      asked.push('sign in');
      if (!isOpen) throw new CallSummaryError('pbx_sign_in_refused', {});
      return await office.signIn();
    },
    async refresh() {
      asked.push('refresh');
      throw new CallSummaryError('pbx_refused', { errcode: 10004 });
    },
  };
  await startWith(closing).current();
  isOpen = false;
  for (let start = 0; start < 5; start += 1) {
    const tokens = startWith(closing);
    const token = await tokens.current().catch(() => null);
    if (token !== null) tokens.reject(token);
    await assert.rejects(tokens.current(), { code: 'pbx_sign_in_refused' });
  }
  assert.equal(asked.filter((what) => what === 'refresh').length, 1);
});

test('a token that still lives stays for the next start when its refresh token is refused', async (t) => {
  const { clock, vault, start, startWith } = machineFor(t);
  await start().current();
  clock.advance(25 * minute);
  const refuse = () => Promise.reject(new CallSummaryError('pbx_sign_in_refused', {}));
  const withoutLuck = { signIn: refuse, refresh: () => Promise.reject(new Error('refused')) };
  assert.equal((await startWith(withoutLuck).current()).value, 'token 1');
  const left = await vault.load();
  assert.deepEqual([left?.accessToken, left?.refreshToken], ['token 1', null]);
  assert.equal((await startWith(withoutLuck).current()).value, 'token 1');
});

test('while another process asks for a new token, an old one that lives is used on', async (t) => {
  const { asked, clock, vault, wallClock, start } = machineFor(t);
  const tokens = start();
  await tokens.current();
  clock.advance(25 * minute);
  await vault.takeTurn(wallClock(), longestTurnMs);
  assert.equal((await tokens.current()).value, 'token 1');
  assert.deepEqual(asked, ['sign in']);
});

test('a process that died while it asked for a token keeps nobody from asking once its turn is over', async (t) => {
  const { asked, clock, vault, wallClock, start } = machineFor(t);
  await vault.takeTurn(wallClock(), longestTurnMs);
  clock.advance(longestTurnMs);
  await start().current();
  assert.deepEqual(asked, ['sign in']);
});

test('a failed renewal leaves the turn to the next process at once', async (t) => {
  const { asked, start, startWith } = machineFor(t);
  const fail = () => Promise.reject(new CallSummaryError('pbx_timeout', {}));
  await assert.rejects(startWith({ signIn: fail, refresh: fail }).current(), { code: 'pbx_timeout' });
  await start().current();
  assert.deepEqual(asked, ['sign in']);
});

for (const years of [-30, -1, 1, 30])
  test(`a wall clock that jumps by ${years} years costs one new token, and then no more`, async (t) => {
    const { asked, clock, wall, start } = machineFor(t);
    await start().current();
    wall.skew = years * 365 * 24 * hour;
    for (let restart = 0; restart < 10; restart += 1) {
      await start().current();
      clock.advance(minute);
    }
    assert.ok(asked.length <= 2, asked.join(', '));
  });

test('a wall clock that was put back makes no token older than it may get', async (t) => {
  const { asked, clock, wall, start } = machineFor(t);
  await start().current();
  wall.skew = -365 * 24 * hour;
  const tokens = start();
  await tokens.current();
  clock.advance(30 * minute);
  await tokens.current();
  assert.deepEqual(asked, ['sign in', 'refresh with spare 1']);
});

test('a clock that goes an hour wrong from the beginning changes nothing', async (t) => {
  for (const skew of [-hour, hour]) {
    const { asked, clock, wall, start } = machineFor(t);
    wall.skew = skew;
    for (let restart = 0; restart < 24; restart += 1) {
      await start().current();
      clock.advance(minute);
    }
    assert.deepEqual(asked, ['sign in']);
  }
});

test('a life that is announced as endless or as none is kept as one that can be', async (t) => {
  for (const announced of [0, -1, 1e12, Number.MAX_VALUE]) {
    const lives = { access_token_expire_time: announced, refresh_token_expire_time: announced };
    const { asked, clock, vault, wallClock, start } = machineFor(t, lives);
    await start().current();
    const kept = await vault.load();
    assert.ok(kept !== null);
    assert.ok(kept.endsAt.getTime() - wallClock().getTime() <= 30 * minute, `${announced}`);
    assert.ok(kept.refreshUntil.getTime() - wallClock().getTime() <= 24 * hour, `${announced}`);
    clock.advance(minute - 1);
    await start().current();
    assert.deepEqual(asked, ['sign in'], `${announced}`);
  }
});
