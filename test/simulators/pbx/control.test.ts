import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fault, FaultCycle, PbxSimulator } from '../../../simulators/pbx/index.ts';
import { oddAnswers } from '../../../simulators/pbx/index.ts';
import { askForToken, bounded, errcode, logIn, pbxFor, ping, send } from './client.ts';

async function control(pbx: PbxSimulator, command: string, body?: unknown): Promise<Record<string, unknown>> {
  const headers = { 'content-type': 'application/json' };
  const method = command === 'state' ? 'GET' : 'POST';
  const reply = await send(
    `${pbx.url}/_control/${command}`,
    { method, headers },
    body === undefined ? '' : JSON.stringify(body),
  );
  return { status: reply.status, ...JSON.parse(reply.body.toString()) };
}

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
    { kind: 'gzip-bomb', mebibytes: 400 },
    { kind: 'huge-headers', bytes: 102_400 },
    { kind: 'many-encodings', count: 1_000 },
    { kind: 'redirect', status: 307, location: 'http://127.0.0.1:1/' },
    { kind: 'cycle', of: [{ kind: 'none' }, { kind: 'silence' }] },
    ...Object.values(oddAnswers),
  ];
  for (const fault of faults) {
    const { ok, problem } = await control(pbx, 'script', { endpoint: 'cdr/getaisummary', fault });
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

test('the state shows what the PBX has seen, without secrets, and a reset empties it', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const { token, refresh } = await logIn(pbx);
  await ping(pbx, token);
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
