import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fault } from '../../simulators/slack/index.ts';
import { openWorkplace } from '../support/workplace.ts';
import {
  agentsWindow,
  comesToRest,
  documentedWords,
  hurriesDeadlines,
  postedCopies,
  previewsPost,
  windowShows,
} from './agent-at-work.ts';

const notConfirmed = /Slack did not confirm that the summary was posted\.\s+.*Look there before you try again/s;

const uncertain: readonly [what: string, fault: Fault, copies: number][] = [
  ['stores the post and then breaks the connection', { reset: true, stored: true }, 1],
  ['stores the post and then answers 500', { status: 500, stored: true }, 1],
  ['stores the post and then says internal_error', { error: 'internal_error', stored: true }, 1],
  ['stores the post and then says fatal_error', { error: 'fatal_error', stored: true }, 1],
  ['stores the post and never answers', { hang: true, stored: true }, 1],
  ['breaks the connection', { reset: true }, 0],
  ['answers 503', { status: 503 }, 0],
  ['says internal_error', { error: 'internal_error' }, 0],
  ['never answers', { hang: true }, 0],
  ['answers with a page of HTML', { status: 200, body: '<html>Slack is down</html>' }, 0],
];

for (const [what, fault, copies] of uncertain) {
  test(`a Slack that ${what} is asked once, and the person is told to look before trying again`, async (t) => {
    hurriesDeadlines(t);
    await using place = await openWorkplace();
    await previewsPost(place);
    place.slack.script('chat.postMessage', fault);
    await place.slack.submits(place.slack.people.agent);
    const view = await windowShows(place, notConfirmed);
    assert.equal(view.submit, null, 'no button invites to post it twice');
    assert.match(agentsWindow(place), documentedWords, 'the summary is still in hand');
    await comesToRest(place);
    assert.equal(place.slack.callsTo('chat.postMessage').length, 1);
    assert.equal(postedCopies(place).length, copies);
  });
}

const certain: readonly [what: string, fault: Fault, words: RegExp][] = [
  [
    '429 for a second',
    { status: 429, headers: { 'retry-after': '1' } },
    /Slack asks for a pause, so nothing was posted/,
  ],
  ['ratelimited', { error: 'ratelimited' }, /Slack asks for a pause/],
  ['not_in_channel', { error: 'not_in_channel' }, /invite @callsummary/],
  ['is_archived', { error: 'is_archived' }, /That channel is archived/],
  ['thread_not_found', { error: 'thread_not_found' }, /is gone/],
  ['msg_too_long', { error: 'msg_too_long' }, /too long to post/],
  ['missing_scope', { error: 'missing_scope', needed: 'chat:write', provided: 'commands' }, /lacks a permission/],
  ['invalid_auth', { error: 'invalid_auth' }, /lost its connection to this workspace/],
  ['a code nobody has heard of', { error: 'something_new' }, /Slack did not accept the post/],
];

for (const [what, fault, words] of certain) {
  test(`a Slack that answers ${what} is asked once, the person reads why, and can try again`, async () => {
    await using place = await openWorkplace();
    await previewsPost(place);
    place.slack.script('chat.postMessage', fault);
    await place.slack.submits(place.slack.people.agent);
    const view = await windowShows(place, words);
    assert.match(agentsWindow(place), /Reference [0-9A-Z]{8}/);
    assert.match(agentsWindow(place), documentedWords);
    assert.notEqual(view.submit, null);
    await comesToRest(place);
    assert.deepEqual([place.slack.callsTo('chat.postMessage').length, postedCopies(place).length], [1, 0]);
  });
}

test('after a refusal the same window posts, once, when the reason is gone', async () => {
  await using place = await openWorkplace();
  await previewsPost(place);
  place.slack.script('chat.postMessage', { error: 'not_in_channel' });
  await place.slack.submits(place.slack.people.agent);
  await windowShows(place, /invite @callsummary/);
  await place.slack.submits(place.slack.people.agent);
  await windowShows(place, /Shared in the thread/);
  assert.equal(postedCopies(place).length, 1);
});

test('while nothing listens at Slack any more, nothing was posted for certain', async () => {
  await using place = await openWorkplace();
  await previewsPost(place);
  const { slack } = place;
  await slack.apiDown('refused');
  await slack.submits(slack.people.agent);
  await windowShows(place, /couldn’t check with Slack who you are, so I showed and posted nothing/);
  await slack.apiUp();
  assert.equal(postedCopies(place).length, 0);
});

test('the same press of the button, delivered twice, posts once', async () => {
  await using place = await openWorkplace();
  await previewsPost(place);
  const { slack } = place;
  const delivery = await slack.submits(slack.people.agent);
  await slack.redelivers(delivery);
  await slack.until(() => postedCopies(place)[0]);
  await comesToRest(place);
  assert.equal(slack.callsTo('chat.postMessage').length, 1);
});

test('a post goes into its thread only, unfolds no link and calls nobody', async () => {
  await using place = await openWorkplace();
  await previewsPost(place);
  const { slack } = place;
  await slack.submits(slack.people.agent);
  await windowShows(place, /Shared in the thread/);
  const { args } = slack.callsTo('chat.postMessage')[0] ?? {};
  assert.equal(args?.thread_ts, slack.messages.incidentRoot.thread_ts);
  assert.deepEqual(
    [args?.reply_broadcast, args?.unfurl_links, args?.unfurl_media, args?.link_names, args?.parse].map(String),
    ['false', 'false', 'false', 'undefined', 'undefined'],
  );
});

test('a word that is no JSON, from whatever stands between us and Slack, is neither an error code nor logged', async () => {
  await using place = await openWorkplace();
  await previewsPost(place);
  place.slack.script('chat.postMessage', { status: 200, body: 'hushhush' });
  await place.slack.submits(place.slack.people.agent);
  await windowShows(place, /Slack did not confirm that the summary was posted/);
  assert.doesNotMatch(place.log(), /hushhush/);
});

for (const headers of [{}, { 'retry-after': 'soon' }, { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' }]) {
  test(`a 429 with ${JSON.stringify(headers)} is a certain no, and says so`, async () => {
    await using place = await openWorkplace();
    await previewsPost(place);
    place.slack.script('chat.postMessage', { status: 429, headers });
    await place.slack.submits(place.slack.people.agent);
    await windowShows(place, /Slack asks for a pause, so nothing was posted/);
    assert.equal(postedCopies(place).length, 0);
  });
}
