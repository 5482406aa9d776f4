import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type SlackSimulator, startSlack } from '../../../simulators/slack/index.ts';
import { call } from './calling.ts';

const everyKind = { types: 'public_channel,private_channel' };

/** The names on every page, page by page. */
async function pagesOf(slack: SlackSimulator, args: Readonly<Record<string, unknown>>): Promise<string[][]> {
  const pages: string[][] = [];
  let cursor = '';
  do {
    const reply = await call(slack, 'users.conversations', { ...args, cursor });
    assert.equal(reply.error, undefined);
    pages.push((reply.channels as { name: string }[]).map(({ name }) => name));
    cursor = (reply.response_metadata as { next_cursor: string }).next_cursor;
  } while (cursor !== '');
  return pages;
}

test('users.conversations lists where the bot is, public channels unless asked for more', async () => {
  await using slack = await startSlack();
  assert.deepEqual(await pagesOf(slack, {}), [['support', 'old-helpdesk', 'ext-northwind', 'inc-482-login-loop']]);
  assert.deepEqual(await pagesOf(slack, { types: 'private_channel', exclude_archived: true }), [['escalations']]);
  slack.change.channel(slack.channels.escalations, { members: [slack.people.lead] });
  assert.deepEqual(await pagesOf(slack, { types: 'private_channel' }), [[]]);
});

test('users.conversations comes in pages of what was asked for, or of less', async () => {
  await using slack = await startSlack({ pageSizeLimit: 2 });
  const usual = { ...everyKind, exclude_archived: true };
  assert.deepEqual(
    (await pagesOf(slack, usual)).map(({ length }) => length),
    [2, 2],
  );
  assert.deepEqual(
    (await pagesOf(slack, { ...usual, limit: 1 })).map(({ length }) => length),
    [1, 1, 1, 1],
  );
});

test('users.conversations about a person tells of no private channel the bot is not in', async () => {
  await using slack = await startSlack();
  const { lead } = slack.people;
  const [names = []] = await pagesOf(slack, { ...everyKind, user: lead.id });
  assert.ok(names.includes('general') && names.includes('escalations'));
  assert.ok(!names.includes('team-leads'));
});

for (const [args, error] of [
  [{ types: 'telegram' }, 'invalid_types'],
  [{ cursor: 'bm8=' }, 'invalid_cursor'],
  [{ limit: 0 }, 'invalid_limit'],
  [{ limit: 1_000 }, 'invalid_limit'],
  [{ user: 'U0NOBODY' }, 'user_not_found'],
] as const) {
  test(`users.conversations refuses ${JSON.stringify(args)} with ${error}`, async () => {
    await using slack = await startSlack();
    assert.equal((await call(slack, 'users.conversations', args)).error, error);
  });
}

test('each kind of conversation needs its scope', async () => {
  await using slack = await startSlack({ withoutScopes: ['groups:read'] });
  const reply = await call(slack, 'users.conversations', { types: 'public_channel,private_channel,im' });
  assert.deepEqual([reply.error, reply.needed], ['missing_scope', 'groups:read,im:read']);
  assert.equal((await call(slack, 'users.conversations')).ok, true);
});

test('a new channel is one that the app can be invited to', async () => {
  await using slack = await startSlack();
  const channel = slack.makesChannel(slack.people.agent, 'war-room', { isPrivate: true });
  assert.deepEqual(await pagesOf(slack, { types: 'private_channel' }), [['escalations']]);
  slack.invitesApp(channel);
  assert.deepEqual(await pagesOf(slack, { types: 'private_channel' }), [['escalations', 'war-room']]);
});
