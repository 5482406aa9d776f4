import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { startSlack } from '../../../simulators/slack/index.ts';
import { answerJson, formOf, hastyApp, standInApp } from './stand-in-app.ts';

test('a slash command arrives as a signed form, with a fresh trigger and a response_url of this Slack', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const delivery = await slack.types(
    slack.people.agent,
    slack.channels.support,
    '/callsummary 20260513223234-3EE9E 3202',
  );
  const [request] = app.received;
  assert.ok(request);
  assert.equal(request.headers['content-type'], 'application/x-www-form-urlencoded');
  const timestamp = request.headers['x-slack-request-timestamp'];
  const digest = createHmac('sha256', slack.signingSecret).update(`v0:${timestamp}:${request.body}`).digest('hex');
  assert.equal(request.headers['x-slack-signature'], `v0=${digest}`);
  const form = formOf(request);
  assert.equal(form.command, '/callsummary');
  assert.equal(form.text, '20260513223234-3EE9E 3202');
  assert.equal(form.user_id, slack.people.agent.id);
  assert.equal(form.channel_name, 'support');
  assert.ok(form.response_url?.startsWith(`${slack.origin}/commands/`));
  assert.match(form.trigger_id ?? '', /^\d+\.\d+\.[0-9a-f]{32}$/);
  assert.deepEqual([delivery.status, delivery.body, delivery.ackedWithin3s], [200, undefined, true]);
});

test('two commands never share a trigger or a response_url', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const first = await slack.types(slack.people.agent, slack.channels.support, '/callsummary');
  const second = await slack.types(slack.people.agent, slack.channels.support, '/callsummary');
  assert.notEqual(first.payload.trigger_id, second.payload.trigger_id);
  assert.notEqual(first.payload.response_url, second.payload.response_url);
});

test('a command does not say the names of private conversations', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  await slack.types(slack.people.agent, slack.channels.leads, '/callsummary');
  await slack.types(slack.people.agent, slack.channels.direct, '/callsummary');
  assert.deepEqual(
    app.received.map((request) => formOf(request).channel_name),
    ['privategroup', 'directmessage'],
  );
});

test('what a command is answered with is shown to its sender only, unless it says in_channel', async () => {
  await using app = await standInApp((response, request) => {
    const toAll = formOf(request).text === 'all';
    answerJson(response, { text: toAll ? 'for all' : 'for you', ...(toAll && { response_type: 'in_channel' }) });
  });
  await using slack = await startSlack({ appUrl: app.url });
  const { agent, lead } = slack.people;
  await slack.types(agent, slack.channels.support, '/callsummary one');
  await slack.types(agent, slack.channels.support, '/callsummary all');
  assert.deepEqual(
    slack.seenBy(agent, slack.channels.support).map(({ text }) => text),
    ['for you', 'for all'],
  );
  assert.deepEqual(
    slack.seenBy(lead, slack.channels.support).map(({ text }) => text),
    ['for all'],
  );
});

test('a message shortcut carries the whole message, its thread included', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  await slack.choosesMessageShortcut(slack.people.agent, slack.messages.incidentReply, 'add_call_summary');
  const payload = JSON.parse(formOf(app.received[0] ?? assert.fail()).payload ?? '');
  assert.equal(payload.type, 'message_action');
  assert.equal(payload.callback_id, 'add_call_summary');
  assert.equal(payload.message.thread_ts, slack.messages.incidentRoot.ts);
  assert.match(payload.message.text, /20260513223234-3EE9E/);
  assert.deepEqual(payload.channel, { id: slack.channels.incident.id, name: 'inc-482-login-loop' });
  assert.deepEqual(payload.team, { id: 'T0HELPDESK1', domain: 'helpdesk-sim' });
});

test('a global shortcut has no channel, no message and no response_url', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const { payload } = await slack.choosesGlobalShortcut(slack.people.lead, 'find_call_summary');
  assert.deepEqual(
    ['channel', 'message', 'response_url'].filter((field) => field in payload),
    [],
  );
  assert.equal(payload.type, 'shortcut');
});

test('a payload can be forged field by field: changed, added to, taken out', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const override = { response_url: 'http://127.0.0.1:9/elsewhere', trigger_id: undefined };
  await slack.types(slack.people.agent, slack.channels.support, '/callsummary', { override });
  const form = formOf(app.received[0] ?? assert.fail());
  assert.equal(form.response_url, 'http://127.0.0.1:9/elsewhere');
  assert.equal('trigger_id' in form, false);
  const shortcut = await slack.choosesGlobalShortcut(slack.people.agent, 'x', {
    override: { user: { team_id: 'T9' } },
  });
  assert.deepEqual(shortcut.payload.user, { ...slackUser(slack.people.agent), team_id: 'T9' });
});

function slackUser({ id, name, teamId }: { id: string; name: string; teamId: string }) {
  return { id, username: name, name, team_id: teamId };
}

test('a request can be sent again, byte for byte, with the headers of a retry', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const delivery = await slack.types(slack.people.agent, slack.channels.support, '/callsummary');
  const again = await slack.redelivers(delivery, { headers: { 'x-slack-retry-num': '1' } });
  const [first, second] = app.received;
  assert.deepEqual(second?.body, first?.body);
  assert.equal(second?.headers['x-slack-signature'], first?.headers['x-slack-signature']);
  assert.equal(second?.headers['x-slack-retry-num'], '1');
  assert.equal(again.status, 200);
});

test('an app that says nothing in time leaves the person with operation_timeout', async () => {
  await using app = await standInApp(() => undefined);
  await using slack = await startSlack({ appUrl: app.url, ackWindowMs: 40 });
  const delivery = await slack.types(slack.people.agent, slack.channels.support, '/callsummary');
  assert.deepEqual([delivery.status, delivery.error, delivery.ackedWithin3s], [0, 'operation_timeout', false]);
  const [notice] = slack.seenBy(slack.people.agent, slack.channels.support);
  assert.equal(notice?.text, '/callsummary failed with the error "operation_timeout"');
  assert.equal(notice?.visibleTo, slack.people.agent.id);
});

test('an app that is not there, or answers 500, leaves the person with dispatch_failed', async () => {
  await using app = await standInApp((response) => void response.writeHead(500).end('oops'));
  await using slack = await startSlack({ appUrl: 'http://127.0.0.1:9/slack/events' });
  const gone = await slack.types(slack.people.agent, slack.channels.support, '/callsummary');
  slack.appUrl = app.url;
  const broken = await slack.types(slack.people.agent, slack.channels.support, '/callsummary');
  assert.deepEqual([gone.status, gone.error], [0, 'dispatch_failed']);
  assert.deepEqual([broken.status, broken.error, broken.body], [500, 'dispatch_failed', 'oops']);
});

test('requests can be stale, wrongly signed, unsigned, of another type, or hardly requests at all', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  await slack.sends({ body: 'null', contentType: 'application/json', timestamp: 1 });
  await slack.sends({ body: 'a=1', signature: 'v0=00' });
  await slack.sends({ body: Buffer.from([0xff, 0xfe]), signed: false });
  await slack.sends({ body: '', method: 'GET', path: '//' });
  const [stale, forged, unsigned, odd] = app.received;
  assert.equal(stale?.headers['content-type'], 'application/json');
  assert.equal(stale?.headers['x-slack-request-timestamp'], '1');
  assert.equal(forged?.headers['x-slack-signature'], 'v0=00');
  assert.equal(unsigned?.headers['x-slack-signature'], undefined);
  assert.deepEqual([...(unsigned?.body ?? [])], [0xff, 0xfe]);
  assert.deepEqual([odd?.method, odd?.path], ['GET', '//']);
});

test('an app that refuses a body before it has read it is heard all the same', async () => {
  await using app = await hastyApp();
  await using slack = await startSlack({ appUrl: app.url });
  const delivery = await slack.sends({ body: 'x'.repeat(2_000_000) });
  assert.equal(delivery.status, 413);
});

test('people can only do what Slack offers them', async () => {
  await using slack = await startSlack({ appUrl: 'http://127.0.0.1:9/' });
  const { agent, guest, outsider, deactivated } = slack.people;
  const { support, shared, archived, leads, general } = slack.channels;
  await assert.rejects(slack.types(outsider, shared, '/callsummary'), /members only/);
  await assert.rejects(slack.types(deactivated, support, '/callsummary'), /deactivated/);
  await assert.rejects(slack.types(agent, archived, '/callsummary'), /archived/);
  await assert.rejects(slack.types(guest, leads, '/callsummary'), /not in #team-leads/);
  await assert.rejects(slack.types(agent, support, 'hello'), /not a slash command/);
  const aside = slack.says(agent, leads, 'between us');
  await assert.rejects(slack.choosesMessageShortcut(guest, aside, 'x'), /cannot read/);
  await assert.rejects(slack.types('U0NOBODY', general, '/callsummary'), /Nobody here/);
});

test('guests of the workspace can run commands and shortcuts, people from elsewhere cannot', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const { guest, outsider } = slack.people;
  const { support, shared } = slack.channels;
  const { payload } = await slack.types(guest, support, '/callsummary');
  assert.deepEqual([payload.user_id, payload.team_id], [guest.id, 'T0HELPDESK1']);
  await slack.choosesGlobalShortcut(guest, 'find');
  const message = slack.says(slack.people.agent, shared, 'hello');
  await assert.rejects(slack.types(outsider, shared, '/callsummary'), /members only/);
  await assert.rejects(slack.choosesMessageShortcut(outsider, message, 'x'), /members only/);
  await assert.rejects(slack.choosesGlobalShortcut(outsider, 'find'), /members only/);
  assert.equal(app.received.length, 2);
});

test('without an app to deliver to, the simulator says what to set', async () => {
  await using slack = await startSlack();
  await assert.rejects(slack.types(slack.people.agent, slack.channels.support, '/callsummary'), /slack\.appUrl/);
});
