import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type SlackSimulator, startSlack } from '../../../simulators/slack/index.ts';
import { call, post } from './calling.ts';
import { standInApp } from './stand-in-app.ts';

const minuteMs = 60_000;

async function aheadMs(slack: SlackSimulator): Promise<number> {
  const { headers } = await post(slack, 'auth.test');
  return Date.parse(headers.get('date') ?? '') - Date.now();
}

const isAbout = (value: number, wanted: number) => assert.ok(Math.abs(value - wanted) < 10_000, `${value}`);

test('Slack’s clock can be set from the beginning, and changed', async () => {
  await using slack = await startSlack({ clockAheadMs: -10 * minuteMs });
  isAbout(await aheadMs(slack), -10 * minuteMs);
  slack.change.slack({ clockAheadMs: 0 });
  isAbout(await aheadMs(slack), 0);
});

test('Slack’s signatures bear the time of its clock', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url, clockAheadMs: 10 * minuteMs });
  await slack.types(slack.people.agent, slack.channels.support, '/callsummary help');
  const sentAt = Number(app.received[0]?.headers['x-slack-request-timestamp']) * 1_000;
  isAbout(sentAt - Date.now(), 10 * minuteMs);
});

test('what a token may do stands beside the answers to it, and to no other', async () => {
  await using slack = await startSlack({ scopes: ['commands', 'users:read'] });
  const scopes = async (method: string, token: string) =>
    (await post(slack, method, {}, token)).headers.get('x-oauth-scopes');
  assert.equal(await scopes('auth.test', slack.botToken), 'commands,users:read');
  assert.equal(await scopes('apps.connections.open', slack.appToken), 'connections:write');
  assert.equal(await scopes('auth.test', 'xoxb-another'), null);
  slack.change.slack({ scopes: ['commands'] });
  assert.equal(await scopes('auth.test', slack.botToken), 'commands');
});

test('an app-level token without connections:write opens no connection', async () => {
  await using slack = await startSlack({ appScopes: ['authorizations:read'] });
  const open = () => call(slack, 'apps.connections.open', {}, slack.appToken);
  const reply = await open();
  assert.deepEqual(
    [reply.error, reply.needed, reply.provided],
    ['missing_scope', 'connections:write', 'authorizations:read'],
  );
  slack.change.slack({ appScopes: ['connections:write'] });
  assert.equal((await open()).ok, true);
});

test('Slack itself can be changed from a terminal, and nonsense is refused', async () => {
  await using slack = await startSlack();
  const order = async (change: object) => {
    const response = await fetch(`${slack.origin}/_control/change_slack`, {
      method: 'POST',
      headers: { connection: 'close' },
      body: JSON.stringify({ change }),
    });
    return `${response.status} ${await response.text()}`;
  };
  assert.match(await order({ scopes: ['commands'], clockAheadMs: -5 * minuteMs }), /^200 /);
  isAbout(await aheadMs(slack), -5 * minuteMs);
  assert.equal((await call(slack, 'users.info')).error, 'missing_scope');
  assert.match(await order({ clockAheadMs: 'late' }), /^422 .*integer/);
  assert.match(await order({ signingSecret: 'x' }), /^422 .*additional property/);
});

test('the signing secret has the shape of one of Slack’s', async () => {
  await using slack = await startSlack();
  assert.match(slack.signingSecret, /^[0-9a-f]{32}$/);
});
