import assert from 'node:assert/strict';
import type { Fault as SlackFault } from '../../../simulators/slack/index.ts';
import type { Fault } from '../../fault.ts';
import { sharesDuring } from '../../sharing.ts';

const method = 'chat.postMessage';

/** Slack says no, in several ways; the post is tried once each time. */
const refused = (id: string, says: string, faults: readonly SlackFault[], words: RegExp): Fault => ({
  id,
  says,
  expected: 'posted nothing, tried once, the summary still in front of the person',
  async inject(scene) {
    const read = new Set<string>();
    for (const fault of faults) {
      const { reads, tries, posted } = await sharesDuring(scene, method, fault, words);
      assert.deepEqual({ tries, posted }, { tries: 1, posted: 0 }, JSON.stringify(fault));
      read.add(reads);
    }
    return { reads: [...read].join(' / '), also: `${faults.length} ways, one try each` };
  },
});

/** Slack gives no answer that says anything; what stands there depends on whether it had stored the post by then. */
const unclear = (id: string, says: string, fault: SlackFault, posted: 0 | 1): Fault => ({
  id,
  says,
  expected: `asked to look there before trying again; tried once; ${posted === 1 ? 'one post' : 'no post'} stands there`,
  async inject(scene) {
    const outcome = await sharesDuring(scene, method, fault, /did not confirm that the summary was posted/);
    assert.deepEqual({ tries: outcome.tries, posted: outcome.posted }, { tries: 1, posted });
    return { reads: outcome.reads, also: `1 try, ${posted} posts` };
  },
});

const limited = [
  { 'retry-after': '1' },
  { 'retry-after': '300' },
  {},
  { 'retry-after': 'abc' },
  { 'retry-after': 'Sun, 22 Nov 2099 00:00:00 GMT' },
];
const errors = (...codes: readonly string[]): readonly SlackFault[] => codes.map((error) => ({ error }));

/** A post goes wrong. */
export const posting: readonly Fault[] = [
  refused(
    'S1',
    'Slack answers a post with 429, in five spellings of Retry-After, or with ratelimited',
    [...limited.map((headers) => ({ status: 429, headers })), ...errors('ratelimited')],
    /asks for a pause, so nothing was posted/,
  ),
  unclear('S2a', 'Slack stores a post and breaks the connection', { reset: true, stored: true }, 1),
  unclear('S2b', 'Slack stores a post and answers 500', { status: 500, stored: true }, 1),
  unclear('S2c', 'Slack stores a post and never answers', { hang: true, stored: true }, 1),
  unclear(
    'S2d',
    'Slack stores a post and answers with a page of HTML',
    { status: 200, body: '<html>', stored: true },
    1,
  ),
  unclear('S3', 'Slack answers a post with 500 and stores nothing', { status: 500 }, 0),
  unclear(
    'S4a',
    'Slack answers a post with internal_error, having stored it',
    { error: 'internal_error', stored: true },
    1,
  ),
  unclear('S4b', 'Slack answers a post with fatal_error, having stored nothing', { error: 'fatal_error' }, 0),
  refused(
    'S5a',
    'Slack refuses a post for what the channel is',
    errors(
      'not_in_channel',
      'channel_not_found',
      'is_archived',
      'restricted_action',
      'ekm_access_denied',
      'thread_not_found',
    ),
    /not in that channel|archived, so nothing|limited by its settings|is gone/,
  ),
  refused(
    'S5b',
    'Slack refuses a post for what it is, or in a word nobody knows',
    errors('msg_too_long', 'msg_blocks_too_long', 'invalid_blocks', 'an_error_of_tomorrow'),
    /too long to post|did not accept the post/,
  ),
  refused(
    'S6',
    'the bot token was revoked, expired, or lacks a scope, when it comes to posting',
    errors('token_revoked', 'account_inactive', 'invalid_auth', 'token_expired', 'missing_scope'),
    /lost its connection|lacks a permission/,
  ),
];
