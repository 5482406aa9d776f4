import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { test } from 'node:test';
import type { Person } from '../../simulators/slack/index.ts';
import { openWorkplace, type Workplace } from '../support/workplace.ts';
import { openAuditFile } from './audit-file.ts';
import { read, readView } from './screen.ts';

const anotherCall = (index: number) => `/callsummary 20260513223234-${String(index).padStart(5, '0')} 3202`;
const documentedCall = '/callsummary 20260513223234-3EE9E 3202';

async function asks({ slack }: Workplace, person: Person, line = documentedCall): Promise<string> {
  const { support } = slack.channels;
  const before = slack.seenBy(person, support).length;
  await slack.types(person, support, line);
  return read(await slack.until(() => slack.seenBy(person, support)[before]));
}

const usualLimits = {
  CALLSUMMARY_PERSON_PER_MINUTE: '20',
  CALLSUMMARY_PERSON_PER_DAY: '300',
  CALLSUMMARY_EVERYBODY_PER_MINUTE: '300',
};

test('somebody who hammers is asked to pause, and everybody else goes on as before', async () => {
  const env = { ...usualLimits, CALLSUMMARY_ADMINS: 'U0AGENT3202,U0LEAD00417' };
  await using place = await openWorkplace({ env, overrides: { personAtOnce: 60 } });
  const { slack, pbx } = place;
  const { agent, lead } = slack.people;
  const { support } = slack.channels;
  await Promise.all(Array.from({ length: 60 }, (_, index) => slack.types(agent, support, anotherCall(index))));
  await slack.until(() => slack.seenBy(agent, support).length === 60 || undefined);
  const answers = slack.seenBy(agent, support).map(read);
  const paused = answers.filter((answer) => /many summaries in a short time/.test(answer));
  assert.ok(paused.length >= 40, `${paused.length} of 60`);
  const legs = pbx.requests.flatMap(({ query }) => query.cdr_id ?? []);
  assert.ok(new Set(legs).size <= 20);
  assert.match(await asks(place, lead), /Leo Ball \(3202\)/);
});

test('what everybody together may ask for is bounded too, and answered at once', async () => {
  await using place = await openWorkplace({ env: { CALLSUMMARY_EVERYBODY_PER_MINUTE: '1' } });
  const { agent } = place.slack.people;
  assert.match(await asks(place, agent), /Leo Ball/);
  assert.match(await asks(place, agent, anotherCall(1)), /Many people are asking for summaries just now\./);
  assert.match(await asks(place, agent), /Leo Ball/, 'the same again costs nobody anything');
});

test('four hundred refused questions of guests leave everybody’s share untouched', async () => {
  const env = { CALLSUMMARY_EVERYBODY_PER_MINUTE: '1' };
  await using place = await openWorkplace({ env, overrides: { personAtOnce: 400 } });
  const { slack, pbx } = place;
  const { agent, guest } = slack.people;
  const { support } = slack.channels;
  const before = slack.seenBy(guest, support).length;
  const ask = (index: number) => slack.types(guest, support, index % 2 === 0 ? anotherCall(index) : '/callsummary');
  for (let wave = 0; wave < 400; wave += 50)
    await Promise.all(Array.from({ length: 50 }, (_, index) => ask(wave + index)));
  await slack.until(() => slack.seenBy(guest, support).length === before + 400 || undefined);
  assert.equal(pbx.requests.length, 0);
  assert.match(await asks(place, agent), /Leo Ball/);
});

test('lists and windows count like questions: whoever opens too many is asked to pause', async () => {
  await using place = await openWorkplace({ env: { CALLSUMMARY_PERSON_PER_MINUTE: '2' } });
  const { slack } = place;
  const { agent } = slack.people;
  assert.match(await asks(place, agent, '/callsummary'), /No calls with a summary/);
  await slack.choosesGlobalShortcut(agent, 'find_call_summary');
  await slack.until(() => /call leg id/i.test(readView(slack.viewOf(agent))) || undefined);
  assert.match(await asks(place, agent, '/callsummary me'), /many summaries in a short time/);
  await slack.choosesGlobalShortcut(agent, 'find_call_summary');
  await slack.until(() => /many summaries in a short time/.test(readView(slack.viewOf(agent))) || undefined);
});

test('what cannot be written down does not happen: no summary is shown, and the person is told', async () => {
  using audit = openAuditFile();
  await using place = await openWorkplace(audit);
  const { agent } = place.slack.people;
  assert.match(await asks(place, agent), /Leo Ball/);
  const asked = place.pbx.count('cdr/getaisummary');
  rmSync(audit.env.CALLSUMMARY_STORE_FILE);
  assert.match(await asks(place, agent), /can’t keep my records just now, so nothing was shown or posted/);
  assert.equal(place.pbx.count('cdr/getaisummary'), asked);
  await place.app.stop();
  assert.match(place.log(), /"outcome":"store_unavailable"/);
});
