import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openWorkplace } from '../support/workplace.ts';
import { commandBody, signatureOf, stillWorks } from './slack-requests.ts';

test('a recorded request whose signature is written a little differently is not taken again', async () => {
  await using place = await openWorkplace();
  const { slack, pbx } = place;
  const body = commandBody(slack, { trigger_id: undefined });
  const timestamp = Math.floor(Date.now() / 1_000);
  const right = signatureOf(slack.signingSecret, timestamp, body);
  assert.equal((await slack.sends({ body, timestamp, signature: right })).status, 200);
  await slack.until(() => slack.seenBy(slack.people.agent, slack.channels.support)[0]);
  for (const signature of [`${right}=`, `${right}=1`, `${right}==`, `${right}=x=y`])
    assert.notEqual((await slack.sends({ body, timestamp, signature })).status, undefined);
  await stillWorks(place);
  assert.equal(pbx.count('cdr/getaisummary'), 1);
});
