import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openWorkplace } from '../support/workplace.ts';

const documentedCall = '/callsummary 20260513223234-3EE9E 3202';

test('an agent types the documented call and reads its summary, alone', async () => {
  await using place = await openWorkplace();
  const { slack } = place;
  const { agent, lead } = slack.people;
  const delivery = await slack.types(agent, slack.channels.support, documentedCall);
  const answer = await slack.until(() => slack.seenBy(agent, slack.channels.support)[0]);
  assert.equal(delivery.status, 200);
  assert.match(answer.text, /Human Agent - Leo Ball \(3202\)/);
  assert.equal(slack.seenBy(lead, slack.channels.support).length, 0, 'nobody else sees it');
});
