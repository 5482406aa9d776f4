import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startSlack } from '../../../simulators/slack/index.ts';
import { call, respond } from './calling.ts';
import { actionIn, postBlock } from './opening.ts';
import { buttons, plain, section } from './small-blocks.ts';
import { standInApp } from './stand-in-app.ts';

test('a click on a posted message carries the message, the button and a new response_url', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const { incident } = slack.channels;
  const thread_ts = slack.messages.incidentRoot.ts;
  await call(slack, 'chat.postMessage', {
    channel: incident.id,
    thread_ts,
    text: 'x',
    blocks: [buttons('share', 'dismiss')],
  });
  const message = slack.messagesIn(incident).at(-1) ?? assert.fail();
  const { payload } = await slack.clicks(slack.people.lead, message, 'share');
  const [action] = payload.actions as readonly Record<string, unknown>[];
  assert.deepEqual([action?.action_id, action?.value, action?.type], ['share', 'value of share', 'button']);
  assert.deepEqual(payload.container, {
    type: 'message',
    message_ts: message.ts,
    channel_id: incident.id,
    is_ephemeral: false,
    thread_ts,
  });
  assert.equal((payload.message as { ts: string }).ts, message.ts);
  assert.match(String(payload.response_url), /\/actions\//);
});

test('a click on an ephemeral message does not bring its content back', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const { agent, lead } = slack.people;
  const { support } = slack.channels;
  await call(slack, 'chat.postEphemeral', {
    channel: support.id,
    user: agent.id,
    text: 'x',
    blocks: [buttons('share')],
  });
  const message = slack.seenBy(agent, support).at(-1) ?? assert.fail();
  const { payload } = await slack.clicks(agent, message, 'share');
  assert.equal('message' in payload, false);
  assert.equal((payload.container as { is_ephemeral: boolean }).is_ephemeral, true);
  await assert.rejects(slack.clicks(lead, message, 'share'), /does not see/);
  await assert.rejects(slack.choosesMessageShortcut(agent, message, 'x'), /only one person sees/);
});

test('somebody from outside can click in a shared channel, and comes with the id of their own team', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const { shared } = slack.channels;
  await call(slack, 'chat.postMessage', { channel: shared.id, text: 'x', blocks: [buttons('full')] });
  const message = slack.messagesIn(shared).at(-1) ?? assert.fail();
  const { payload } = await slack.clicks(slack.people.outsider, message, 'full');
  assert.equal((payload.user as { team_id: string }).team_id, slack.people.outsider.teamId);
  assert.deepEqual(payload.team, { id: 'T0HELPDESK1', domain: 'helpdesk-sim' });
  assert.deepEqual(slack.seenBy(slack.people.outsider, slack.channels.support), []);
});

test('a button that asks for confirmation reaches the app only when the person says yes', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const { agent, deactivated } = slack.people;
  const confirm = { title: plain('Sure?'), text: plain('It is gone then.'), confirm: plain('Yes'), deny: plain('No') };
  const [button] = buttons('delete').elements;
  const message = await postBlock(slack, {
    type: 'actions',
    elements: [{ ...button, confirm }, ...buttons('open').elements],
  });
  assert.deepEqual(slack.declines(agent, message, 'delete'), confirm);
  assert.equal(app.received.length, 0);
  assert.throws(() => slack.declines(agent, message, 'open'), /“open” does not ask for confirmation/);
  assert.throws(() => slack.declines(deactivated, message, 'delete'), /deactivated/);
  assert.equal(actionIn(await slack.clicks(agent, message, 'delete')).value, 'value of delete');
  assert.equal(app.received.length, 1);
});

test('only buttons that are there can be clicked', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const { support } = slack.channels;
  const twice = [
    buttons('claim'),
    { ...buttons('claim'), elements: [{ ...buttons('claim').elements[0], value: '2' }] },
  ];
  await call(slack, 'chat.postMessage', { channel: support.id, text: 'x', blocks: twice });
  const message = slack.messagesIn(support)[0] ?? assert.fail();
  await assert.rejects(slack.clicks(slack.people.agent, message, 'share'), /No button “share” here.*claim “claim”/);
  await assert.rejects(slack.clicks(slack.people.agent, message, 'claim'), /Several buttons/);
  const { payload } = await slack.clicks(slack.people.agent, message, 'claim', { value: '2' });
  assert.equal((payload.actions as readonly { value: string }[])[0]?.value, '2');
});

test('the response_url of a click can replace and delete the message clicked on', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const { support } = slack.channels;
  const { agent } = slack.people;
  await call(slack, 'chat.postEphemeral', { channel: support.id, user: agent.id, text: 'x', blocks: [buttons('go')] });
  const seen = () => slack.seenBy(agent, support);
  const click = await slack.clicks(agent, seen()[0] ?? assert.fail(), 'go');
  const blocks = [section('done'), buttons('go')];
  await respond(String(click.payload.response_url), { replace_original: true, text: 'done', blocks });
  assert.deepEqual(
    seen().map(({ text, visibleTo }) => [text, visibleTo]),
    [['done', agent.id]],
  );
  const again = await slack.clicks(agent, seen()[0] ?? assert.fail(), 'go');
  await respond(String(again.payload.response_url), { delete_original: true });
  assert.deepEqual(seen(), []);
});
