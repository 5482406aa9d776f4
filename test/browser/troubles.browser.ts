import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { chat } from './chat.ts';
import { openDemo } from './open-demo.ts';

const demo = await openDemo();
after(() => demo[Symbol.asyncDispose]());

const documentedCall = '/callsummary 20260513223234-3EE9E 3202';

test('the phone system is slow: one reads that it is being asked, and then the summary in the same place', async () => {
  await using agent = await demo.visit('agent');
  const { flips, types } = chat(agent.page);
  await flips('It is slow');
  const answer = await types(documentedCall);
  await answer.getByText('Still fetching the summary').waitFor();
  await answer.getByText('Check server logs for login').waitFor();
  assert.equal(await agent.page.getByText('Still fetching').count(), 0);
  await flips('It is slow');
});

test('the phone system has no summary yet: one reads that it is still being written', async () => {
  await using agent = await demo.visit('agent');
  const { flips, types } = chat(agent.page);
  await flips('It has no summary yet');
  const answer = await types(documentedCall);
  await answer.getByText('still writing the summary').waitFor();
  await flips('It has no summary yet');
});

test('the app’s token is revoked: it gets another, and one reads the summary without noticing', async () => {
  await using agent = await demo.visit('agent');
  const { types } = chat(agent.page);
  const answer = await types(documentedCall);
  await answer.getByText('Check server logs for login').waitFor();
  await agent.page.getByText('1 live token').waitFor();
  await agent.page.getByRole('button', { name: 'Revoke the app’s token' }).click();
  await agent.page.getByText('0 live tokens').waitFor();
  const again = await types(documentedCall);
  await again.getByText('Check server logs for login').waitFor();
  await agent.page.getByRole('listitem').filter({ hasText: 'refresh_token' }).first().waitFor();
});

test('the phone system is down: one reads that it did not answer, and a reference; once it is back, the summary', async () => {
  await using agent = await demo.visit('agent');
  const { flips, types } = chat(agent.page);
  await flips('It is down');
  const answer = await types(documentedCall);
  await answer.getByText(/Reference \w{8}/).waitFor();
  assert.match(await answer.innerText(), /The phone system (can’t be reached|did not answer in time)\./);
  await flips('It is down');
  const summary = await types(documentedCall);
  await summary.getByText('Check server logs for login').waitFor();
});
