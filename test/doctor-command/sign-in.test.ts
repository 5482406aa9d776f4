import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { type TestContext, test } from 'node:test';
import { parseConfig } from '../../src/config/config.ts';
import { accountOf } from '../../src/services/yeastar/account.ts';
import { createPbxClient } from '../../src/services/yeastar/client.ts';
import { envelopeSchema } from '../../src/services/yeastar/schema.ts';
import { storeOf } from '../store/support.ts';
import { bounded, linesAbout, openWorkshop, type Workshop } from './workshop.ts';

/** What the app keeps, as it is kept. */
function appStore(t: TestContext, { env, storeFile }: Workshop) {
  const { yeastar } = parseConfig(env, () => '');
  const store = storeOf(t, storeFile);
  const account = accountOf(yeastar);
  return { yeastar, tokens: store.tokensOf(account), signIns: store.signInsOf(account) };
}

/** The app has asked the PBX something, and goes on running. */
async function runningApp(t: TestContext, workshop: Workshop) {
  const { yeastar, ...store } = appStore(t, workshop);
  const client = createPbxClient(yeastar, { store });
  t.after(() => client.close());
  const ask = () => client.get({ path: '/openapi/v1.0/system/information', query: {}, schema: envelopeSchema });
  await ask();
  return { ask, ...store };
}

const signInOf = async ({ doctor }: Workshop) => linesAbout((await doctor()).out, 'PBX sign-in');

test('the token of the running app is used and left to it', bounded, async (t) => {
  const workshop = await openWorkshop(t);
  const app = await runningApp(t, workshop);
  assert.match(await signInOf(workshop), /^ok .*the stored token is good; the client ID and secret were not tried\.$/);
  await app.ask();
  const { pbx } = workshop;
  assert.deepEqual([pbx.count('get_token'), pbx.count('del_token'), pbx.liveTokens], [1, 0, 1]);
});

test('a stored token that is getting old is refreshed for the app as well', bounded, async (t) => {
  const workshop = await openWorkshop(t);
  const { tokens } = await runningApp(t, workshop);
  const stored = await tokens.load();
  assert.ok(stored);
  await tokens.save({ ...stored, renewAt: new Date(0), endsAt: new Date(0) });
  assert.match(await signInOf(workshop), /^ok /);
  assert.notEqual((await tokens.load())?.accessToken, stored.accessToken);
  assert.deepEqual([workshop.pbx.count('get_token'), workshop.pbx.count('refresh_token')], [1, 1]);
});

test('a token of its own is given back, and nothing stands against the account', bounded, async (t) => {
  const workshop = await openWorkshop(t);
  assert.match(await signInOf(workshop), /^ok .*the token is given back\.$/);
  assert.deepEqual([workshop.pbx.count('get_token'), workshop.pbx.liveTokens], [1, 0]);
  const { tokens, signIns } = appStore(t, workshop);
  assert.equal(await tokens.load(), null);
  assert.deepEqual(await signIns.history(), { refused: 0, unanswered: 0, rest: null });
});

test('a wrong secret is shown to the PBX twice in all, however often the doctor is called', bounded, async (t) => {
  const workshop = await openWorkshop(t);
  const { env, pbx } = workshop;
  env.YEASTAR_CLIENT_SECRET = 'an old secret';
  assert.match(await signInOf(workshop), /^failed .*refused the client ID and secret\.\n +Compare YEASTAR_CLIENT_ID/);
  assert.match(await signInOf(workshop), /^failed .*not tried, because of what it said minutes ago: the PBX refused/);
  const { signIns } = appStore(t, workshop);
  await (await signIns.begin(2))?.refused();
  for (let call = 0; call < 4; call += 1)
    assert.match(await signInOf(workshop), /^failed .*not tried: 2 sign-ins were refused.*\n.*npm run unlock\.$/);
  assert.equal(pbx.refusedLogins, 1);
  env.YEASTAR_CLIENT_SECRET = pbx.clientSecret;
  assert.match(await signInOf(workshop), /^ok /, 'the right secret begins with a clean sheet');
});

test('two refusals beside a good token are told', bounded, async (t) => {
  const workshop = await openWorkshop(t);
  const { signIns } = await runningApp(t, workshop);
  for (const _ of [1, 2]) await (await signIns.begin(2))?.refused();
  assert.match(await signInOf(workshop), /^warning .*not tried, as 2 sign-ins were refused\.\n.*npm run unlock\.$/);
});

for (const [errcode, expected] of [
  [70004, /^failed .*blocks the address of this machine.*\n.*Blocked IPs/],
  [60002, /^failed .*all its access tokens/],
  [10001, /^failed .*does not know this interface/],
] as const) {
  test(`a sign-in answered with ${errcode}`, bounded, async (t) => {
    const workshop = await openWorkshop(t);
    workshop.pbx.script('get_token', { kind: 'errcode', errcode });
    assert.match(await signInOf(workshop), expected);
    assert.equal(workshop.pbx.count('get_token'), 1);
  });
}

test('an address that the PBX does not allow', bounded, async (t) => {
  const workshop = await openWorkshop(t, { pbx: { isAddressAllowed: false } });
  assert.match(
    await signInOf(workshop),
    /^failed .*list of allowed IPs \(70087\)\.\n.*add it\. Then npm run unlock\.$/,
  );
  workshop.pbx.change({ isAddressAllowed: true });
  assert.match(await signInOf(workshop), /^failed .*not tried, because of what it said minutes ago/);
  assert.equal(workshop.pbx.count('get_token'), 1);
});

test('an API that is off, or no longer in the plan', bounded, async (t) => {
  const workshop = await openWorkshop(t, { pbx: { isApiAvailable: false } });
  assert.match(
    await signInOf(workshop),
    /^failed .*not set up for this \(70123\)\.\n.*is the API on, and in the plan\?$/,
  );
});

for (const [name, fault] of [
  ['gets lost', { kind: 'reset', at: 'before-headers' }],
  ['is an internal error', { kind: 'errcode', errcode: -2 }],
  ['is a page of a proxy', { kind: 'http-status', status: 502 }],
] as const) {
  test(`a sign-in whose answer ${name} is not repeated`, bounded, async (t) => {
    const workshop = await openWorkshop(t);
    workshop.pbx.script('get_token', fault, 5);
    assert.match(await signInOf(workshop), /^failed .*\(no usable answer to the sign-in\)/);
    assert.equal(workshop.pbx.count('get_token'), 1);
  });
}

test('a token that is called expired at once costs no second sign-in', bounded, async (t) => {
  const workshop = await openWorkshop(t);
  workshop.pbx.script('system/information', { kind: 'errcode', errcode: 10004 }, 9);
  workshop.pbx.script('refresh_token', { kind: 'errcode', errcode: -1 }, 9);
  assert.match(await signInOf(workshop), /^failed .*called it expired at once \(10004\)/);
  assert.equal(workshop.pbx.count('get_token'), 1);
});

test('without a store that lasts nothing is tried, and nothing is written anywhere', bounded, async (t) => {
  const workshop = await openWorkshop(t);
  workshop.env.CALLSUMMARY_STORE_FILE = ':memory:';
  const { out, exitCode } = await workshop.doctor();
  assert.match(linesAbout(out, 'Store'), /^warning /);
  assert.match(linesAbout(out, 'PBX sign-in'), /^skipped .*would not be remembered\.$/);
  assert.equal(workshop.pbx.count('*'), 0);
  assert.equal(exitCode, 0);
  assert.equal(existsSync(':memory:'), false);
});
