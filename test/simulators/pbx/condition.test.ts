import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askForToken, bounded, call, errcode, listLegs, logIn, pbxFor, ping } from './client.ts';
import { control } from './control-client.ts';

const summary = { query: { cdr_id: '20260513223234-3EE9E', dst_ext_id: 60 } };

test('another firmware and model are what system/information says', bounded, async (t) => {
  const pbx = await pbxFor(t, { firmwareVersion: '37.21.0.90', modelName: 'P570' });
  const { token } = await logIn(pbx);
  const data = async () => (await ping(pbx, token)).data as Record<string, unknown>;
  assert.deepEqual([(await data()).firmware_version, (await data()).model_name], ['37.21.0.90', 'P570']);
  pbx.change({ firmwareVersion: '37.23.0.124' });
  assert.equal((await data()).firmware_version, '37.23.0.124');
});

for (const missingV2 of [10001, 10003, -2] as const) {
  test(`a firmware without API v2.0 answers ${missingV2} to it, and to v1.0 as usual`, bounded, async (t) => {
    const pbx = await pbxFor(t, { missingV2 });
    const { token } = await logIn(pbx);
    assert.equal(await errcode(call(pbx, 'cdr/getaisummary', { token, ...summary })), missingV2);
    assert.equal(await errcode(call(pbx, 'cdr/aidownload', { token })), missingV2);
    assert.equal(await errcode(ping(pbx, token)), 0);
    pbx.change({ missingV2: null });
    assert.equal(await errcode(call(pbx, 'cdr/getaisummary', { token, ...summary })), 0);
  });
}

test('an interface without permission is denied, and no other', bounded, async (t) => {
  const pbx = await pbxFor(t, { deniedEndpoints: ['extension/list'] });
  const { token } = await logIn(pbx);
  assert.equal(await errcode(call(pbx, 'extension/list', { token })), 10005);
  assert.equal(await errcode(call(pbx, 'extension/list', { token: 'no such token' })), 10004);
  assert.equal(await errcode(ping(pbx, token)), 0);
});

test('an address that is not allowed, or an API that is off, hears so whatever it asks', bounded, async (t) => {
  const pbx = await pbxFor(t, { isAddressAllowed: false });
  assert.deepEqual([await errcode(askForToken(pbx, 'wrong')), await errcode(ping(pbx))], [70087, 70087]);
  assert.equal(pbx.refusedLogins, 0);
  pbx.change({ isAddressAllowed: true, isApiAvailable: false });
  assert.equal(await errcode(askForToken(pbx)), 70123);
  pbx.reset();
  assert.equal(await errcode(askForToken(pbx)), 70087, 'a reset brings back how it was started');
});

test('a clock that is ahead shows in everything the PBX dates, and ends no token', bounded, async (t) => {
  const hour = 3_600_000;
  const now = Date.UTC(2026, 4, 13, 12);
  const pbx = await pbxFor(t, { now: () => now });
  const { token } = await logIn(pbx);
  pbx.change({ clockAheadMs: hour });
  const { timestamp, system_time } = (await ping(pbx, token)).data as Record<string, unknown>;
  assert.deepEqual([timestamp, system_time], [(now + hour) / 1_000, '2026/05/13 21:00:00']);
  pbx.makeRecentCalls({ count: 3, days: 1 });
  assert.ok((await listLegs(pbx)).length > 3);
});

test('all of it can be changed from a terminal, and nonsense is refused with a sentence', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const change = { missingV2: 10003, deniedEndpoints: ['system/information'], clockAheadMs: -1_000 };
  assert.equal((await control(pbx, 'change', change)).ok, true);
  assert.deepEqual(
    { ...((await control(pbx, 'state')).condition as object), ...change },
    (await control(pbx, 'state')).condition,
  );
  for (const [nonsense, problem] of [
    [{ missingV2: 4 }, /"missingV2" must be one of 10001, 10003, -2/],
    [{ deniedEndpoints: ['no/such'] }, /"deniedEndpoints" must be one of get_token/],
    [{ deniedEndpoints: 'all' }, /must be a list/],
    [{ firmware: '1' }, /no field "firmware"/],
  ] as const)
    assert.match(String((await control(pbx, 'change', nonsense)).problem), problem);
});
