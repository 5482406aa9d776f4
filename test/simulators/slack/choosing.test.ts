import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Delivery, type SlackSimulator, startSlack } from '../../../simulators/slack/index.ts';
import { call, respond } from './calling.ts';
import { actionIn, openModal, postBlock } from './opening.ts';
import { buttons, field, modal, option, plain, section } from './small-blocks.ts';
import { standInApp } from './stand-in-app.ts';

const sides = [option('Caller', 'src'), option('Callee', 'dst')];
const side = { type: 'radio_buttons', action_id: 'side', options: sides };
const sure = {
  type: 'checkboxes',
  action_id: 'sure',
  options: [option('I have read it', 'read'), option('All of it', 'all')],
};
const where = { type: 'conversations_select', action_id: 'where' };
const told = { dispatch_action: true };

const standsIn = (slack: SlackSimulator, name: string) =>
  slack.viewOf(slack.people.agent)?.state.values[`${name} block`]?.[name];

test('a choice changes what stands in the form; the app is told only where the block says so', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const { agent } = slack.people;
  await openModal(slack, modal({ blocks: [field(side), field({ ...side, action_id: 'party' }, told)] }));
  const before = app.received.length;
  assert.equal(await slack.chooses(agent, 'view', 'side', 'dst'), undefined);
  assert.equal(app.received.length, before);
  assert.deepEqual(standsIn(slack, 'side'), { type: 'radio_buttons', selected_option: sides[1] });
  const delivery = await slack.chooses(agent, 'view', 'party block', 'Caller');
  const { action_ts: _, ...action } = actionIn(delivery);
  assert.deepEqual(action, {
    type: 'radio_buttons',
    action_id: 'party',
    block_id: 'party block',
    selected_option: sides[0],
  });
});

test('what the app hears from a modal carries all its values, a trigger, and no channel', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const { agent } = slack.people;
  await openModal(slack, modal({ blocks: [field(sure), field(where, told)] }));
  await slack.ticks(agent, 'view', 'sure', 'read');
  const delivery = await slack.chooses(agent, 'view', 'where', slack.channels.incident);
  const payload = delivery?.payload ?? assert.fail();
  const { id, state } = payload.view as { id: string; state: { values: unknown } };
  assert.deepEqual(payload.container, { type: 'view', view_id: id });
  assert.deepEqual(state.values, {
    'sure block': { sure: { type: 'checkboxes', selected_options: [sure.options[0]] } },
    'where block': { where: { type: 'conversations_select', selected_conversation: slack.channels.incident.id } },
  });
  assert.equal(actionIn(delivery).selected_conversation, slack.channels.incident.id);
  for (const absent of ['channel', 'message', 'response_url']) assert.equal(absent in payload, false);
  const { trigger_id } = payload;
  assert.equal((await call(slack, 'views.push', { trigger_id, view: modal() })).ok, true);
});

test('boxes are ticked and unticked one by one', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const { agent } = slack.people;
  await openModal(slack, modal({ blocks: [field({ ...sure, initial_options: [sure.options[1]] }, told)] }));
  const ticked = () => standsIn(slack, 'sure')?.selected_options;
  assert.deepEqual(ticked(), [sure.options[1]]);
  const delivery = await slack.ticks(agent, 'view', 'sure', 'I have read it');
  assert.deepEqual(actionIn(delivery).selected_options, [sure.options[1], sure.options[0]]);
  await assert.rejects(slack.ticks(agent, 'view', 'sure', 'read'), /“read” is ticked already/);
  await slack.unticks(agent, 'view', 'sure', 'All of it');
  assert.deepEqual(ticked(), [sure.options[0]]);
  await assert.rejects(slack.unticks(agent, 'view', 'sure', 'all'), /“all” is not ticked/);
  assert.deepEqual(actionIn(await slack.unticks(agent, 'view', 'sure', 'read')).selected_options, []);
  await assert.rejects(slack.ticks(agent, 'view', 'sure', 'half'), /“half” is not on offer/);
});

test('a required box that nobody ticks holds the form back', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const { agent } = slack.people;
  await openModal(slack, modal({ blocks: [field(sure)] }));
  await assert.rejects(slack.submits(agent), /“sure block” is required/);
  await slack.submits(agent, { sure: ['read', 'all'] });
});

test('menus and boxes that stand outside a form tell the app at once, each person for themselves', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const { agent, lead } = slack.people;
  const message = await postBlock(slack, { type: 'actions', block_id: 'row', elements: [side, sure] });
  await slack.ticks(agent, message, 'sure', 'read');
  const own = (await slack.chooses(agent, message, 'side', 'src')) ?? assert.fail();
  assert.deepEqual(own.payload.state, {
    values: {
      row: {
        side: { type: 'radio_buttons', selected_option: sides[0] },
        sure: { type: 'checkboxes', selected_options: [sure.options[0]] },
      },
    },
  });
  assert.equal((own.payload.message as { ts: string }).ts, message.ts);
  const { payload } = (await slack.chooses(lead, message, 'side', 'dst')) ?? assert.fail();
  const theirs = payload.state as { values: { row: { sure: unknown } } };
  assert.deepEqual(theirs.values.row.sure, { type: 'checkboxes', selected_options: [] });
  await respond(String(payload.response_url), { replace_original: true, text: 'done', blocks: [section('done')] });
  assert.equal(slack.messagesIn(slack.channels.support)[0]?.text, 'done');
});

test('an update keeps what stands in a field of the same ids; a field of another name starts anew', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const { agent } = slack.people;
  const { support, incident } = slack.channels;
  const blocks = [field({ ...side, initial_option: sides[0] }), field(sure), field(where)];
  const opened = await openModal(slack, modal({ blocks }));
  await slack.ticks(agent, 'view', 'sure', 'all');
  await slack.chooses(agent, 'view', 'where', incident);
  const update = (view: object) => call(slack, 'views.update', { view_id: (opened.view as { id: string }).id, view });
  const changed = [
    field({ ...side, initial_option: sides[1] }),
    field({ ...sure, initial_options: [sure.options[0]] }),
    field({ ...where, initial_conversation: support.id }),
  ];
  await update(modal({ blocks: changed }));
  assert.deepEqual(standsIn(slack, 'side')?.selected_option, sides[0]);
  assert.deepEqual(standsIn(slack, 'sure')?.selected_options, [sure.options[1]]);
  assert.equal(standsIn(slack, 'where')?.selected_conversation, incident.id);
  await update(modal({ blocks: [field({ ...where, action_id: 'elsewhere', initial_conversation: support.id })] }));
  assert.equal(standsIn(slack, 'elsewhere')?.selected_conversation, support.id);
});

test('a menu of conversations starts where the modal was opened, unless it names another', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const { support, incident } = slack.channels;
  const here = { ...where, default_to_current_conversation: true };
  await openModal(slack, modal({ blocks: [field(here)] }), incident);
  assert.equal(standsIn(slack, 'where')?.selected_conversation, incident.id);
  await openModal(slack, modal({ blocks: [field({ ...here, initial_conversation: support.id })] }), incident);
  assert.equal(standsIn(slack, 'where')?.selected_conversation, support.id);
  await openModal(slack, modal({ blocks: [field(where)] }), incident);
  assert.equal(standsIn(slack, 'where')?.selected_conversation, null);
  const { payload } = await slack.choosesGlobalShortcut(slack.people.agent, 'find');
  await call(slack, 'views.open', { trigger_id: payload.trigger_id, view: modal({ blocks: [field(here)] }) });
  assert.equal(standsIn(slack, 'where')?.selected_conversation, null);
});

test('it starts there as well after a click on a message, and after a message shortcut', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const { agent } = slack.people;
  const { incident } = slack.channels;
  const view = modal({ blocks: [field({ ...where, default_to_current_conversation: true })] });
  const starts = async ({ payload }: Delivery) => {
    await call(slack, 'views.open', { trigger_id: payload.trigger_id, view });
    return standsIn(slack, 'where')?.selected_conversation;
  };
  const message = await postBlock(slack, buttons('share'), incident);
  assert.equal(await starts(await slack.clicks(agent, message, 'share')), incident.id);
  const { incidentAside } = slack.messages;
  assert.equal(await starts(await slack.choosesMessageShortcut(agent, incidentAside, 'share')), incident.id);
});

test('after a global shortcut it starts with the conversation on screen, of which the app is not told', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const { agent, lead } = slack.people;
  const { incident, leads } = slack.channels;
  const { payload } = await slack.choosesGlobalShortcut(agent, 'find', { lookingAt: incident });
  assert.doesNotMatch(JSON.stringify(payload), new RegExp(incident.id));
  const view = modal({ blocks: [field({ ...where, default_to_current_conversation: true })] });
  await call(slack, 'views.open', { trigger_id: payload.trigger_id, view });
  const submission = await slack.submits(agent);
  const { state } = submission.payload.view as { state: { values: Record<string, Record<string, unknown>> } };
  const chosen = { type: 'conversations_select', selected_conversation: incident.id };
  assert.deepEqual(state.values['where block']?.where, chosen);
  slack.change.channel(leads, { members: [lead] });
  await assert.rejects(slack.choosesGlobalShortcut(agent, 'find', { lookingAt: leads }), /cannot read #/);
});

test('a menu that leaves out the current conversation does not start with it', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const here = {
    ...where,
    default_to_current_conversation: true,
    filter: { exclude_external_shared_channels: true },
  };
  await openModal(slack, modal({ blocks: [field(here)] }), slack.channels.shared);
  assert.equal(standsIn(slack, 'where')?.selected_conversation, null);
});

const filters = [
  ['one shared with another organisation', { exclude_external_shared_channels: true }, 'shared', /shared with another/],
  ['a private one where only public ones are listed', { include: ['public'] }, 'escalations', /it is private/],
  [
    'a direct message of several where only channels are listed',
    { include: ['public', 'private'] },
    'groupDirect',
    /mpim/,
  ],
  ['a direct message where only channels are listed', { include: ['public', 'private'] }, 'direct', /it is im/],
  ['an archived one', undefined, 'archived', /it is archived/],
] as const;

for (const [what, filter, name, reason] of filters) {
  test(`a menu of conversations does not list ${what}`, async () => {
    await using app = await standInApp();
    await using slack = await startSlack({ appUrl: app.url });
    const { agent } = slack.people;
    await openModal(slack, modal({ blocks: [field({ ...where, ...(filter && { filter }) }, told)] }));
    const channel = slack.channels[name];
    await assert.rejects(slack.chooses(agent, 'view', 'where', channel), reason);
    assert.throws(() => slack.fills(agent, { where: channel.id }), reason);
    assert.equal(standsIn(slack, 'where')?.selected_conversation, null);
    assert.notEqual(await slack.chooses(agent, 'view', 'where', slack.channels.general), undefined);
  });
}

test('a menu without bots does not list the conversation with the app', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const { agent } = slack.people;
  const { channel } = await call(slack, 'chat.postMessage', { channel: agent.id, text: 'x' });
  await openModal(slack, modal({ blocks: [field({ ...where, filter: { exclude_bot_users: true } })] }));
  await assert.rejects(slack.chooses(agent, 'view', 'where', String(channel)), /it is with a bot/);
  await slack.chooses(agent, 'view', 'where', slack.channels.direct);
});

test('nobody can choose a conversation they cannot see, nor one that does not exist', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const { agent, lead } = slack.people;
  slack.change.channel(slack.channels.leads, { members: [lead] });
  await openModal(slack, modal({ blocks: [field(where)] }));
  await assert.rejects(slack.chooses(agent, 'view', 'where', slack.channels.leads), /cannot see it/);
  await assert.rejects(slack.chooses(agent, 'view', 'where', 'C0NOWHERE'), /no channel C0NOWHERE/);
});

test('a channel shared after the modal was opened is not listed any more', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const { agent } = slack.people;
  const { incident } = slack.channels;
  await openModal(slack, modal({ blocks: [field({ ...where, filter: { exclude_external_shared_channels: true } })] }));
  await slack.chooses(agent, 'view', 'where', incident);
  slack.change.channel(incident, { isExtShared: true });
  await assert.rejects(slack.chooses(agent, 'view', 'where', incident), /shared with another organisation/);
});

test('each kind of field takes its own gesture', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const { agent } = slack.people;
  const text = { type: 'plain_text_input', action_id: 'leg' };
  await openModal(slack, modal({ blocks: [field(side), field(sure), field(text)] }));
  await assert.rejects(slack.chooses(agent, 'view', 'sure', 'read'), /Nothing is chosen in “sure”: it is a checkboxes/);
  await assert.rejects(slack.chooses(agent, 'view', 'leg', 'x'), /it is a plain_text_input/);
  await assert.rejects(slack.ticks(agent, 'view', 'side', 'src'), /no boxes in “side”/);
  await assert.rejects(slack.chooses(agent, 'view', 'sides', 'src'), /No field is called “sides”/);
});

test('a choice can be forged field by field', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const { agent } = slack.people;
  await openModal(slack, modal({ blocks: [{ type: 'section', text: plain('x'), accessory: side }] }));
  const delivery = await slack.chooses(agent, 'view', 'side', 'src', { override: { view: undefined } });
  assert.equal('view' in (delivery?.payload ?? {}), false);
});
