import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSlackPeople } from '../../../src/slack/people/people-directory.ts';
import { clockByHand } from '../../services/access/people.ts';
import {
  type Groups,
  member,
  openSlackDirectory,
  refused,
  type SlackDirectory,
  shownGroups,
} from './slack-directory.ts';

const openWithLeo = (flags: object = {}, groups: Groups = {}, patienceMs?: number) =>
  openSlackDirectory(
    [member('U0LEO', 'leo.ball@example.com', flags), member('U0KIM', 'kim@example.com')],
    groups,
    patienceMs,
  );
const peopleOf = ({ client }: SlackDirectory) => createSlackPeople(client, clockByHand(), () => {});

test('the groups a person is in are told, among those that were asked about', async () => {
  const groups = { S0LEADS: ['U0KIM', 'U0LEO'], S0OTHER: ['U0KIM'], S0THIRD: ['U0LEO'] };
  await using slack = await openWithLeo({}, groups);
  const people = peopleOf(slack);
  assert.deepEqual(await people.groupsOf('U0LEO', new Set(['S0LEADS', 'S0OTHER']), 'recent'), {
    groups: new Set(['S0LEADS']),
    isComplete: true,
  });
});

test('the members of groups are asked for once in five minutes, for everybody', async () => {
  await using slack = await openWithLeo({}, { S0LEADS: ['U0LEO'] });
  const clock = clockByHand();
  const people = createSlackPeople(slack.client, clock, () => {});
  const isLead = async (id: string) =>
    (await people.groupsOf(id, new Set(['S0LEADS']), 'recent')).groups.has('S0LEADS');
  assert.deepEqual([await isLead('U0LEO'), await isLead('U0KIM')], [true, false]);
  slack.answers['usergroups.list'] = () => shownGroups({ S0LEADS: ['U0KIM'] });
  clock.pass(299_999);
  assert.equal(await isLead('U0LEO'), true);
  clock.pass(1);
  assert.deepEqual([await isLead('U0LEO'), await isLead('U0KIM')], [false, true]);
  assert.equal(slack.calls.length, 2);
});

test('a person’s place in thirty groups is one question to Slack, however fresh it has to be', async () => {
  const ids = Array.from({ length: 30 }, (_, index) => `S0LEADS${index}`);
  await using slack = await openWithLeo({}, Object.fromEntries(ids.map((id) => [id, ['U0LEO']])));
  for (const freshness of ['now', 'recent'] as const)
    assert.equal((await peopleOf(slack).groupsOf('U0LEO', new Set(ids), freshness)).groups.size, 30);
  assert.deepEqual(slack.calls, ['usergroups.list', 'usergroups.list']);
});

test('what was asked within two seconds is fresh enough even for a post, and nothing older is', async () => {
  await using slack = await openWithLeo({}, { S0LEADS: ['U0LEO'] });
  const clock = clockByHand();
  const people = createSlackPeople(slack.client, clock, () => {});
  const isLead = async () => (await people.groupsOf('U0LEO', new Set(['S0LEADS']), 'now')).groups.size === 1;
  assert.equal(await isLead(), true);
  slack.answers['usergroups.list'] = () => shownGroups({ S0LEADS: [] });
  clock.pass(1_999);
  assert.equal(await isLead(), true);
  clock.pass(1);
  assert.equal(await isLead(), false);
  assert.equal(slack.calls.length, 2);
});

test('groups that cannot be asked about just now leave the membership incomplete', async () => {
  for (const fail of [() => 500, () => 429, () => refused('internal_error'), () => ({ ok: true })]) {
    await using slack = await openWithLeo();
    slack.answers['usergroups.list'] = fail;
    const membership = await peopleOf(slack).groupsOf('U0LEO', new Set(['S0LEADS', 'S0OTHER']), 'recent');
    assert.deepEqual(membership, { groups: new Set(), isComplete: false }, String(fail));
  }
});

test('a disabled group has nobody in it, and one without members is no obstacle', async () => {
  await using slack = await openWithLeo();
  slack.answers['usergroups.list'] = () => ({
    ok: true,
    usergroups: [
      { id: 'S0OLD', date_delete: 1_446_747_568, users: ['U0LEO'] },
      { id: 'S0EMPTY', date_delete: 0 },
    ],
  });
  const said: object[] = [];
  const people = createSlackPeople(slack.client, clockByHand(), (obstacle) => said.push(obstacle));
  assert.deepEqual(await people.groupsOf('U0LEO', new Set(['S0OLD', 'S0EMPTY']), 'now'), {
    groups: new Set(),
    isComplete: true,
  });
  assert.deepEqual(said, [{ method: 'usergroups.list', slackError: 'no_such_subteam', groupId: 'S0OLD' }]);
});

test('without the permission to see groups nobody leads anything, and that is said once', async () => {
  await using slack = await openWithLeo();
  const said: object[] = [];
  const people = createSlackPeople(slack.client, clockByHand(), (obstacle) => said.push(obstacle));
  slack.answers['usergroups.list'] = () => refused('missing_scope');
  for (const group of ['S0LEADS', 'S0OTHER', 'S0LEADS'])
    assert.deepEqual(await people.groupsOf('U0LEO', new Set([group]), 'now'), { groups: new Set(), isComplete: true });
  assert.deepEqual(said, [{ method: 'usergroups.list', slackError: 'missing_scope', groupId: null }]);
});

test('each group that does not exist is named once', async () => {
  await using slack = await openWithLeo();
  const said: string[] = [];
  const people = createSlackPeople(slack.client, clockByHand(), ({ groupId }) => said.push(groupId ?? 'none'));
  for (let round = 0; round < 3; round += 1) await people.groupsOf('U0LEO', new Set(['S0GONE1', 'S0GONE2']), 'now');
  assert.deepEqual(said.sort(), ['S0GONE1', 'S0GONE2']);
});

test('after a failure Slack is not asked about groups for a few seconds', async () => {
  await using slack = await openWithLeo({}, { S0LEADS: ['U0LEO'] });
  const usual = slack.answers['usergroups.list'];
  assert.ok(usual);
  const clock = clockByHand();
  const people = createSlackPeople(slack.client, clock, () => {});
  const isKnown = async () => (await people.groupsOf('U0LEO', new Set(['S0LEADS']), 'now')).isComplete;
  slack.answers['usergroups.list'] = () => 500;
  assert.equal(await isKnown(), false);
  slack.answers['usergroups.list'] = usual;
  clock.pass(4_999);
  assert.equal(await isKnown(), false);
  assert.equal(slack.calls.length, 1);
  clock.pass(1);
  assert.equal(await isKnown(), true);
});
