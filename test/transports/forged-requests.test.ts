import assert from 'node:assert/strict';
import { Agent, request } from 'node:http';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { documentedCommand } from '../slack/agent-at-work.ts';
import { openWorkplace, type Workplace } from '../support/workplace.ts';
import { commandBody, effects, signatureOf, stillWorks } from './slack-requests.ts';

/** The time stands still, so that "301 seconds ago" is exactly that. Gives it in seconds. */
function frozenTime(t: TestContext): number {
  const now = Math.floor(Date.now() / 1_000);
  t.mock.timers.enable({ apis: ['Date'], now: now * 1_000 });
  return now;
}

/** Sends a request that must be turned away, and makes sure that nothing came of it. */
async function isTurnedAway(place: Workplace, request: Parameters<Workplace['slack']['sends']>[0], status: number) {
  const before = effects(place);
  const delivery = await place.slack.sends(request);
  assert.deepEqual([delivery.status, delivery.body], [status, undefined]);
  assert.deepEqual(effects(place), before);
}

test('a command with the right signature is taken', async () => {
  await using place = await openWorkplace();
  const { slack } = place;
  assert.equal((await slack.sends({ body: commandBody(slack) })).status, 200);
  await slack.until(() => slack.seenBy(slack.people.agent, slack.channels.support)[0]);
});

test('a forged, empty or missing signature is turned away', async () => {
  await using place = await openWorkplace();
  const body = commandBody(place.slack);
  const timestamp = Math.floor(Date.now() / 1_000);
  const withAnotherSecret = signatureOf('another signing secret', timestamp, body);
  const right = signatureOf(place.slack.signingSecret, timestamp, body);
  const signatures = [
    withAnotherSecret,
    '',
    'v0',
    'v0=',
    '=',
    'x',
    `v1=${right.slice(3)}`,
    right.slice(3),
    right.toUpperCase(),
    right.slice(0, -1),
  ];
  for (const signature of signatures) await isTurnedAway(place, { body, timestamp, signature }, 401);
  await isTurnedAway(place, { body, signed: false }, 401);
  await isTurnedAway(place, { body, timestamp, signature: `${right}, ${right}` }, 401);
  await stillWorks(place);
});

test('a body that was changed on the way is turned away', async () => {
  await using place = await openWorkplace();
  const timestamp = Math.floor(Date.now() / 1_000);
  const signature = signatureOf(place.slack.signingSecret, timestamp, commandBody(place.slack));
  const body = commandBody(place.slack, { text: '20260513223234-3EE9E 3203' });
  await isTurnedAway(place, { body, timestamp, signature }, 401);
});

test('a timestamp is good for five minutes, into the past and into the future', async (t) => {
  await using place = await openWorkplace();
  const { slack } = place;
  const now = frozenTime(t);
  for (const seconds of [-300, -299, 299, 300]) {
    const { status } = await slack.sends({ body: commandBody(slack, { text: 'help' }), timestamp: now + seconds });
    assert.equal(status, 200, `${seconds} seconds`);
  }
  await slack.until(() => slack.callsTo('chat.postEphemeral').length >= 4 || undefined);
  await slack.until(() => slack.callsTo('chat.postEphemeral').every(({ outcome }) => outcome === 'ok') || undefined);
  const tenYears = 10 * 365 * 24 * 3_600;
  for (const seconds of [-tenYears, -301, 301, tenYears])
    await isTurnedAway(place, { body: commandBody(slack), timestamp: now + seconds }, 401);
});

test('a timestamp that is no time is turned away', async () => {
  await using place = await openWorkplace();
  for (const timestamp of ['', ' ', 'now', 'NaN', 'Infinity', '-1', '0', '1e99', '17786830001778683000', '1,2'])
    await isTurnedAway(place, { body: commandBody(place.slack), timestamp }, 401);
});

test('the very same request once more is acknowledged, and nothing happens a second time', async () => {
  await using place = await openWorkplace();
  const { slack, pbx } = place;
  const { agent } = slack.people;
  const delivery = await slack.types(agent, slack.channels.support, documentedCommand);
  await slack.until(() => slack.seenBy(agent, slack.channels.support)[0]);
  const before = effects(place);
  for (const headers of [{}, { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' }]) {
    const again = await slack.redelivers(delivery, { headers });
    assert.deepEqual([again.status, again.body], [200, undefined]);
  }
  await place.app.stop();
  assert.deepEqual([slack.calls.length, slack.responses.length], before.slice(1));
  assert.equal(pbx.count('cdr/getaisummary'), 1);
});

test('a request without a trigger, recorded and sent again, does nothing either', async () => {
  await using place = await openWorkplace();
  const { slack } = place;
  const { agent } = slack.people;
  const override = { trigger_id: undefined };
  const delivery = await slack.types(agent, slack.channels.support, '/callsummary help', { override });
  await slack.until(() => slack.seenBy(agent, slack.channels.support)[0]);
  await slack.redelivers(delivery);
  await place.app.stop();
  assert.equal(slack.responses.length, 1);
});

test('a replay of a turned-away request is turned away as well: only what passed is remembered', async () => {
  await using place = await openWorkplace();
  const body = commandBody(place.slack);
  for (let count = 0; count < 2; count += 1)
    await isTurnedAway(place, { body, signature: 'v0=0000', timestamp: Math.floor(Date.now() / 1_000) }, 401);
});

test('ssl_check=1 is answered without a signature, and what is smuggled along has no effect', async () => {
  await using place = await openWorkplace();
  const { slack } = place;
  await isTurnedAway(place, { body: 'ssl_check=1', signed: false }, 200);
  await isTurnedAway(place, { body: 'ssl_check=1&token=x', signed: false }, 200);
  const payload = JSON.stringify({
    type: 'shortcut',
    callback_id: 'find_call_summary',
    user: { id: slack.people.agent.id },
    team: { id: 'T1' },
    trigger_id: 'x',
  });
  for (const smuggled of [commandBody(slack), `payload=${encodeURIComponent(payload)}`, 'payload=null', 'payload=%7B'])
    await isTurnedAway(place, { body: `ssl_check=1&${smuggled}`, signed: false }, 200);
  await stillWorks(place);
});

test('what only resembles an ssl_check needs a signature like everything else', async () => {
  await using place = await openWorkplace();
  const command = commandBody(place.slack);
  for (const check of [
    'ssl_check=0',
    'ssl_check=',
    'ssl_check',
    'ssl_check=1&ssl_check=0',
    'ssl_check=1&ssl_check=1',
    'SSL_CHECK=1',
    '?ssl_check=1',
    'ssl_check=01',
  ])
    await isTurnedAway(place, { body: `${check}&${command}`, signed: false }, 401);
  await isTurnedAway(place, { body: `ssl_check=1&${command}`, contentType: 'text/plain', signed: false }, 401);
  await isTurnedAway(place, { body: '{"ssl_check":"1"}', contentType: 'application/json', signed: false }, 401);
});

test("Slack's question for the address is answered with its challenge, if it is signed", async () => {
  await using place = await openWorkplace();
  const question = { body: '{"type":"url_verification","challenge":"3eZbrw1a"}', contentType: 'application/json' };
  const { status, body } = await place.slack.sends(question);
  assert.deepEqual([status, body], [200, { challenge: '3eZbrw1a' }]);
  await isTurnedAway(place, { ...question, signed: false }, 401);
});

/** The three things a signature ties together. */
interface Signed {
  readonly body: string;
  readonly timestamp: string;
  readonly signature: string;
}

const characters = fc.constantFrom(...'0123456789abcdefABCDEF%&=+-._~ xyz'.split(''));
const place = fc.nat({ max: 1_000 });

/** Ways in which one text becomes another one of nearly the same looks. */
const edit = fc.oneof(
  fc.record({ at: place, put: characters }).map(({ at, put }) => (text: string) => {
    const index = at % text.length;
    return text.slice(0, index) + put + text.slice(index + 1);
  }),
  place.map((at) => (text: string) => text.slice(0, at % text.length) + text.slice((at % text.length) + 1)),
  place.map((at) => (text: string) => text.slice(0, at % text.length)),
  fc.record({ at: place, put: characters }).map(({ at, put }) => (text: string) => {
    const index = at % text.length;
    return text.slice(0, index) + put + text.slice(index);
  }),
);
const mutation = fc.record({
  part: fc.constantFrom('body', 'timestamp', 'signature'),
  edits: fc.array(edit, { minLength: 1, maxLength: 3 }),
});

/** The same instant written otherwise is no forgery. */
const isAnother = (original: Signed, changed: Signed) =>
  changed.body !== original.body ||
  changed.signature !== original.signature ||
  Number(changed.timestamp) !== Number(original.timestamp);

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** Sends a request over a kept connection, and gives its status; a body with bytes that no header may hold stays as it is. */
function statusOf(port: number, { body, timestamp, signature }: Signed): Promise<number> {
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': signature,
  };
  return new Promise((resolve, reject) => {
    const sending = request({ host: '127.0.0.1', port, path: '/slack/events', method: 'POST', headers, agent });
    sending.on('error', reject);
    sending.on('response', (response) => response.resume().on('end', () => resolve(response.statusCode ?? 0)));
    sending.end(body);
  });
}

test('of 2,000 signed requests changed in their body, time or signature, none is accepted', async (t) => {
  await using opened = await openWorkplace();
  t.after(() => agent.destroy());
  const { slack, port } = opened;
  const body = commandBody(slack);
  const timestamp = `${Math.floor(Date.now() / 1_000)}`;
  const original = { body, timestamp, signature: signatureOf(slack.signingSecret, timestamp, body) };
  await fc.assert(
    fc.asyncProperty(mutation, async ({ part, edits }) => {
      const changed = { ...original, [part]: edits.reduce((text, change) => change(text) || 'x', original[part]) };
      fc.pre(isAnother(original, changed));
      assert.equal(await statusOf(port, changed), 401);
    }),
    { numRuns: 2_000, seed: 20_260_513, endOnFailure: true },
  );
  assert.deepEqual(effects(opened), [0, 0, 0]);
  assert.equal(await statusOf(port, original), 200, 'the original is still good');
  await stillWorks(opened);
});

test('a recorded request whose signature is written a little differently is not taken again', async () => {
  await using place = await openWorkplace();
  const { slack, pbx } = place;
  const body = commandBody(slack, { trigger_id: undefined });
  const timestamp = Math.floor(Date.now() / 1_000);
  const right = signatureOf(slack.signingSecret, timestamp, body);
  assert.equal((await slack.sends({ body, timestamp, signature: right })).status, 200);
  await slack.until(() => slack.seenBy(slack.people.agent, slack.channels.support)[0]);
  for (const signature of [`${right}=`, `${right}=1`, `${right}==`, `${right}=x=y`])
    assert.notEqual((await slack.sends({ body, timestamp, signature })).status, undefined);
  await stillWorks(place);
  assert.equal(pbx.count('cdr/getaisummary'), 1);
});
