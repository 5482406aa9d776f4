import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { type SlackSimulator, startSlack } from '../../../simulators/slack/index.ts';
import { call } from './calling.ts';
import { buttons, modal, section } from './small-blocks.ts';
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
    assert.equal(saidOf('CALLSUMMARY_ADMINS'), 'U0AGENT3202');
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
