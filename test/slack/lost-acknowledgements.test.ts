import { test } from 'node:test';
import { openWorkplace } from '../support/workplace.ts';
import { documentedFields, documentedWords, windowShows } from './agent-at-work.ts';

const overSocket = { slack: { transport: 'socket' } } as const;

test('a form delivered again while the PBX is still being asked shows the summary in the end', async () => {
  await using place = await openWorkplace(overSocket);
  const { slack, pbx } = place;
  await slack.choosesGlobalShortcut(slack.people.agent, 'find_call_summary');
  await windowShows(place, /Show summary/);
  pbx.script('cdr/getaisummary', { kind: 'hold' });
  slack.dropsSocket({ at: 'envelope' });
  await slack.submits(slack.people.agent, documentedFields);
  await pbx.until(() => pbx.held === 1);
  pbx.release();
  await windowShows(place, documentedWords);
});

for (const at of ['envelope', 'ack'] as const) {
  test(`a form with a slip in it, whose connection breaks at its ${at}, comes back with the slip marked`, async () => {
    await using place = await openWorkplace(overSocket);
    const { slack } = place;
    await slack.choosesGlobalShortcut(slack.people.agent, 'find_call_summary');
    await windowShows(place, /Show summary/);
    slack.dropsSocket({ at });
    await slack.submits(slack.people.agent, { cdr_id: 'not an id', extension_number: '3202' });
    await slack.until(() => slack.viewOf(slack.people.agent)?.errors);
  });
}
