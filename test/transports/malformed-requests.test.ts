import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SlackSimulator } from '../../simulators/slack/index.ts';
import { hurriesTimers, unacknowledgedAfterMs } from '../slack/agent-at-work.ts';
import { openWorkplace } from '../support/workplace.ts';
import { ask } from './raw-http.ts';
import { commandBody, effects, signatureOf, stillWorks } from './slack-requests.ts';

const json = 'application/json';
const form = 'application/x-www-form-urlencoded';
const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
const agent = 'U0AGENT3202';
const person = { user: { id: agent }, team: { id: 'T0HELPDESK1' } };
// Brackets may stand in a form as they are; encoded, the deep one would be too large.
const inForm = (value: string) => encodeURIComponent(value).replaceAll('%5B', '[').replaceAll('%5D', ']');
const asPayload = (payload: unknown) => `payload=${encodeURIComponent(JSON.stringify(payload))}`;

type Request = Parameters<SlackSimulator['sends']>[0];

const notObjects: readonly [what: string, request: Request][] = [
  ...['null', '[]', '"x"', '1', 'true', '{', '', ' ', deep, '{"a":1}x', '\u0000'].flatMap(
    (body): [string, Request][] => [
      [`the JSON body ${body.slice(0, 10) || '(nothing)'}`, { body, contentType: json }],
      [`the form with payload=${body.slice(0, 10) || '(nothing)'}`, { body: `payload=${inForm(body)}` }],
    ],
  ),
];

test('signed bodies that are not the objects Slack sends get 400, and nothing happens', async () => {
  await using place = await openWorkplace();
  for (const [what, request] of notObjects) {
    const { status } = await place.slack.sends(request);
    assert.equal(status, 400, what);
  }
  assert.deepEqual(effects(place), [0, 0, 0]);
  await stillWorks(place);
});

test('bytes that are no UTF-8 do not fit their signature once they are read, and get 401', async () => {
  await using place = await openWorkplace();
  const bytes = Buffer.from([0x61, 0xff, 0xfe, 0x80, 0xc3, 0x28]);
  for (const body of [bytes, Buffer.concat([Buffer.from('{"a":"'), bytes, Buffer.from('"}')])])
    for (const contentType of [json, form]) {
      const { status } = await place.slack.sends({ body, contentType });
      assert.equal(status, 401);
    }
  await stillWorks(place);
});

const incomplete: readonly string[] = [
  '',
  'x',
  'null',
  'text=20260513223234-3EE9E+3202',
  'command=%2Fcallsummary',
  'command=%2Fcallsummary&team_id=T0HELPDESK1',
  'command=%2Fcallsummary&user_id=&team_id=T0HELPDESK1',
  'command=%2Fcallsummary&user_id=U1&user_id=U2&team_id=T0HELPDESK1',
  asPayload({}),
  asPayload({ a: 1 }),
  `payload=${inForm(`{"a":${deep}}`)}`,
  asPayload({ type: 'message_action' }),
  asPayload({ type: 'shortcut', callback_id: 'find_call_summary' }),
  asPayload({ ...person, type: 'view_submission' }),
  asPayload({ ...person, type: 'view_submission', view: null }),
  asPayload({ ...person, type: 'view_submission', view: {} }),
  asPayload({ ...person, type: 'view_submission', view: { callback_id: 'something_new', state: { values: {} } } }),
  asPayload({ ...person, type: 'block_actions', actions: [] }),
  asPayload({ ...person, type: 'block_actions', actions: null }),
  asPayload({ type: 'block_actions', actions: [{ action_id: 'next_page' }] }),
  asPayload({ ...person, type: 'block_suggestion' }),
  asPayload({ ...person, name: 1, channel: null }),
  asPayload({ ...person, type: 'something_new' }),
];

test('signed requests that name nobody, or nothing we could answer, come to nothing, and the process lives', async (t) => {
  hurriesTimers(t, unacknowledgedAfterMs);
  await using place = await openWorkplace();
  await Promise.all(incomplete.map((body) => place.slack.sends({ body })));
  for (const event of ['null', '1', '{}', '{"type":"app_mention"}'])
    await place.slack.sends({ body: `{"event":${event}}`, contentType: json });
  await stillWorks(place);
  assert.deepEqual(effects(place), [0, 0, 1], 'the help, and nothing else');
});

// URLSearchParams and node:querystring, which Bolt uses, do not agree on these.
const readDifferently = ['?payload={}&payload=null', 'ssl_check=1&ssl_check=1&payload=null', '?payload={}&payload=1'];

test('forms that two parsers read differently do not end the process', async () => {
  await using place = await openWorkplace();
  for (const body of readDifferently) assert.equal((await place.slack.sends({ body })).status, 400, body);
  await stillWorks(place);
});

const withoutSomething: readonly [field: string, asked: number][] = [
  ['text', 0],
  ['trigger_id', 1],
  ['response_url', 1],
  ['channel_id', 1],
  ['team_id', 1],
];

for (const [field, asked] of withoutSomething) {
  test(`a command without its ${field} is answered to the person all the same`, async () => {
    await using place = await openWorkplace();
    const { slack, pbx } = place;
    const { status } = await slack.sends({ body: commandBody(slack, { [field]: undefined }) });
    assert.equal(status, 200);
    await slack.until(() => slack.seenBy(agent, slack.channels.support)[0] ?? slack.messagesIn(agent)[0]);
    assert.equal(pbx.count('cdr/getaisummary'), asked);
  });
}

test('a command whose text came twice is answered to the person, and the process lives', async () => {
  await using place = await openWorkplace();
  const { slack } = place;
  await slack.sends({ body: `${commandBody(slack)}&text=another` });
  await slack.until(() => slack.seenBy(agent, slack.channels.support)[0]);
  await stillWorks(place);
});

const contentTypes: readonly [contentType: string, status: number][] = [
  [form, 200],
  [`${form};charset=UTF-8`, 200],
  [`${form}; charset=utf-8`, 200],
  [form.toUpperCase(), 200],
  [json, 400],
  [`${json}; charset=utf-8`, 400],
  ['multipart/form-data; boundary=x', 415],
  ['text/plain', 415],
  ['', 415],
  [';', 415],
];

test('a command is a form, however its content type is spelled; as JSON or anything else it is turned away', async () => {
  await using place = await openWorkplace();
  const { slack } = place;
  for (const [contentType, status] of contentTypes) {
    const delivery = await slack.sends({ body: commandBody(slack, { text: 'help' }), contentType });
    assert.equal(delivery.status, status, contentType);
  }
  await stillWorks(place);
});

test('a request without any content type is turned away', async () => {
  await using place = await openWorkplace();
  const body = commandBody(place.slack);
  const timestamp = Math.floor(Date.now() / 1_000);
  const headers = {
    'x-slack-request-timestamp': `${timestamp}`,
    'x-slack-signature': signatureOf(place.slack.signingSecret, timestamp, body),
  };
  const { status } = await ask(place.port, { path: '/slack/events', method: 'POST', headers, body });
  assert.equal(status, 415);
});

test('only POST is taken', async () => {
  await using place = await openWorkplace();
  const { slack } = place;
  for (const method of ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD']) {
    const delivery = await slack.sends({ body: commandBody(slack), method });
    assert.equal(delivery.status, 404, method);
  }
  for (const path of [
    '//',
    '/slack/events/',
    '/slack',
    '/slack/install',
    '/slack/oauth_redirect',
    '/Slack/Events',
    '//slack/events',
  ])
    assert.equal((await slack.sends({ body: commandBody(slack), path })).status, 404, path);
  assert.deepEqual(effects(place), [0, 0, 0]);
  await stillWorks(place);
});
