import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { type SlackSimulator, startSlack } from '../../../simulators/slack/index.ts';
import { call } from './calling.ts';
import { openModal, postBlock } from './opening.ts';
import { buttons, callMenu, field, modal, option, plain, section } from './small-blocks.ts';
import { answerJson, formOf, standInApp } from './stand-in-app.ts';

type Json = Record<string, unknown>;

async function order(origin: string, name: string, body: Json): Promise<{ status: number; body: Json }> {
  const response = await fetch(`${origin}/_control/${name}`, {
    method: 'POST',
    headers: { connection: 'close' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: JSON.parse(await response.text()) };
}

async function screen(slack: SlackSimulator, query: string): Promise<string> {
  const response = await fetch(`${slack.origin}/_control/screen?${query}`, { headers: { connection: 'close' } });
  return response.text();
}

test('a command can be typed over HTTP, by anybody, anywhere, and the screen read back', async () => {
  await using app = await standInApp((response) => answerJson(response, { text: 'a *summary*' }));
  await using slack = await startSlack({ appUrl: app.url });
  const { body } = await order(slack.origin, 'command', {
    text: '/callsummary 1 2',
    user: 'lead',
    channel: '#inc-482-login-loop',
  });
  assert.deepEqual([body.status, body.ackedWithin3s], [200, true]);
  assert.equal(formOf(app.received[0] ?? assert.fail()).user_id, slack.people.lead.id);
  const seen: Json = JSON.parse(await screen(slack, 'user=lead&channel=incident'));
  assert.equal((seen.messages as Json[]).at(-1)?.text, 'a *summary*');
  assert.equal(seen.view, null);
  assert.match(await screen(slack, 'user=lead&channel=incident&format=text'), /Only visible to you[\s\S]*│ a summary /);
  assert.doesNotMatch(await screen(slack, 'user=agent&channel=incident&format=text'), /a summary/);
});

test('shortcuts, modals, clicks, invitations and faults are there too', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  await order(slack.origin, 'shortcut', { callback_id: 'add', message: 'incidentRoot' });
  const { trigger_id } = JSON.parse(formOf(app.received[0] ?? assert.fail()).payload ?? '');
  await call(slack, 'views.open', { trigger_id, view: modal() });
  assert.match(await screen(slack, 'user=agent&format=text'), /Find a call[\s\S]*\[ Show \]/);
  assert.equal((await order(slack.origin, 'submit', { values: { leg: 'x' } })).body.status, 200);
  assert.equal(slack.viewOf(slack.people.agent), undefined);

  await order(slack.origin, 'invite', { channel: 'general' });
  const { general } = slack.channels;
  assert.equal(
    (await call(slack, 'chat.postMessage', { channel: general.id, text: 'x', blocks: [buttons('go')] })).ok,
    true,
  );
  assert.equal((await order(slack.origin, 'click', { action_id: 'go', channel: 'general' })).status, 422);
  assert.equal(
    (await order(slack.origin, 'click', { action_id: 'go', channel: 'general', message: 'last' })).body.status,
    200,
  );

  await order(slack.origin, 'script', { target: 'auth.test', fault: { error: 'fatal_error' } });
  assert.equal((await call(slack, 'auth.test')).error, 'fatal_error');
  await order(slack.origin, 'say', { text: 'hello', channel: 'general', user: 'mara.quinn' });
  assert.equal(slack.messagesIn(general).at(-1)?.user, slack.people.lead.id);
});

test('menus, boxes and buttons that ask first work from the terminal as well', async () => {
  const options = [option('Kristin', 'leg-1')];
  await using app = await standInApp((response, request) => {
    if (formOf(request).payload?.includes('block_suggestion')) answerJson(response, { options });
    else response.end();
  });
  await using slack = await startSlack({ appUrl: app.url });
  const where = { type: 'conversations_select', action_id: 'where' };
  const sure = { type: 'checkboxes', action_id: 'sure', options: [option('Yes', 'yes')] };
  await openModal(slack, modal({ blocks: [field(callMenu()), field(where), field(sure)] }));
  const { body } = await order(slack.origin, 'type_into', { action_id: 'call', text: 'kri' });
  assert.deepEqual(body, { options: [{ label: 'Kristin', value: 'leg-1' }], problems: [], asked: true });
  await order(slack.origin, 'choose', { action_id: 'call', value: 'leg-1' });
  await order(slack.origin, 'choose', { action_id: 'where', value: '#incident' });
  await order(slack.origin, 'tick', { action_id: 'sure', value: 'yes' });
  assert.match(await screen(slack, 'format=text'), /\[ Kristin ▾ \][\s\S]*\[ #inc-482-login-loop ▾ \][\s\S]*\[x\] Yes/);
  await order(slack.origin, 'untick', { action_id: 'sure', value: 'yes' });
  assert.match(await screen(slack, 'format=text'), /\[ \] Yes/);

  const confirm = { text: plain('Sure?') };
  await postBlock(slack, { type: 'actions', elements: [{ ...buttons('delete').elements[0], confirm }] });
  const declined = await order(slack.origin, 'decline', { action_id: 'delete', message: 'last' });
  assert.deepEqual(declined.body, confirm);
  assert.equal((await order(slack.origin, 'choose', { action_id: 'where' })).body.error, '“value” is needed.');
});

test('people, channels and user groups can be changed from the terminal', async () => {
  await using slack = await startSlack();
  const change = (kind: string, body: Json) => order(slack.origin, `change_${kind}`, body);
  await change('person', { user: 'lead', change: { isGuest: true, email: null } });
  await change('channel', { channel: 'incident', change: { isExtShared: true, memberCount: 48 } });
  await change('group', { group: '@shift-leads', change: { members: ['agent', 'U0LEAD00417'] } });
  const { user } = await call(slack, 'users.info', { user: slack.people.lead.id });
  assert.equal((user as Json).is_restricted, true);
  const args = { channel: slack.channels.incident.id, include_num_members: true };
  const { channel } = await call(slack, 'conversations.info', args);
  assert.deepEqual([(channel as Json).is_ext_shared, (channel as Json).num_members], [true, 48]);
  const { usergroups } = await call(slack, 'usergroups.list', { include_users: true });
  assert.deepEqual(
    (usergroups as Json[]).map(({ users }) => users),
    [[slack.people.agent.id, slack.people.lead.id]],
  );
  const members = [slack.botUser, 'agent'];
  const { body } = await change('channel', { channel: 'escalations', change: { members } });
  assert.deepEqual(body.members, [slack.botUser, slack.people.agent.id]);
});

test('a change that is none is refused with what is wrong about it', async () => {
  await using slack = await startSlack();
  const refusal = async (kind: string, body: Json) => (await order(slack.origin, `change_${kind}`, body)).body.error;
  assert.match(
    String(await refusal('person', { change: { isGuest: 'yes' } })),
    /boolean \[json-pointer:\/change\/isGuest\]/,
  );
  assert.match(String(await refusal('channel', { change: { shared: true } })), /invalid additional property: shared/);
  assert.match(String(await refusal('channel', {})), /must provide an object/);
  assert.match(String(await refusal('group', { change: {} })), /missing required field: members/);
  assert.match(String(await refusal('group', { group: 'cooks', change: { members: [] } })), /only shiftLeads/);
});

test('a global shortcut can be picked at the terminal while looking at a channel', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const picked = await order(slack.origin, 'shortcut', { callback_id: 'find', channel: 'incident' });
  assert.equal(picked.status, 200);
  const { trigger_id } = JSON.parse(formOf(app.received[0] ?? assert.fail()).payload ?? '');
  const menu = { type: 'conversations_select', action_id: 'where', default_to_current_conversation: true };
  await call(slack, 'views.open', { trigger_id, view: modal({ blocks: [field(menu)] }) });
  const standing = slack.viewOf(slack.people.agent)?.state.values['where block']?.where;
  assert.equal(standing?.selected_conversation, slack.channels.incident.id);
});

test('a global shortcut and a closed modal work from the terminal as well', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  await order(slack.origin, 'shortcut', { callback_id: 'find' });
  const { trigger_id, type } = JSON.parse(formOf(app.received[0] ?? assert.fail()).payload ?? '');
  assert.equal(type, 'shortcut');
  await call(slack, 'views.open', { trigger_id, view: modal({ submit: undefined, blocks: [section('x')] }) });
  assert.deepEqual((await order(slack.origin, 'close', {})).body, { ok: true });
  assert.equal(slack.viewOf(slack.people.agent), undefined);
});

test('what cannot be done is refused with the reason', async () => {
  await using slack = await startSlack({ appUrl: 'http://127.0.0.1:9/' });
  const refusal = async (name: string, body: Json) => (await order(slack.origin, name, body)).body.error;
  assert.match(String(await refusal('command', { text: 'hello' })), /not a slash command/);
  assert.match(String(await refusal('command', { text: '/x', user: 'nobody' })), /only agent, lead/);
  assert.match(String(await refusal('click', { message: '1.1', action_id: 'x' })), /No message “1\.1”/);
  assert.match(String(await refusal('submit', {})), /no modal open/);
  const unknown = await fetch(`${slack.origin}/_control/dance`, { method: 'POST', headers: { connection: 'close' } });
  assert.equal(unknown.status, 404);
});

test('run as a program it says what to put into .env, serves, and closes cleanly when told to', async () => {
  const main = new URL('../../../simulators/slack/main.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [main, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const lines: string[] = [];
    for await (const line of createInterface(child.stdout)) {
      lines.push(line);
      if (line.startsWith('Ctrl+C')) break;
    }
    const saidOf = (name: string) => lines.find((line) => line.startsWith(`${name}=`))?.split('=')[1];
    const api = saidOf('SLACK_API_URL') ?? assert.fail(lines.join('\n'));
    assert.ok(saidOf('SLACK_SIGNING_SECRET'));
    assert.equal(saidOf('CALLSUMMARY_ADMINS'), 'U0ADMIN0001');
    const response = await fetch(`${api}auth.test`, {
      headers: { authorization: `Bearer ${saidOf('SLACK_BOT_TOKEN')}`, connection: 'close' },
    });
    assert.match(await response.text(), /"ok":true/);
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    assert.deepEqual(await exited, [0, null]);
  } finally {
    child.kill('SIGKILL');
  }
});
