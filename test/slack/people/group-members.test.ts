import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSlackPeople } from '../../../src/slack/people/people-directory.ts';
import { clockByHand } from '../../services/access/people.ts';
import { type Groups, member, openSlackDirectory, refused, type SlackDirectory } from './slack-directory.ts';

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

test('the members of a group are asked for once in five minutes, for everybody', async () => {
  await using slack = await openWithLeo({}, { S0LEADS: ['U0LEO'] });
  const clock = clockByHand();
  const people = createSlackPeople(slack.client, clock, () => {});
  const isLead = async (id: string) =>
    (await people.groupsOf(id, new Set(['S0LEADS']), 'recent')).groups.has('S0LEADS');
  assert.deepEqual([await isLead('U0LEO'), await isLead('U0KIM')], [true, false]);
  slack.answers['usergroups.users.list'] = () => ({ ok: true, users: ['U0KIM'] });
  clock.pass(300_000);
  assert.deepEqual([await isLead('U0LEO'), await isLead('U0KIM')], [false, true]);
  assert.equal(slack.calls.length, 2);
});

test('a group that cannot be asked about just now leaves the membership incomplete, and the others known', async () => {
  await using slack = await openWithLeo({}, { S0LEADS: ['U0LEO'] });
  const usual = slack.answers['usergroups.users.list'];
  assert.ok(usual);
  slack.answers['usergroups.users.list'] = (args) => (args.get('usergroup') === 'S0LEADS' ? usual(args) : 500);
  assert.deepEqual(await peopleOf(slack).groupsOf('U0LEO', new Set(['S0LEADS', 'S0SLOW']), 'recent'), {
    groups: new Set(['S0LEADS']),
    isComplete: false,
  });
});

test('without the permission to see groups nobody leads anything, and that is said once', async () => {
  await using slack = await openWithLeo();
  const said: object[] = [];
  const people = createSlackPeople(slack.client, clockByHand(), (obstacle) => said.push(obstacle));
  slack.answers['usergroups.users.list'] = () => refused('missing_scope');
  for (const group of ['S0LEADS', 'S0OTHER', 'S0LEADS'])
    assert.deepEqual(await people.groupsOf('U0LEO', new Set([group]), 'now'), { groups: new Set(), isComplete: true });
  assert.deepEqual(said, [{ method: 'usergroups.users.list', slackError: 'missing_scope', groupId: 'S0LEADS' }]);
});

test('each group that does not exist is named once', async () => {
  await using slack = await openWithLeo();
  const said: string[] = [];
  const people = createSlackPeople(slack.client, clockByHand(), ({ groupId }) => said.push(groupId ?? 'none'));
  for (let round = 0; round < 3; round += 1) await people.groupsOf('U0LEO', new Set(['S0GONE1', 'S0GONE2']), 'now');
  assert.deepEqual(said.sort(), ['S0GONE1', 'S0GONE2']);
});

test('after a failure Slack is not asked about the same group for a few seconds', async () => {
  await using slack = await openWithLeo({}, { S0LEADS: ['U0LEO'] });
  const usual = slack.answers['usergroups.users.list'];
  assert.ok(usual);
  const clock = clockByHand();
  const people = createSlackPeople(slack.client, clock, () => {});
  const isKnown = async () => (await people.groupsOf('U0LEO', new Set(['S0LEADS']), 'now')).isComplete;
  slack.answers['usergroups.users.list'] = () => 500;
  assert.equal(await isKnown(), false);
  slack.answers['usergroups.users.list'] = usual;
  clock.pass(4_999);
  assert.equal(await isKnown(), false);
  assert.equal(slack.calls.length, 1);
  clock.pass(1);
  assert.equal(await isKnown(), true);
});
