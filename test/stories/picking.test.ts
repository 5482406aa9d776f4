import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Person } from '../../simulators/slack/index.ts';
import { openWorkplace, type Workplace } from '../support/workplace.ts';
import { openAuditFile } from './audit-file.ts';
import { read, readView } from './screen.ts';

const nobodyIsAdmin = { CALLSUMMARY_ADMINS: '' };
const dayMs = 24 * 60 * 60_000;
const manyCalls = { recentCalls: { count: 400, odd: false } };

/** A person types a line in #support; gives the message they then read. */
async function asks({ slack }: Workplace, person: Person, line: string) {
  const { support } = slack.channels;
  const before = slack.seenBy(person, support).length;
  await slack.types(person, support, line);
  return await slack.until(() => slack.seenBy(person, support)[before]);
}

/** Waits until the person's window says this, and gives all it says. */
async function windowSays({ slack }: Workplace, person: Person, words: RegExp): Promise<string> {
  return await slack.until(() => {
    const screen = readView(slack.viewOf(person));
    return words.test(screen) ? screen : undefined;
  });
}

test('/callsummary alone offers the newest calls of one’s own; a click shows the summary', async () => {
  using audit = openAuditFile();
  await using place = await openWorkplace({ env: { ...nobodyIsAdmin, ...audit.env }, pbx: manyCalls });
  const { slack } = place;
  const { agent } = slack.people;
  const list = await asks(place, agent, '/callsummary');
  const screen = read(list);
  assert.match(screen, /Recent calls with a summary that you can read/);
  assert.equal(screen.match(/\[ Show \]/g)?.length, 5);
  assert.equal(
    screen.match(/extension \d+/g)?.every((words) => words === 'extension 3202'),
    true,
    'and of nobody else',
  );
  const [newest] = list.blocks?.flatMap((block) => ('accessory' in block ? [block.accessory] : [])) ?? [];
  await slack.clicks(agent, list, 'show_call_summary', { value: String(Object(newest).value) });
  assert.match(await windowSays(place, agent, /leg \d/), /Call summary · .*\(3202\)[\s\S]*Share…/);
  assert.deepEqual(await audit.lines(), [
    'listed allowed',
    'asked allowed own_extension',
    'read allowed own_extension',
  ]);
});

test('/callsummary me and /callsummary 3202 offer one’s own calls and those of an extension', async () => {
  await using place = await openWorkplace({ pbx: manyCalls });
  const { agent } = place.slack.people;
  assert.match(read(await asks(place, agent, '/callsummary me')), /Your recent calls with a summary/);
  const ofAnother = read(await asks(place, agent, '/callsummary 1001'));
  assert.match(ofAnother, /Recent calls of extension 1001 with a summary/);
  assert.doesNotMatch(ofAnother, /extension 3202/);
});

test('calls of an extension that one may not read are refused, not listed', async () => {
  await using place = await openWorkplace({ env: nobodyIsAdmin, pbx: manyCalls });
  const refused = read(await asks(place, place.slack.people.agent, '/callsummary 1001'));
  assert.match(refused, /outside what you can read/);
  assert.equal(place.pbx.count('cdr/aidownload'), 0);
});

test('who has chosen a call and types another one is asked which', async () => {
  await using place = await openWorkplace({ pbx: manyCalls });
  const { slack } = place;
  const { agent } = slack.people;
  await slack.choosesGlobalShortcut(agent, 'find_call_summary');
  await windowSays(place, agent, /Recent call/);
  const { options } = await slack.opens(agent, 'view', 'recent_calls');
  await slack.chooses(agent, 'view', 'recent_calls', options[0]?.value ?? '');
  const marked = await slack.submits(agent, { cdr_id: '20260513223234-3EE9E', extension_number: '3202' });
  assert.match(JSON.stringify(marked.body), /"recent_calls":"You chose a call here and typed another one below/);
});

test('the form offers recent calls to search in, and shows the one that is chosen', async () => {
  await using place = await openWorkplace({ pbx: manyCalls });
  const { slack, pbx } = place;
  const { agent } = slack.people;
  await slack.choosesGlobalShortcut(agent, 'find_call_summary');
  await windowSays(place, agent, /Recent call/);
  const all = await slack.opens(agent, 'view', 'recent_calls');
  assert.equal(all.options.length, 100);
  const wanted = pbx.recentCalls.find(({ extensionNumber }) => extensionNumber === '3201');
  assert.ok(wanted !== undefined);
  const found = await slack.typesInto(agent, 'view', 'recent_calls', wanted.cdrId.slice(0, 20));
  const option = found.options.find(({ value }) => value.includes(wanted.cdrId));
  assert.ok(option !== undefined, JSON.stringify(found));
  await slack.chooses(agent, 'view', 'recent_calls', option.value);
  await slack.submits(agent);
  assert.match(await windowSays(place, agent, /leg \d/), new RegExp(wanted.cdrId));
});

test('nobody finds a call in the menu that they may not read', async () => {
  await using place = await openWorkplace({ env: nobodyIsAdmin, pbx: manyCalls });
  const { slack } = place;
  const { colleague } = slack.people;
  await slack.choosesGlobalShortcut(colleague, 'find_call_summary');
  await windowSays(place, colleague, /Recent call/);
  const { options } = await slack.opens(colleague, 'view', 'recent_calls');
  assert.ok(options.length > 0);
  for (const { value } of options) assert.match(value, /"extensionNumber":"3203"/);
  const search = await slack.typesInto(colleague, 'view', 'recent_calls', '3202');
  for (const { value } of search.options) assert.match(value, /"extensionNumber":"3203"/);
});

test('from a message, the calls nearest to it in time come first', async () => {
  await using place = await openWorkplace({ pbx: manyCalls });
  const { slack, pbx } = place;
  const { agent } = slack.people;
  const message = slack.says(slack.people.lead, slack.channels.support, 'What did they say?');
  await slack.choosesMessageShortcut(agent, message, 'post_call_summary');
  await windowSays(place, agent, /Those nearest in time to the message come first/);
  const { options } = await slack.opens(agent, 'view', 'recent_calls');
  const legs = options.map(({ value }) => /"cdrId":"([^"]+)"/.exec(value)?.[1] ?? '');
  const newestFirst = legs.toSorted().toReversed();
  assert.deepEqual(legs.slice(0, 10), newestFirst.slice(0, 10), 'the message is of now');
  assert.ok(pbx.count('cdr/aidownload') >= 1);
});

for (const errcode of [10001, 10003, 10005]) {
  test(`a PBX that has no such list (${errcode}) leaves the typed form, says why once, and is not asked again`, async () => {
    await using place = await openWorkplace();
    const { slack, pbx } = place;
    const { agent } = slack.people;
    pbx.script('cdr/aidownload', { kind: 'errcode', errcode }, Number.POSITIVE_INFINITY);
    await slack.choosesGlobalShortcut(agent, 'find_call_summary');
    const form = await windowSays(place, agent, /does not give me a list of recent calls/);
    assert.match(form, /Call leg id/);
    assert.doesNotMatch(form, /Recent call/);
    await slack.submits(agent, { cdr_id: '20260513223234-3EE9E', extension_number: '3202' });
    assert.match(await windowSays(place, agent, /Key Points/), /Leo Ball \(3202\)/);
    assert.match(read(await asks(place, agent, '/callsummary')), /does not give me a list of recent calls/);
    assert.equal(pbx.count('cdr/aidownload'), 1);
  });
}

test('two thousand calls: the menu answers every letter well within Slack’s three seconds', async () => {
  await using place = await openWorkplace({ pbx: { recentCalls: 2_000 } });
  const { slack } = place;
  const { agent } = slack.people;
  await slack.choosesGlobalShortcut(agent, 'find_call_summary');
  await windowSays(place, agent, /Recent call/);
  const took: number[] = [];
  for (const typed of ['', 'k', 'kr', 'kri', 'kris', '2025', '13', 'inbound', '3202 ', 'zzz']) {
    const menu = await (typed === ''
      ? slack.opens(agent, 'view', 'recent_calls')
      : slack.typesInto(agent, 'view', 'recent_calls', typed));
    assert.equal(menu.failure, undefined, typed);
    assert.deepEqual(menu.problems, []);
    took.push(menu.delivery?.ms ?? Number.POSITIVE_INFINITY);
  }
  assert.ok(Math.max(...took) < 3_000, took.join(', '));
});

test('while a slow PBX makes the list, the menu says so in time, and soon has it', async () => {
  await using place = await openWorkplace({ pbx: manyCalls });
  const { slack, pbx } = place;
  const { agent } = slack.people;
  pbx.script('cdr/aidownload', { kind: 'hold' });
  await slack.choosesGlobalShortcut(agent, 'find_call_summary');
  await windowSays(place, agent, /Recent call/);
  const waiting = await slack.opens(agent, 'view', 'recent_calls');
  assert.match(waiting.options[0]?.label ?? '', /Still fetching the calls/);
  await slack.chooses(agent, 'view', 'recent_calls', 'still_fetching');
  const marked = await slack.submits(agent);
  assert.match(JSON.stringify(marked.body), /"errors":\{"recent_calls"/);
  pbx.release();
  await pbx.until(() => pbx.count('api/download') > 0, 5_000);
  let { options } = await slack.opens(agent, 'view', 'recent_calls');
  for (let again = 0; options.length < 2 && again < 50; again += 1)
    ({ options } = await slack.opens(agent, 'view', 'recent_calls'));
  assert.equal(options.length, 100);
});

test('a guest who opens the menu under somebody’s list finds it empty, and is not written to', async () => {
  await using place = await openWorkplace({ pbx: manyCalls });
  const { slack } = place;
  const { agent, guest } = slack.people;
  const list = await asks(place, agent, '/callsummary');
  const menu = await slack.opens(guest, list, 'recent_calls').catch(() => ({ options: [] }));
  assert.deepEqual(menu.options, []);
  assert.deepEqual(slack.messagesIn(guest), []);
});

test('who is taken out of the access file finds nothing more with the next letter', async () => {
  const withTie = 'ties:\n  - { person: U0AGENT3202, extension: 3202 }\n';
  const env = { ...nobodyIsAdmin, CALLSUMMARY_ACCESS_FILE: 'access.yml' };
  await using place = await openWorkplace({ env, accessFile: `match_email: false\n${withTie}`, pbx: manyCalls });
  const { slack, app } = place;
  const { agent } = slack.people;
  await slack.choosesGlobalShortcut(agent, 'find_call_summary');
  await windowSays(place, agent, /Recent call/);
  assert.ok((await slack.opens(agent, 'view', 'recent_calls')).options.length > 1);
  assert.deepEqual(app.takeAccessFile('match_email: false\n'), []);
  assert.deepEqual((await slack.typesInto(agent, 'view', 'recent_calls', '3202')).options, []);
});

test('every list and every window leaves an entry of its own; letters leave none', async () => {
  using audit = openAuditFile();
  await using place = await openWorkplace({ env: audit.env, pbx: manyCalls });
  const { slack } = place;
  const { agent } = slack.people;
  for (const _ of [1, 2]) await asks(place, agent, '/callsummary');
  for (const _ of [1, 2]) {
    await slack.choosesGlobalShortcut(agent, 'find_call_summary');
    await windowSays(place, agent, /Recent call/);
    for (const typed of ['k', 'kr']) await slack.typesInto(agent, 'view', 'recent_calls', typed);
    await slack.closes(agent);
  }
  assert.deepEqual(
    await audit.lines(),
    Array.from({ length: 4 }, () => 'listed allowed admin'),
  );
});

test('while Slack is slow to say who somebody is, the window and its menu answer in time', async () => {
  await using place = await openWorkplace({ pbx: manyCalls });
  const { slack } = place;
  const { agent } = slack.people;
  slack.script('users.info', { delayMs: 4_000 }, 10);
  const startedAt = performance.now();
  await slack.choosesGlobalShortcut(agent, 'find_call_summary');
  await windowSays(place, agent, /Recent call/);
  assert.ok(performance.now() - startedAt < 3_000);
  const menu = await slack.opens(agent, 'view', 'recent_calls');
  assert.ok(menu.options.length > 0);
  assert.ok((menu.delivery?.ms ?? Number.POSITIVE_INFINITY) < 3_000);
});

test('while a silent PBX makes lists for several people, somebody who names a call is answered at once', async () => {
  const env = { CALLSUMMARY_ADMINS: 'U0AGENT3202,U0LEAD00417' };
  await using place = await openWorkplace({ env, pbx: manyCalls });
  const { slack, pbx } = place;
  const { agent, lead } = slack.people;
  pbx.script('cdr/aidownload', { kind: 'silence' }, Number.POSITIVE_INFINITY);
  slack.passes(-50 * dayMs);
  const messages = [1, 2, 3, 4, 5].map(() => {
    slack.passes(5 * dayMs);
    return slack.says(lead, slack.channels.support, 'What did they say?');
  });
  slack.passes(25 * dayMs);
  for (const message of messages) await slack.choosesMessageShortcut(agent, message, 'view_call_summary');
  await windowSays(place, agent, /Recent call/);
  const startedAt = performance.now();
  assert.match(read(await asks(place, lead, '/callsummary 20260513223234-3EE9E 3202')), /Leo Ball \(3202\)/);
  assert.ok(performance.now() - startedAt < 1_000);
  assert.equal(pbx.count('cdr/aidownload'), 1);
});

test('whoever chose the note that the list is on its way picks from the list in the window that opens', async () => {
  await using place = await openWorkplace({ pbx: manyCalls });
  const { slack, pbx } = place;
  const { agent } = slack.people;
  pbx.script('cdr/aidownload', { kind: 'hold' });
  await slack.types(agent, slack.channels.support, '/callsummary');
  const list = await slack.until(() =>
    slack.seenBy(agent, slack.channels.support).find((message) => /Still fetching the recent/.test(read(message))),
  );
  await slack.opens(agent, list, 'recent_calls');
  pbx.release();
  await pbx.until(() => pbx.count('api/download') > 0, 5_000);
  await slack.chooses(agent, list, 'recent_calls', 'still_fetching');
  await windowSays(place, agent, /Recent calls with a summary[\s\S]*\[ Show \]|Still fetching the recent calls/);
  const menu = await slack.opens(agent, 'view', 'recent_calls');
  const [first] = menu.options.filter(({ value }) => value !== 'still_fetching');
  assert.ok(first !== undefined);
  await slack.chooses(agent, 'view', 'recent_calls', first.value);
  assert.match(await windowSays(place, agent, /leg \d/), /Share…/);
});
