import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MessageShortcut } from '@slack/bolt';
import { threadOf } from '../../src/slack/thread.ts';

const shortcutOn = (message: object): MessageShortcut => ({
  type: 'message_action',
  callback_id: 'post_call_summary',
  trigger_id: 'trigger',
  message_ts: '1778683120.000300',
  response_url: 'https://hooks.slack.com/actions/x',
  message: { type: 'message', ts: '1778683120.000300', ...message },
  user: { id: 'U1', name: 'somebody' },
  channel: { id: 'C1', name: 'somewhere' },
  team: null,
  token: '',
  action_ts: '1778683120.000400',
});

test('a reply leads to the thread it stands in, not to one under itself', () => {
  const thread = threadOf(shortcutOn({ thread_ts: '1778683000.000200' }));
  assert.deepEqual(thread, { channelId: 'C1', threadTs: '1778683000.000200' });
});

test('the first message of a thread leads to that thread', () => {
  const thread = threadOf(shortcutOn({ thread_ts: '1778683120.000300' }));
  assert.deepEqual(thread, { channelId: 'C1', threadTs: '1778683120.000300' });
});

for (const nothing of [undefined, null, '', 1_778_683_000, {}]) {
  test(`a message whose thread_ts is ${JSON.stringify(nothing)} starts a thread of its own`, () => {
    const thread = threadOf(shortcutOn({ thread_ts: nothing }));
    assert.deepEqual(thread, { channelId: 'C1', threadTs: '1778683120.000300' });
  });
}
