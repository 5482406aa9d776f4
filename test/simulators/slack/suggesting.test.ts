import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startSlack } from '../../../simulators/slack/index.ts';
import { actionIn, openModal, postBlock } from './opening.ts';
import { callMenu, field, modal, option, plain } from './small-blocks.ts';
import { answerJson, formOf, type Received, standInApp } from './stand-in-app.ts';

const twoCalls = { options: [option('Kristin Hale, 22:33', 'leg-1'), option('Sam Reed, 21:10', 'leg-2')] };
const withMenu = (more: Readonly<Record<string, unknown>> = {}) => modal({ blocks: [field(callMenu(more))] });
const payloadOf = (request: Received | undefined) => JSON.parse(formOf(request ?? assert.fail()).payload ?? '');

/** Starts an app that answers like this when a menu asks for its options, and acknowledges everything else. */
const offering = (answer: unknown) =>
  standInApp((response, request) => {
    const isQuestion = formOf(request).payload?.includes('"block_suggestion"');
    if (isQuestion && answer !== undefined) answerJson(response, answer);
    else response.end();
  });

test('what is typed into a menu reaches the app with the view, and the options come back', async () => {
  await using app = await offering(twoCalls);
  await using slack = await startSlack({ appUrl: app.url });
  const { agent } = slack.people;
  await openModal(slack, withMenu());
  const { options, delivery, failure } = await slack.typesInto(agent, 'view', 'call', 'kristin');
  assert.deepEqual(options, [
    { label: 'Kristin Hale, 22:33', value: 'leg-1' },
    { label: 'Sam Reed, 21:10', value: 'leg-2' },
  ]);
  assert.deepEqual([delivery?.ackedWithin3s, failure], [true, undefined]);
  const payload = payloadOf(app.received.at(-1));
  const { type, value, action_id, block_id, api_app_id, user, team, container, view } = payload;
  assert.deepEqual([type, value, action_id, block_id], ['block_suggestion', 'kristin', 'call', 'call block']);
  assert.deepEqual(
    [user.id, user.team_id, team.id, api_app_id],
    [agent.id, 'T0HELPDESK1', 'T0HELPDESK1', 'A0CALLSUM01'],
  );
  assert.deepEqual([container, view.callback_id], [{ type: 'view', view_id: view.id }, 'find_call']);
  for (const absent of ['channel', 'message', 'trigger_id', 'response_url']) assert.equal(absent in payload, false);
});

test('typing into a menu on a message brings the message and its channel', async () => {
  await using app = await offering(twoCalls);
  await using slack = await startSlack({ appUrl: app.url });
  const message = await postBlock(slack, { type: 'actions', elements: [callMenu()] });
  const { options } = await slack.typesInto(slack.people.lead, message, 'call', 'sam');
  assert.equal(options.length, 2);
  const { container, channel, message: shown, view } = payloadOf(app.received.at(-1));
  assert.deepEqual([container.type, container.message_ts, container.is_ephemeral], ['message', message.ts, false]);
  assert.deepEqual([channel.id, shown.ts, view], [slack.channels.support.id, message.ts, undefined]);
});

test('a menu asks after three characters, or as many as it says; with none it asks when it is opened', async () => {
  await using app = await offering(twoCalls);
  await using slack = await startSlack({ appUrl: app.url });
  const { agent } = slack.people;
  await openModal(
    slack,
    modal({ blocks: [field(callMenu()), field(callMenu({ action_id: 'at once', min_query_length: 0 }))] }),
  );
  const before = app.received.length;
  const early = await slack.typesInto(agent, 'view', 'call', 'kr');
  assert.deepEqual([early.delivery, early.options, app.received.length], [undefined, [], before]);
  assert.equal((await slack.opens(agent, 'view', 'call')).delivery, undefined);
  assert.equal((await slack.typesInto(agent, 'view', 'call', 'kri')).options.length, 2);
  assert.equal((await slack.opens(agent, 'view', 'at once')).options.length, 2);
  assert.equal(payloadOf(app.received.at(-1)).value, '');
});

test('options can come in groups, with descriptions, and there may be none', async () => {
  const grouped = {
    option_groups: [
      { label: plain('Today'), options: [{ ...option('Kristin', 'leg-1'), description: plain('5 min') }] },
      { label: plain('Before'), options: [option('Sam', 'leg-2')] },
    ],
  };
  await using app = await offering(grouped);
  await using none = await offering({ options: [] });
  await using slack = await startSlack({ appUrl: app.url });
  const { agent } = slack.people;
  await openModal(slack, withMenu());
  assert.deepEqual((await slack.typesInto(agent, 'view', 'call', 'abc')).options, [
    { label: 'Kristin', value: 'leg-1', description: '5 min', group: 'Today' },
    { label: 'Sam', value: 'leg-2', group: 'Before' },
  ]);
  await slack.chooses(agent, 'view', 'call', 'leg-2');
  slack.appUrl = none.url;
  const nothing = await slack.typesInto(agent, 'view', 'call', 'zzz');
  assert.deepEqual([nothing.options, nothing.failure], [[], undefined]);
});

const many = (count: number) => Array.from({ length: count }, (_, index) => option(`call ${index}`, `leg-${index}`));
const invalid: readonly (readonly [string, unknown, string])[] = [
  ['101 options', { options: many(101) }, 'no more than 100 items allowed [json-pointer:/options]'],
  [
    '101 options in a group',
    { option_groups: [{ label: plain('x'), options: many(101) }] },
    'no more than 100 items allowed [json-pointer:/option_groups/0/options]',
  ],
  [
    '101 groups',
    { option_groups: Array.from({ length: 101 }, () => ({ label: plain('x'), options: many(1) })) },
    'no more than 100 items allowed [json-pointer:/option_groups]',
  ],
  [
    'an option of 76 characters',
    { options: [option('x'.repeat(76), 'v')] },
    'must be less than 76 characters [json-pointer:/options/0/text/text]',
  ],
  [
    'a value of 151 characters',
    { options: [option('x', 'v'.repeat(151))] },
    'must be less than 151 characters [json-pointer:/options/0/value]',
  ],
  [
    'a description of 76 characters',
    { options: [{ ...option('x', 'v'), description: plain('x'.repeat(76)) }] },
    'must be less than 76 characters [json-pointer:/options/0/description/text]',
  ],
  [
    'a group title of 76 characters',
    { option_groups: [{ label: plain('x'.repeat(76)), options: many(1) }] },
    'must be less than 76 characters [json-pointer:/option_groups/0/label/text]',
  ],
  [
    'options beside groups',
    { options: many(1), option_groups: [] },
    'must define either `options` or `option_groups` [json-pointer:]',
  ],
  ['something else', { choices: [] }, 'invalid additional property: choices [json-pointer:]'],
  ['nothing at all', undefined, 'must provide an object [json-pointer:]'],
];

for (const [what, answer, problem] of invalid) {
  test(`an app that answers with ${what} leaves the person without options`, async () => {
    await using app = await offering(answer);
    await using slack = await startSlack({ appUrl: app.url });
    await openModal(slack, withMenu());
    const { options, failure, problems } = await slack.typesInto(slack.people.agent, 'view', 'call', 'abc');
    assert.deepEqual([options, failure], [[], 'invalid_options']);
    assert.ok(problems.includes(problem), problems.join('\n'));
    await assert.rejects(slack.chooses(slack.people.agent, 'view', 'call', 'leg-0'), /not on offer, only nothing/);
  });
}

test('exactly 100 options of 75 characters with values of 150 are fine', async () => {
  const options = many(100).map((_, index) => option('x'.repeat(75), `${index}`.padEnd(150, 'v')));
  await using app = await offering({ options });
  await using slack = await startSlack({ appUrl: app.url });
  await openModal(slack, withMenu());
  assert.equal((await slack.typesInto(slack.people.agent, 'view', 'call', 'abc')).options.length, 100);
});

test('an app that does not answer in time, or breaks, leaves the person without options', async () => {
  await using silent = await standInApp((response, request) => {
    if (!formOf(request).payload) response.end();
  });
  await using broken = await standInApp((response) => void response.writeHead(500).end());
  await using slack = await startSlack({ appUrl: silent.url, ackWindowMs: 40 });
  const { agent } = slack.people;
  await openModal(slack, withMenu());
  const late = await slack.typesInto(agent, 'view', 'call', 'abc');
  slack.appUrl = broken.url;
  const refused = await slack.typesInto(agent, 'view', 'call', 'abc');
  assert.deepEqual([late.failure, late.options], ['operation_timeout', []]);
  assert.deepEqual([refused.failure, refused.delivery?.status], ['dispatch_failed', 500]);
});

test('only what was offered last can be chosen, by its value or its words', async () => {
  await using app = await offering(twoCalls);
  await using slack = await startSlack({ appUrl: app.url });
  const { agent } = slack.people;
  await openModal(slack, withMenu());
  await assert.rejects(slack.chooses(agent, 'view', 'call', 'leg-1'), /“leg-1” is not on offer, only nothing/);
  assert.throws(() => slack.fills(agent, { call: 'leg-1' }), /not on offer/);
  await slack.typesInto(agent, 'view', 'call', 'kristin');
  await assert.rejects(slack.chooses(agent, 'view', 'call', 'leg-3'), /only “leg-1”, “leg-2”/);
  assert.equal(await slack.chooses(agent, 'view', 'call', 'Sam Reed, 21:10'), undefined);
  const chosen = () => slack.viewOf(agent)?.state.values['call block']?.call?.selected_option;
  assert.deepEqual(chosen(), twoCalls.options[1]);
  await slack.typesInto(agent, 'view', 'call', 'k');
  await assert.rejects(slack.chooses(agent, 'view', 'call', 'leg-1'), /only “leg-2”/);
  assert.deepEqual(chosen(), twoCalls.options[1]);
});

test('what stands in a menu from the beginning is submitted, and can be chosen without typing', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const { agent } = slack.people;
  await openModal(slack, withMenu({ initial_option: twoCalls.options[0] }));
  slack.fills(agent, { call: 'leg-1' });
  const { payload } = await slack.submits(agent);
  const { state } = payload.view as { state: { values: Record<string, Record<string, object>> } };
  assert.deepEqual(state.values['call block']?.call, { type: 'external_select', selected_option: twoCalls.options[0] });
});

test('what is offered to one person is not offered to another', async () => {
  await using app = await offering(twoCalls);
  await using slack = await startSlack({ appUrl: app.url });
  const { agent, lead } = slack.people;
  const message = await postBlock(slack, { type: 'section', text: plain('Which?'), accessory: callMenu() });
  await slack.typesInto(agent, message, 'call', 'kristin');
  await assert.rejects(slack.chooses(lead, message, 'call', 'leg-1'), /not on offer/);
  const delivery = await slack.chooses(agent, message, 'call', { value: 'leg-1' });
  assert.deepEqual(actionIn(delivery).selected_option, twoCalls.options[0]);
});

test('only a menu that asks the app can be typed into, by somebody who sees it', async () => {
  await using slack = await startSlack({ appUrl: 'http://127.0.0.1:9/' });
  const { agent, outsider, deactivated } = slack.people;
  const message = await postBlock(slack, { type: 'actions', elements: [{ type: 'datepicker', action_id: 'day' }] });
  await assert.rejects(slack.typesInto(agent, message, 'day', 'abc'), /has its options already/);
  await assert.rejects(slack.typesInto(agent, message, 'call', 'abc'), /No field is called “call”/);
  await assert.rejects(slack.typesInto(outsider, message, 'day', 'abc'), /does not see that message/);
  await assert.rejects(slack.typesInto(deactivated, message, 'day', 'abc'), /deactivated/);
  await assert.rejects(slack.typesInto(agent, 'view', 'call', 'abc'), /no modal open/);
});

test('a suggestion can be forged field by field', async () => {
  await using app = await offering(twoCalls);
  await using slack = await startSlack({ appUrl: app.url });
  await openModal(slack, withMenu());
  const twist = { override: { user: { team_id: 'T9' } } };
  await slack.typesInto(slack.people.agent, 'view', 'call', 'kristin', twist);
  assert.equal(payloadOf(app.received.at(-1)).user.team_id, 'T9');
});
