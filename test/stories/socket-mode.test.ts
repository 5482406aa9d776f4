import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openWorkplace } from '../support/workplace.ts';
import { read, readView } from './screen.ts';

test('over Socket Mode everything is the same: a command, and a form', async () => {
  await using place = await openWorkplace({ slack: { transport: 'socket' } });
  const { slack } = place;
  const { agent } = slack.people;
  const { support } = slack.channels;
  await slack.types(agent, support, '/callsummary 20260513223234-3EE9E 3202');
  const answer = await slack.until(() => slack.seenBy(agent, support)[0]);
  assert.match(read(answer), /Leo Ball \(3202\)/);
  await slack.choosesMessageShortcut(agent, slack.messages.incidentReply, 'view_call_summary');
  await slack.until(() => readView(slack.viewOf(agent)).includes('Show summary') || undefined);
  await slack.submits(agent);
  await slack.until(() => readView(slack.viewOf(agent)).includes('Key Points') || undefined);
});
