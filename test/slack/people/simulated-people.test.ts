import assert from 'node:assert/strict';
import { test } from 'node:test';
import { webApi } from '@slack/bolt';
import { startSlack } from '../../../simulators/slack/index.ts';
import { unfitnessOf } from '../../../src/services/access/policy.ts';
import { slackClientOptions } from '../../../src/slack/client-options.ts';
import { createSlackPeople } from '../../../src/slack/people/people-directory.ts';
import { clockByHand } from '../../services/access/people.ts';

test('in the simulated workspace the colleagues are full members, and nobody else is', async () => {
  await using slack = await startSlack();
  const client = new webApi.WebClient(slack.botToken, slackClientOptions(new URL(slack.apiUrl)));
  const people = createSlackPeople(client, clockByHand(), () => {});
  const expected = {
    agent: null,
    lead: null,
    colleague: null,
    guest: 'guest',
    outsider: 'other_workspace',
    deactivated: 'deactivated',
  } as const;
  for (const [name, refused] of Object.entries(expected)) {
    const { id } = slack.people[name as keyof typeof expected];
    const person = await people.find({ id, teamId: null }, 'recent');
    assert.equal(person === 'unknown' ? person : unfitnessOf(person), refused, name);
  }
});

test('a simulated app without permission to see people sees nobody', async () => {
  await using slack = await startSlack({ scopes: ['chat:write', 'commands'] });
  const client = new webApi.WebClient(slack.botToken, slackClientOptions(new URL(slack.apiUrl)));
  const said: string[] = [];
  const people = createSlackPeople(client, clockByHand(), ({ slackError }) => said.push(slackError));
  assert.equal(await people.find({ id: slack.people.agent.id, teamId: null }, 'recent'), 'unknown');
  assert.deepEqual(said, ['missing_scope']);
});
