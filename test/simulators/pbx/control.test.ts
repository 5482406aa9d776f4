import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fault, FaultCycle } from '../../../simulators/pbx/index.ts';
import { oddAnswers, oddDownloads, oddDownloadUrls } from '../../../simulators/pbx/index.ts';
import { askForToken, bounded, call, errcode, listLegs, logIn, pbxFor, ping } from './client.ts';
import { control } from './control-client.ts';

test('a fault can be scripted by HTTP, once, several times or for good', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const fault = { kind: 'errcode', errcode: -2 };
  assert.deepEqual(await control(pbx, 'script', { endpoint: 'get_token', fault }), { status: 200, ok: true });
  assert.deepEqual([await errcode(askForToken(pbx)), await errcode(askForToken(pbx))], [-2, 0]);
  await control(pbx, 'script', { endpoint: '*', fault, times: 2 });
  assert.deepEqual([await errcode(ping(pbx)), await errcode(ping(pbx)), await errcode(ping(pbx))], [-2, -2, 10004]);
  await control(pbx, 'script', { endpoint: '*', fault, times: 'always' });
  const { script } = await control(pbx, 'state');
  assert.deepEqual(script, [{ target: '*', fault, timesLeft: 'always', played: 0 }]);
  await control(pbx, 'clear');
  assert.equal(await errcode(ping(pbx)), 10004);
});

test('every kind of fault can be scripted by HTTP', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const faults: (Fault | FaultCycle)[] = [
    { kind: 'none' },
    { kind: 'errcode', errcode: 40002, fields: { invalid_param_list: [] } },
    { kind: 'delay', milliseconds: 5, next: { kind: 'silence' } },
    { kind: 'hold', next: { kind: 'errcode', errcode: 10004 } },
    { kind: 'reset', at: 'mid-body' },
    { kind: 'drip', millisecondsPerByte: 50 },
    { kind: 'http-status', status: 502, headers: { 'retry-after': '1' } },
    { kind: 'huge-body', bytes: 1024 ** 3 },
    { kind: 'huge-body', bytes: 11 * 1024 ** 2, as: 'rows' },
    { kind: 'gzip' },
    { kind: 'gzip-bomb', mebibytes: 400 },
    { kind: 'huge-headers', bytes: 102_400 },
    { kind: 'many-encodings', count: 1_000 },
    { kind: 'redirect', status: 307, location: 'http://127.0.0.1:1/' },
    { kind: 'cycle', of: [{ kind: 'none' }, { kind: 'silence' }] },
    ...Object.values(oddAnswers),
    ...Object.values(oddDownloadUrls),
    ...Object.values(oddDownloads),
  ];
  for (const fault of faults) {
    const { ok, problem } = await control(pbx, 'script', { endpoint: 'cdr/aidownload', fault });
    assert.equal(ok, true, String(problem));
  }
  const { script } = await control(pbx, 'state');
  assert.deepEqual(
    (script as { fault: unknown }[]).map(({ fault }) => fault),
    faults,
  );
});

test('a fault that makes no sense is refused with a sentence and changes nothing', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const nonsense: [body: unknown, problem: RegExp][] = [
    [{}, /endpoint must be \* or one of get_token, /],
    [{ endpoint: 'no/such', fault: { kind: 'silence' } }, /endpoint must be/],
    [{ endpoint: '*' }, /^The fault must be an object whose kind is one of none, errcode, .*, cycle$/],
    [{ endpoint: '*', fault: { kind: 'toString' } }, /whose kind is one of/],
    [{ endpoint: '*', fault: { kind: 'delay' } }, /kind delay: "milliseconds" must be a whole number from 0 up/],
    [{ endpoint: '*', fault: { kind: 'silence', for: 5 } }, /kind silence has no field "for"/],
    [{ endpoint: '*', fault: { kind: 'reset', at: 'lunch' } }, /"at" must be one of before-headers, /],
    [{ endpoint: '*', fault: { kind: 'http-status', status: 99 } }, /"status" must be from 200 to 599/],
    [{ endpoint: '*', fault: { kind: 'raw', body: '', headers: { 'a b': 'c' } } }, /"headers" must be/],
    [{ endpoint: '*', fault: { kind: 'redirect', status: 302, location: 'a\nb' } }, /"location" must be/],
    [{ endpoint: '*', fault: { kind: 'hold', next: { kind: '?' } } }, /kind hold: "next" must be an object whose kind/],
    [{ endpoint: '*', fault: { kind: 'huge-body', bytes: 1, as: 'csv' } }, /"as" must be one of answer, rows/],
    [{ endpoint: '*', fault: { kind: 'download-url', url: 5 } }, /"url" must be a text/],
    [{ endpoint: '*', fault: { kind: 'cycle', of: [] } }, /must have a list "of" faults/],
    [{ endpoint: '*', fault: { kind: 'silence' }, times: 0 }, /"times" must be a whole number from 1 up, or "always"/],
  ];
  for (const [body, problem] of nonsense) {
    const answer = await control(pbx, 'script', body);
    assert.deepEqual([answer.status, answer.ok], [400, false], String(problem));
    assert.match(String(answer.problem), problem);
  }
  assert.equal(await errcode(ping(pbx)), 10004);
});

test('tokens can be ended, a block lifted and held answers let go by HTTP', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const { token } = await logIn(pbx);
  await control(pbx, 'expire');
  assert.equal(await errcode(ping(pbx, token)), 10004);
  for (let attempt = 1; attempt <= 5; attempt += 1) await askForToken(pbx, 'wrong');
  assert.equal((await control(pbx, 'state')).blocked, true);
  await control(pbx, 'unblock');
  pbx.script('get_token', { kind: 'hold' });
  const held = errcode(askForToken(pbx));
  await pbx.until(() => pbx.held === 1);
  await control(pbx, 'release');
  assert.equal(await held, 0);
});

test('recent calls can be made by HTTP; the answer names them and the state counts them', bounded, async (t) => {
  const pbx = await pbxFor(t, { calls: [] });
  const { ok, calls } = await control(pbx, 'recent-calls', { count: 12, seed: 4, days: 2, odd: false });
  assert.equal(ok, true);
  assert.deepEqual(calls, pbx.recentCalls);
  assert.equal((await control(pbx, 'state')).recentCalls, 12);
  const asked = (await listLegs(pbx)).map(({ leg_id: legId }) => legId);
  assert.deepEqual(
    asked,
    pbx.recentCalls.map(({ cdrId }) => cdrId),
  );
});

test('an extension can be changed by HTTP', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const change = { email: 'leo@helpdesk.example', id: 160 };
  assert.deepEqual(await control(pbx, 'extension', { number: '3202', change }), { status: 200, ok: true });
  const { token } = await logIn(pbx);
  const { data } = await call(pbx, 'extension/search', { token, query: { search_value: '3202' } });
  const [row] = data as Record<string, unknown>[];
  assert.deepEqual([row?.id, row?.number, row?.email_addr], [160, '3202', 'leo@helpdesk.example']);
});

test('orders that make no sense are refused with a sentence and change nothing', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const nonsense: [command: string, body: unknown, problem: RegExp][] = [
    ['recent-calls', {}, /^A wish for recent calls: "count" must be a whole number/],
    ['recent-calls', { count: -1 }, /"count" must be/],
    ['recent-calls', { count: 5, odd: 'no' }, /"odd" must be true or false/],
    ['recent-calls', { count: 5, hours: 3 }, /has no field "hours"/],
    ['extension', { change: {} }, /^A change of an extension: "number" must be a text/],
    ['extension', { number: '3202' }, /"change" must be an object/],
    ['extension', { number: '3202', change: { id: '60' } }, /"id" must be a whole number/],
    ['extension', { number: '3202', change: { mail: '' } }, /has no field "mail"/],
    ['extension', { number: '9999', change: {} }, /^Nobody has the extension number 9999$/],
  ];
  for (const [command, body, problem] of nonsense) {
    const answer = await control(pbx, command, body);
    assert.deepEqual([answer.status, answer.ok], [400, false], String(problem));
    assert.match(String(answer.problem), problem);
  }
  assert.deepEqual(pbx.recentCalls, []);
});

test('the state shows what the PBX has seen, without secrets, and a reset empties it', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const { token, refresh } = await logIn(pbx);
  await ping(pbx, token);
  await pbx.until(() => pbx.requests.every(({ isOver }) => isOver));
  const state = await control(pbx, 'state');
  assert.deepEqual([state.blocked, state.refusedLogins, state.liveTokens, state.held], [false, 0, 1, 0]);
  assert.deepEqual(state.requests, pbx.requests);
  assert.equal((state.sampleCalls as { cdrId: string }[])[0]?.cdrId, '20260513223234-3EE9E');
  for (const secret of [token, refresh, pbx.clientSecret]) assert.ok(!JSON.stringify(state).includes(secret));
  await control(pbx, 'reset');
  const after = await control(pbx, 'state');
  assert.deepEqual([after.liveTokens, after.requests], [0, []]);
});

test('an unknown control call answers with the calls there are, and is no request to the PBX', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const answer = await control(pbx, 'explode');
  assert.equal(answer.status, 404);
  assert.match(String(answer.problem), /POST \/_control\/script, .*GET \/_control\/state/);
  assert.equal(pbx.count('*'), 0);
});
