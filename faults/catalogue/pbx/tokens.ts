import assert from 'node:assert/strict';
import { asksForMany } from '../../crowd.ts';
import type { Fault } from '../../fault.ts';
import { asksAndReads, inWords, readsSummary } from '../../person.ts';
import type { Scene } from '../../scene.ts';

const question = 'cdr/getaisummary';
const expired = { kind: 'errcode', errcode: 10004 } as const;

/** How often the app signs in and refreshes from here on; one summary has been read before, so that it has a token. */
async function tallyOnceSignedIn(scene: Scene) {
  await readsSummary(scene);
  const { pbx } = scene;
  const count = () => [pbx.count('get_token'), pbx.count('refresh_token')] as const;
  const [signIns, refreshes] = count();
  return () => ({ signIns: count()[0] - signIns, refreshes: count()[1] - refreshes });
}

const revoked: Fault = {
  id: 'P10a',
  says: 'the PBX has ended the access token',
  expected: 'one refresh, the question once more, the summary',
  async inject(scene) {
    const since = await tallyOnceSignedIn(scene);
    scene.pbx.expireAccessTokens();
    const { reads } = await readsSummary(scene);
    assert.deepEqual(since(), { signIns: 0, refreshes: 1 });
    return { reads, also: '1 refresh, no sign-in' };
  },
};

const always: Fault = {
  id: 'P10b',
  says: 'the PBX calls every token expired',
  expected: 'one refresh, then words',
  async inject(scene) {
    const since = await tallyOnceSignedIn(scene);
    scene.pbx.script(question, expired, 10);
    const { reads } = await asksAndReads(scene, /keeps ending the app’s sign-in/);
    assert.ok(since().signIns + since().refreshes <= 2, JSON.stringify(since()));
    return { reads, also: `${since().refreshes} refreshes, ${since().signIns} sign-ins` };
  },
};

const everyOther: Fault = {
  id: 'P10c',
  says: 'the PBX calls the token expired every second time',
  expected: 'the summary each time, one refresh for each',
  async inject(scene) {
    const since = await tallyOnceSignedIn(scene);
    scene.pbx.script(question, { kind: 'cycle', of: [expired, { kind: 'none' }] }, 10);
    for (let asked = 0; asked < 5; asked += 1) await readsSummary(scene);
    assert.deepEqual(since(), { signIns: 0, refreshes: 5 });
    return { reads: 'the summary', also: '5 times, 5 refreshes' };
  },
};

const crowd = 20;

const allAtOnce: Fault = {
  id: 'P11',
  says: `the token ends under ${crowd} questions at once`,
  expected: 'one refresh for all of them',
  async inject(scene) {
    const { pbx } = scene;
    const since = await tallyOnceSignedIn(scene);
    pbx.script(question, { kind: 'hold' }, 4);
    const asked = asksForMany(scene, crowd);
    await pbx.until(() => pbx.held === 4, 10_000);
    pbx.expireAccessTokens();
    pbx.release();
    const { texts } = await asked;
    for (const text of texts) assert.match(text, /No AI summary is available|still waiting/);
    assert.deepEqual(since(), { signIns: 0, refreshes: 1 });
    return { reads: inWords(texts[0] ?? ''), also: '1 refresh' };
  },
};

const refreshGone: Fault = {
  id: 'P12a',
  says: 'access and refresh token have both ended',
  expected: 'one sign-in, the summary',
  async inject(scene) {
    const since = await tallyOnceSignedIn(scene);
    scene.pbx.expireAccessTokens();
    scene.pbx.expireRefreshTokens();
    const { reads } = await readsSummary(scene);
    assert.equal(since().signIns, 1);
    return { reads, also: `${since().refreshes} refreshes, 1 sign-in` };
  },
};

const refreshHtml: Fault = {
  id: 'P12b',
  says: 'the refresh is answered with a page of HTML',
  expected: 'one sign-in at most, no loop',
  async inject(scene) {
    const since = await tallyOnceSignedIn(scene);
    scene.pbx.expireAccessTokens();
    scene.pbx.script('refresh_token', { kind: 'http-status', status: 200 }, 5);
    const { reads } = await asksAndReads(scene, /^the summary$|not look as expected/);
    assert.ok(since().signIns <= 1 && since().refreshes <= 2, JSON.stringify(since()));
    return { reads, also: `${since().refreshes} refreshes, ${since().signIns} sign-ins` };
  },
};

/** Tokens end, one way or another. */
export const tokens: readonly Fault[] = [revoked, always, everyOther, allAtOnce, refreshGone, refreshHtml];
