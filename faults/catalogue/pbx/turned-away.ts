import assert from 'node:assert/strict';
import type { Fault } from '../../fault.ts';
import { asksAndReads, readsSummary } from '../../person.ts';
import type { Scene } from '../../scene.ts';

/** Whoever looks after the app has mended the PBX, and says so; the app is not restarted. */
async function unlocks({ pbx, administers }: Scene): Promise<void> {
  pbx.unblock();
  pbx.clearScript();
  const { code, said } = await administers('src/unlock-command/main.ts');
  assert.equal(code, 0, said);
}

/** The PBX says no to the sign-in; five people asking again are no reason to knock again. */
const turnedAway = (id: string, says: string, errcode: number, words: RegExp): Fault => ({
  id,
  says,
  expected: 'said so; one attempt, however often somebody asks; after `npm run unlock` all is well without a restart',
  setting: {},
  async inject(scene) {
    const { pbx } = scene;
    pbx.script('get_token', { kind: 'errcode', errcode }, 50);
    const { reads } = await asksAndReads(scene, words);
    for (let again = 0; again < 5; again += 1) await asksAndReads(scene, words);
    assert.equal(pbx.count('*'), 1);
    await unlocks(scene);
    await readsSummary(scene);
    return { reads, also: 'asked 6 times, knocked once; unlocked, and well' };
  },
});

const restarts = 5;

const wrongSecret: Fault = {
  id: 'P14a',
  says: `the client secret is wrong, and the app is restarted ${restarts} times with a question each`,
  expected: 'two refused sign-ins at most, so that the PBX does not block the address',
  setting: { isEmpty: true },
  async inject(scene) {
    let reads = '';
    for (let start = 0; start < restarts; start += 1) {
      const app = await scene.start({ env: { YEASTAR_CLIENT_SECRET: 'not the one the PBX has' } });
      reads = (await asksAndReads(scene, /refused the app’s sign-in/)).reads;
      app.child.kill('SIGTERM');
      assert.deepEqual(await app.ended, [0, null]);
    }
    assert.ok(scene.pbx.refusedLogins <= 2 && !scene.pbx.blocked, `${scene.pbx.refusedLogins} refused`);
    await scene.start();
    return {
      reads,
      also: `${scene.pbx.refusedLogins} refused sign-ins; well with the right secret, without unlocking`,
    };
  },
};

const changedSecret: Fault = {
  id: 'P14b',
  says: 'somebody makes a new client secret on the PBX while the app runs',
  expected: 'the token in hand is used to its end; then two refused sign-ins at most',
  setting: {},
  async inject(scene) {
    const { pbx } = scene;
    await readsSummary(scene);
    const old = pbx.clientSecret;
    pbx.changeClientSecret('another');
    await readsSummary(scene);
    pbx.expireAccessTokens();
    pbx.expireRefreshTokens();
    const { reads } = await asksAndReads(scene, /refused the app’s sign-in/);
    for (let again = 0; again < 5; again += 1) await asksAndReads(scene, /refused the app’s sign-in/);
    const { refusedLogins } = pbx;
    assert.ok(refusedLogins <= 2, `${refusedLogins} refused`);
    pbx.changeClientSecret(old);
    await unlocks(scene);
    return { reads, also: `${refusedLogins} refused sign-ins` };
  },
};

const closed: Fault = {
  id: 'P15c',
  says: 'nothing listens where the PBX should be',
  expected: 'said so within 6 s, before its deadline',
  setting: {},
  async inject(scene) {
    await scene.start({ env: { YEASTAR_BASE_URL: 'http://127.0.0.1:9' } });
    const { reads, ms } = await asksAndReads(scene, /can’t be reached/);
    assert.ok(ms < 6_000, `after ${ms} ms`);
    await scene.start();
    return { reads, also: `after ${Math.round(ms)} ms` };
  },
};

const wayBack = { kind: 'http-status', status: 429, headers: { 'retry-after': '10' } } as const;

const tooMany: Fault = {
  id: 'P16a',
  says: 'the PBX answers 429 with Retry-After: 10',
  expected: 'said so; nobody’s question reaches it before that',
  setting: {},
  async inject(scene) {
    const { pbx } = scene;
    await readsSummary(scene);
    pbx.script('cdr/getaisummary', wayBack, 1);
    const { reads } = await asksAndReads(scene, /phone system is busy/);
    const before = pbx.count('*');
    for (let again = 0; again < 5; again += 1) await asksAndReads(scene, /phone system is busy/);
    assert.equal(pbx.count('*'), before);
    return { reads, also: 'asked 6 times, the PBX once' };
  },
};

const overloaded: Fault = {
  id: 'P16b',
  says: 'the PBX says that it is overloaded (70082), twice, then always',
  expected: 'two repeats with growing pauses; then words',
  async inject(scene) {
    const { pbx } = scene;
    pbx.script('cdr/getaisummary', { kind: 'errcode', errcode: 70082 }, 2);
    await readsSummary(scene);
    pbx.script('cdr/getaisummary', { kind: 'errcode', errcode: 70082 }, 10);
    const before = pbx.count('cdr/getaisummary');
    const { reads } = await asksAndReads(scene, /phone system is busy/);
    assert.equal(pbx.count('cdr/getaisummary') - before, 3);
    return { reads, also: 'asked 3 times' };
  },
};

/** The PBX does not want to hear from us. */
export const refusals: readonly Fault[] = [
  turnedAway('P13', 'all access tokens of the PBX are out (60002)', 60002, /sign-ins for apps are in use/),
  wrongSecret,
  changedSecret,
  turnedAway('P15a', 'the PBX has blocked the address (70004)', 70004, /blocked the app’s address/),
  turnedAway('P15b', 'the address is not on the PBX’s list (70087)', 70087, /does not accept requests/),
  closed,
  tooMany,
  overloaded,
];
