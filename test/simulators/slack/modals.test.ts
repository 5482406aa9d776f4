import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startSlack } from '../../../simulators/slack/index.ts';
import { call, respond } from './calling.ts';
import { openModal } from './opening.ts';
import { buttons, legInput, modal, plain } from './small-blocks.ts';
import { answerJson, formOf, type Received, standInApp } from './stand-in-app.ts';

const idIn = (reply: { readonly [field: string]: unknown }) => (reply.view as { id: string }).id;

test('a trigger opens one modal, once, within three seconds', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const { agent } = slack.people;
  const { payload } = await slack.types(agent, slack.channels.support, '/callsummary');
  const open = (trigger_id: unknown) => call(slack, 'views.open', { trigger_id, view: modal() });
  assert.equal((await open('1.2.3')).error, 'invalid_trigger_id');
  assert.equal((await open(payload.trigger_id)).ok, true);
  assert.equal((await open(payload.trigger_id)).error, 'exchanged_trigger_id');
  const late = await slack.types(agent, slack.channels.support, '/callsummary');
  slack.passes(3_001);
  assert.equal((await open(late.payload.trigger_id)).error, 'expired_trigger_id');
  assert.equal(slack.viewOf(agent)?.title.text, 'Find a call');
  assert.equal(slack.viewOf(slack.people.lead), undefined);
});

test('a modal Slack would not show is refused with pointers, and its trigger stays good', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const { payload } = await slack.types(slack.people.agent, slack.channels.support, '/callsummary');
  const open = (view: object) => call(slack, 'views.open', { trigger_id: payload.trigger_id, view });
  const refused = await open(modal({ title: plain('x'.repeat(25)), submit: undefined }));
  assert.equal(refused.error, 'invalid_arguments');
  assert.deepEqual(refused.response_metadata, {
    messages: [
      '[ERROR] must be less than 25 characters [json-pointer:/view/title/text]',
      '[ERROR] must define `submit` to use an `input` block in modals [json-pointer:/view/blocks/0/input]',
    ],
  });
  const sections = Array.from({ length: 100 }, () => ({ type: 'section', text: plain('x'.repeat(2_900)) }));
  assert.equal((await open(modal({ blocks: sections }))).error, 'view_too_large');
  assert.equal((await open(modal())).ok, true);
});

test('an update replaces the modal, keeps what was typed, and refuses a stale hash', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const { agent } = slack.people;
  const opened = await openModal(slack);
  const before = slack.viewOf(agent);
  slack.fills(agent, { leg: '20260513223234-3EE9E' });
  const view = modal({ title: plain('Again'), blocks: [legInput({ initial_value: 'other' }), buttons('help')] });
  const stale = await call(slack, 'views.update', { view_id: idIn(opened), hash: '1.x', view });
  assert.equal(stale.error, 'hash_conflict');
  const updated = await call(slack, 'views.update', { view_id: idIn(opened), hash: before?.hash, view });
  assert.equal(updated.ok, true);
  const after = slack.viewOf(agent);
  assert.equal(after?.title.text, 'Again');
  assert.notEqual(after?.hash, before?.hash);
  assert.equal(after?.state.values.call?.leg?.value, '20260513223234-3EE9E');
});

test('a closed modal is not found any more', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const opened = await openModal(slack);
  assert.equal(await slack.closes(slack.people.agent), undefined);
  assert.equal((await call(slack, 'views.update', { view_id: idIn(opened), view: modal() })).error, 'not_found');
});

test('an external id is unique, and finds its modal', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  await openModal(slack, modal({ external_id: 'one' }));
  const { payload } = await slack.types(slack.people.lead, slack.channels.support, '/callsummary');
  const again = { trigger_id: payload.trigger_id, view: modal({ external_id: 'one' }) };
  assert.equal((await call(slack, 'views.open', again)).error, 'duplicate_external_id');
  assert.equal((await call(slack, 'views.update', { external_id: 'one', view: modal() })).ok, true);
});

test('modals stack three deep, pushed only from inside one', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const { agent } = slack.people;
  await openModal(slack, modal({ blocks: [buttons('more')] }));
  const push = async () => {
    const { payload } = await slack.clicks(agent, 'view', 'more');
    return call(slack, 'views.push', { trigger_id: payload.trigger_id, view: modal({ blocks: [buttons('more')] }) });
  };
  const bottom = slack.viewOf(agent);
  assert.equal((await push()).ok, true);
  assert.equal(slack.viewOf(agent)?.previous_view_id, bottom?.id);
  assert.equal((await push()).ok, true);
  assert.equal(slack.viewOf(agent)?.root_view_id, bottom?.id);
  assert.equal((await push()).error, 'push_limit_reached');
  const { payload } = await slack.types(agent, slack.channels.support, '/callsummary');
  const outside = await call(slack, 'views.push', { trigger_id: payload.trigger_id, view: modal() });
  assert.equal(outside.error, 'not_found');
});

test('a submission carries what was typed, the initial values of the rest, the hash and the metadata', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const { agent } = slack.people;
  const picker = {
    type: 'input',
    block_id: 'party',
    label: plain('Party'),
    element: {
      type: 'static_select',
      action_id: 'side',
      options: [
        { text: plain('Caller'), value: 'src' },
        { text: plain('Callee'), value: 'dst' },
      ],
    },
  };
  await openModal(slack, modal({ private_metadata: 'm1', blocks: [legInput({ initial_value: 'leg-1' }), picker] }));
  await slack.submits(agent, { party: 'dst' });
  const payload = JSON.parse(formOf(app.received.at(-1) ?? assert.fail()).payload ?? '');
  assert.equal(payload.type, 'view_submission');
  assert.equal(payload.view.private_metadata, 'm1');
  assert.match(payload.view.hash, /^\d+\.[0-9a-f]{8}$/);
  assert.deepEqual(payload.view.state.values, {
    call: { leg: { type: 'plain_text_input', value: 'leg-1' } },
    party: {
      side: { type: 'static_select', selected_option: { text: plain('Callee'), value: 'dst' } },
    },
  });
  assert.deepEqual(payload.user, { id: agent.id, username: 'leo.ball', name: 'leo.ball', team_id: 'T0HELPDESK1' });
  assert.equal(slack.viewOf(agent), undefined);
});

test('the form itself holds back what Slack would not submit', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const { agent, lead } = slack.people;
  await assert.rejects(slack.submits(lead), /no modal open/);
  await openModal(slack, modal({ blocks: [legInput({ max_length: 5 })] }));
  await assert.rejects(slack.submits(agent), /“call” is required/);
  await assert.rejects(slack.submits(agent, { leg: '123456' }), /too much text/);
  await assert.rejects(slack.submits(agent, { lag: '1' }), /No field is called “lag”\. Fields here: call\/leg/);
  await slack.submits(agent, { leg: '12345' });
});

test('a conversation chosen in a modal brings a response_url for it', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const chooser = {
    type: 'input',
    block_id: 'where',
    label: plain('Where'),
    element: {
      type: 'conversations_select',
      action_id: 'channel',
      default_to_current_conversation: true,
      response_url_enabled: true,
    },
  };
  await openModal(slack, modal({ blocks: [chooser] }));
  const { payload } = await slack.submits(slack.people.agent);
  const [url] = payload.response_urls as readonly { channel_id: string; response_url: string }[];
  assert.equal(url?.channel_id, slack.channels.support.id);
  await respond(url?.response_url ?? '', { text: 'here', response_type: 'in_channel' });
  assert.equal(slack.messagesIn(slack.channels.support).at(-1)?.text, 'here');
});

/** Starts an app that answers a submission like this, and opens a modal with two levels for the agent. */
async function submitAnsweredWith(answer: unknown) {
  const app = await standInApp((response, request: Received) => {
    const payload = formOf(request).payload;
    if (payload?.includes('view_submission')) return answerJson(response, answer);
    response.end();
  });
  const slack = await startSlack({ appUrl: app.url });
  await openModal(slack, modal({ title: plain('Bottom'), blocks: [buttons('more')] }));
  const { payload } = await slack.clicks(slack.people.agent, 'view', 'more');
  await call(slack, 'views.push', { trigger_id: payload.trigger_id, view: modal({ title: plain('Top') }) });
  await slack.submits(slack.people.agent, { leg: 'x' });
  await slack.stop();
  await app[Symbol.asyncDispose]();
  return slack.viewOf(slack.people.agent);
}

test('an empty answer closes the modal and shows the one below; clear closes all of them', async () => {
  assert.equal((await submitAnsweredWith({}))?.title.text, 'Bottom');
  assert.equal(await submitAnsweredWith({ response_action: 'clear' }), undefined);
});

test('an answer can update the modal, push another, or complain about a field', async () => {
  const updated = await submitAnsweredWith({ response_action: 'update', view: modal({ title: plain('New') }) });
  assert.equal(updated?.title.text, 'New');
  const pushed = await submitAnsweredWith({ response_action: 'push', view: modal({ title: plain('Third') }) });
  assert.equal(pushed?.title.text, 'Third');
  const errors = { call: 'No such call.' };
  const complained = await submitAnsweredWith({ response_action: 'errors', errors });
  assert.deepEqual([complained?.title.text, complained?.errors], ['Top', errors]);
});

test('an answer Slack cannot follow leaves the modal open with a notice', async () => {
  const trouble = 'We had some trouble connecting. Try again?';
  const broken = [
    { response_action: 'update', view: modal({ title: plain('') }) },
    { response_action: 'errors', errors: { nowhere: 'x' } },
    { response_action: 'dance' },
  ];
  for (const answer of broken) assert.equal((await submitAnsweredWith(answer))?.notice, trouble);
});

test('the app hears of a closed modal only when it asked to', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  await openModal(slack, modal({ notify_on_close: true }));
  const delivery = await slack.closes(slack.people.agent);
  assert.equal(delivery?.payload.type, 'view_closed');
  assert.equal(delivery?.payload.is_cleared, false);
});
