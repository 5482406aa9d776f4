import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startSlack } from '../../../simulators/slack/index.ts';
import { call } from './calling.ts';

test('waiting ends with the change that answers the question', async () => {
  await using slack = await startSlack();
  const { support } = slack.channels;
  const waiting = slack.until(() => slack.messagesIn(support).find(({ text }) => text === 'two'));
  await call(slack, 'chat.postMessage', { channel: support.id, text: 'one' });
  await call(slack, 'chat.postMessage', { channel: support.id, text: 'two' });
  assert.equal((await waiting).text, 'two');
});

test('waiting also sees how a call ended', async () => {
  await using slack = await startSlack();
  const waiting = slack.until(() => slack.callsTo('auth.test').find(({ outcome }) => outcome === 'invalid_auth'));
  await call(slack, 'auth.test', {}, 'xoxb-wrong');
  assert.equal((await waiting).method, 'auth.test');
});

test('waiting in vain says what is on screen and what the app last did', async () => {
  await using slack = await startSlack();
  const { support } = slack.channels;
  await call(slack, 'chat.postEphemeral', { channel: support.id, user: slack.people.agent.id, text: 'not yours' });
  await call(slack, 'chat.postMessage', { channel: slack.channels.leads.id, text: 'x' });
  await assert.rejects(
    slack.until(() => undefined, { ms: 20 }),
    (error: Error) => {
      assert.match(error.message, /Nothing came of it in 20 ms/);
      assert.match(error.message, /#support: callsummary, to Leo Ball only: not yours/);
      assert.match(error.message, /chat\.postMessage: channel_not_found/);
      return true;
    },
  );
});

test('a question that throws ends the wait with its error', async () => {
  await using slack = await startSlack();
  const question = () => {
    throw new Error('two answers where one was expected');
  };
  await assert.rejects(slack.until(question), /two answers/);
});
