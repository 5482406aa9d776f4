import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSlackPeople } from '../../../src/slack/people/people-directory.ts';
import { clockByHand } from '../../services/access/people.ts';
import {
  type Groups,
  home,
  member,
  openSlackDirectory,
  refused,
  type SlackDirectory,
  shownGroups,
} from './slack-directory.ts';

const leoEmail = 'leo.ball@example.com';
const reader = { id: 'U0LEO', teamId: home };
const openWithLeo = (flags: object = {}, groups: Groups = {}, patienceMs?: number) =>
  openSlackDirectory([member('U0LEO', leoEmail, flags), member('U0KIM', 'kim@example.com')], groups, patienceMs);
const peopleOf = ({ client }: SlackDirectory) => createSlackPeople(client, clockByHand(), () => {});

test('a full member is known with a confirmed address that leads back to them', async () => {
  await using slack = await openWithLeo();
  assert.deepEqual(await peopleOf(slack).find(reader, 'recent'), {
    id: 'U0LEO',
    isMember: true,
    isGuest: false,
    isBot: false,
    isDeactivated: false,
    timeZone: null,
    email: { address: leoEmail, isConfirmed: true, isUnique: true },
  });
  assert.deepEqual([...slack.calls].sort(), ['auth.test', 'users.info U0LEO', `users.lookupByEmail ${leoEmail}`]);
});

test('an answer is used again for five minutes and no longer, so that a deactivated person is refused', async () => {
  await using slack = await openWithLeo();
  const clock = clockByHand();
  const people = createSlackPeople(slack.client, clock, () => {});
  await people.find(reader, 'recent');
  slack.answers['users.info'] = () => ({ ok: true, user: member('U0LEO', leoEmail, { deleted: true }) });
  clock.pass(299_999);
  assert.partialDeepStrictEqual(await people.find(reader, 'recent'), { isDeactivated: false });
  clock.pass(1);
  assert.partialDeepStrictEqual(await people.find(reader, 'recent'), { isDeactivated: true });
  assert.equal(slack.calls.filter((call) => call.startsWith('users.info')).length, 2);
});

test('before a post Slack is asked anew, however warm the cache is', async () => {
  await using slack = await openWithLeo({}, { S0LEADS: ['U0LEO'] });
  const clock = clockByHand();
  const people = createSlackPeople(slack.client, clock, () => {});
  const groups = new Set(['S0LEADS']);
  await people.find(reader, 'recent');
  await people.groupsOf('U0LEO', groups, 'recent');
  slack.answers['users.info'] = () => ({ ok: true, user: member('U0LEO', leoEmail, { is_restricted: true }) });
  slack.answers['usergroups.list'] = () => shownGroups({ S0LEADS: [] });
  clock.pass(2_000);
  assert.partialDeepStrictEqual(await people.find(reader, 'now'), { isGuest: true });
  assert.equal((await people.groupsOf('U0LEO', groups, 'now')).groups.size, 0);
});

test('an address that is not confirmed, or not shown, is not looked up', async () => {
  for (const flags of [{ is_email_confirmed: false }, { profile: {} }]) {
    await using slack = await openWithLeo(flags);
    const person = await peopleOf(slack).find(reader, 'recent');
    assert.ok(person !== 'unknown' && person.email?.isUnique !== true);
    assert.deepEqual(
      slack.calls.toSorted((one, other) => one.localeCompare(other)),
      ['auth.test', 'users.info U0LEO'],
    );
  }
});

test('many questions about one person at once are one question to Slack', async () => {
  await using slack = await openWithLeo();
  const people = peopleOf(slack);
  await Promise.all(Array.from({ length: 40 }, () => people.find(reader, 'recent')));
  assert.equal(slack.calls.length, 3);
});

test('whatever Slack fails with, the person is unknown for a few seconds, and then asked about again', {
  timeout: 30_000,
}, async () => {
  const failures = [
    () => refused('user_not_found'),
    () => refused('ratelimited'),
    () => refused('internal_error'),
    () => refused('missing_scope'),
    () => 500,
    () => 429,
    () => ({ ok: true }),
    () => ({ ok: true, user: null }),
    () => ({ ok: true, user: member('U0KIM') }),
    () => ({ ok: true, user: { ...member('U0LEO'), profile: { email: 17 } } }),
  ];
  for (const fail of failures) {
    await using slack = await openWithLeo();
    const clock = clockByHand();
    const people = createSlackPeople(slack.client, clock, () => {});
    const usual = slack.answers['users.info'];
    assert.ok(usual);
    slack.answers['users.info'] = fail;
    assert.equal(await people.find(reader, 'recent'), 'unknown', String(fail));
    slack.answers['users.info'] = usual;
    clock.pass(fail() === 429 ? 30_000 : 5_000);
    assert.partialDeepStrictEqual(await people.find(reader, 'recent'), { id: 'U0LEO' });
  }
});

test('while Slack does not say whose token it is, or whose an address is, the person is unknown', async () => {
  for (const method of ['auth.test', 'users.lookupByEmail']) {
    await using slack = await openWithLeo();
    slack.answers[method] = () => refused('internal_error');
    assert.equal(await peopleOf(slack).find(reader, 'recent'), 'unknown', method);
  }
  await using slack = await openWithLeo();
  slack.answers['auth.test'] = () => ({ ok: true, team_id: '' });
  assert.equal(await peopleOf(slack).find(reader, 'recent'), 'unknown');
});

test('an unreachable Slack makes everybody unknown', async () => {
  const slack = await openWithLeo();
  await slack[Symbol.asyncDispose]();
  const people = peopleOf(slack);
  assert.equal(await people.find(reader, 'recent'), 'unknown');
  assert.deepEqual(await people.groupsOf('U0LEO', new Set(['S0LEADS']), 'recent'), {
    groups: new Set(),
    isComplete: false,
  });
});

test('a Slack that does not answer is waited for no longer than the client waits', { timeout: 5_000 }, async () => {
  await using slack = await openWithLeo({}, {}, 100);
  for (const method of ['users.info', 'usergroups.list']) slack.answers[method] = () => new Promise(() => {});
  const people = peopleOf(slack);
  assert.equal(await people.find(reader, 'recent'), 'unknown');
  assert.equal((await people.groupsOf('U0LEO', new Set(['S0LEADS']), 'recent')).isComplete, false);
});

test('an address that leads to somebody else, or nowhere, is not unique', async () => {
  const elsewhere = [
    () => ({ ok: true, user: member('U0KIM') }),
    () => refused('users_not_found'),
    () => ({ ok: true }),
  ];
  for (const lookup of elsewhere) {
    await using slack = await openWithLeo();
    slack.answers['users.lookupByEmail'] = lookup;
    assert.partialDeepStrictEqual(await peopleOf(slack).find(reader, 'recent'), { email: { isUnique: false } });
  }
});

test('a token that no longer works, or lacks a permission, is said once; a busy Slack is not', async () => {
  await using slack = await openWithLeo();
  const said: object[] = [];
  const clock = clockByHand();
  const people = createSlackPeople(slack.client, clock, (obstacle) => said.push(obstacle));
  for (const error of [
    'ratelimited',
    'internal_error',
    'missing_scope',
    'missing_scope',
    'token_revoked',
    'user_not_found',
  ]) {
    slack.answers['users.info'] = () => refused(error);
    await people.find(reader, 'recent');
    clock.pass(5_000);
  }
  const about = { method: 'users.info', groupId: null };
  assert.deepEqual(said, [
    { ...about, slackError: 'missing_scope' },
    { ...about, slackError: 'token_revoked' },
  ]);
});

test('after a failure Slack is not asked about the same person for a few seconds, not even before a post', async () => {
  for (const method of ['users.info', 'users.lookupByEmail', 'auth.test']) {
    await using slack = await openWithLeo();
    const usual = slack.answers[method];
    assert.ok(usual);
    const clock = clockByHand();
    const people = createSlackPeople(slack.client, clock, () => {});
    slack.answers[method] = () => refused('internal_error');
    assert.equal(await people.find(reader, 'now'), 'unknown', method);
    slack.answers[method] = usual;
    const asked = slack.calls.length;
    clock.pass(4_999);
    for (const freshness of ['recent', 'now'] as const)
      assert.equal(await people.find(reader, freshness), 'unknown', method);
    assert.equal(slack.calls.length, asked, method);
    clock.pass(1);
    assert.partialDeepStrictEqual(await people.find(reader, 'recent'), { id: 'U0LEO' });
  }
});

test('one person’s failure is no other’s', async () => {
  await using slack = await openWithLeo();
  const people = peopleOf(slack);
  const usual = slack.answers['users.info'];
  assert.ok(usual);
  slack.answers['users.info'] = (args) => (args.get('user') === 'U0LEO' ? 500 : usual(args));
  assert.equal(await people.find(reader, 'recent'), 'unknown');
  assert.partialDeepStrictEqual(await people.find({ id: 'U0KIM', teamId: home }, 'recent'), { id: 'U0KIM' });
});

test('while Slack does not say whose token it is, nobody is asked about', async () => {
  await using slack = await openWithLeo();
  const people = peopleOf(slack);
  slack.answers['auth.test'] = () => 429;
  for (const id of ['U0LEO', 'U0KIM']) assert.equal(await people.find({ id, teamId: home }, 'recent'), 'unknown');
  assert.deepEqual(slack.calls, ['auth.test']);
});
