import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openWorkplace } from '../support/workplace.ts';
import { postedCopies, previewsPost, windowShows } from './agent-at-work.ts';

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
