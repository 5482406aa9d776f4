import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { factsOf, type SlackRequestFacts } from '../../src/slack/payload.ts';

const person = { user: { id: 'U1' }, team: { id: 'T1' }, trigger_id: 'trigger' };
const command = { command: '/callsummary', user_id: 'U1', team_id: 'T1', channel_id: 'C1', trigger_id: 'trigger' };
const onMessage = { ...person, type: 'message_action', callback_id: 'view_call_summary', channel: { id: 'C1' } };
const globally = { ...person, type: 'shortcut', callback_id: 'find' };
const form = { ...person, type: 'view_submission', view: { callback_id: 'find_call', id: 'V1', state: { a: 1 } } };
const button = { ...person, type: 'block_actions', actions: [{ action_id: 'next_page', value: '2' }] };

type Facts = Omit<SlackRequestFacts, 'sameAgain'>;
const understood: readonly [what: string, body: object, facts: Facts][] = [
  ['a command', command, { kind: 'command', surface: '/callsummary', personId: 'U1', teamId: 'T1', channelId: 'C1' }],
  [
    'a message shortcut',
    onMessage,
    { kind: 'shortcut', surface: 'view_call_summary', personId: 'U1', teamId: 'T1', channelId: 'C1' },
  ],
  ['a global shortcut', globally, { kind: 'shortcut', surface: 'find', personId: 'U1', teamId: 'T1', channelId: null }],
  ['a submitted form', form, { kind: 'view', surface: 'find_call', personId: 'U1', teamId: 'T1', channelId: null }],
  ['a button', button, { kind: 'action', surface: 'next_page', personId: 'U1', teamId: 'T1', channelId: null }],
];

for (const [what, body, facts] of understood) {
  test(`${what} names its surface, its person and where they are`, () => {
    const { sameAgain, ...rest } = factsOf(body) ?? {};
    assert.deepEqual(rest, facts);
    assert.equal(typeof sameAgain, 'string');
  });

  test(`${what} is recognised when it is delivered again, and not without a trigger`, () => {
    const { sameAgain } = factsOf(body) ?? {};
    assert.equal(factsOf(structuredClone(body))?.sameAgain, sameAgain);
    assert.notEqual(factsOf({ ...body, trigger_id: 'another' })?.sameAgain, sameAgain);
    assert.equal(factsOf({ ...body, trigger_id: undefined })?.sameAgain, null);
  });
}

test('under one trigger, different things are told apart', () => {
  const things = [
    { ...command, text: 'a' },
    { ...command, text: 'b' },
    { ...command, user_id: 'U2' },
    onMessage,
    globally,
    form,
    { ...form, view: { ...form.view, state: { a: 2 } } },
    { ...form, view: { ...form.view, id: 'V2' } },
    button,
    { ...button, actions: [{ action_id: 'next_page', value: '3' }] },
    { ...button, actions: [{ action_id: 'previous_page', value: '2' }] },
  ];
  assert.equal(new Set(things.map((thing) => factsOf(thing)?.sameAgain)).size, things.length);
});

test('the workspace of a person stands beside them, or is the one the payload comes from', () => {
  const teamOf = (change: object) => factsOf({ ...button, ...change })?.teamId;
  assert.equal(teamOf({ user: { id: 'U1', team_id: 'T2' } }), 'T2');
  assert.equal(teamOf({ user: { id: 'U1', team_id: '' } }), 'T1');
  assert.equal(teamOf({ team: null }), null);
  assert.equal(teamOf({ team: null, user: { id: 'U1', team_id: 'T2' } }), 'T2');
  assert.equal(factsOf({ ...command, team_id: undefined })?.teamId, null);
});

test('a command cannot name its person by anything but the signed user_id', () => {
  const facts = factsOf({ ...command, user: { id: 'U2' } });
  assert.equal(facts?.personId, 'U1');
});

test('in an organisation-wide installation the team may be missing', () => {
  for (const [, body] of understood) assert.equal(factsOf({ ...body, team: null, team_id: null })?.personId, 'U1');
});

const nameless: readonly object[] = [
  { command: '/callsummary' },
  { command: '/callsummary', user_id: '' },
  { command: '/callsummary', user_id: ['U1', 'U2'] },
  { type: 'shortcut', callback_id: 'find' },
  { type: 'shortcut', callback_id: 'find', user: {} },
  { ...person, type: 'view_submission' },
  { ...person, type: 'view_submission', view: {} },
  { ...person, type: 'block_actions', actions: [] },
  { ...person, type: 'block_actions', actions: [null] },
  { ...person, type: 'something_new' },
  { type: 'event_callback', event: { type: 'app_mention', user: 'U1' } },
];

for (const body of nameless) {
  test(`${JSON.stringify(body)} names nobody or nothing, and is not taken`, () => {
    assert.equal(factsOf(body), null);
  });
}

test('whatever comes in, reading it does not throw', () => {
  fc.assert(fc.property(fc.jsonValue(), (body) => factsOf(body) === null || typeof factsOf(body) === 'object'));
  for (const body of [undefined, null, Symbol('x'), () => {}]) assert.equal(factsOf(body), null);
});
