import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openWorkplace, type Workplace } from '../support/workplace.ts';
import { read } from './screen.ts';

const documentedCall = '/callsummary 20260513223234-3EE9E 3202';

/** The agent types a line in #support; gives the message they see last once the app is done. */
async function agentTypes({ slack }: Workplace, line: string) {
  const { agent } = slack.people;
  const { support } = slack.channels;
  const answers = slack.responses.length;
  const delivery = await slack.types(agent, support, line);
  assert.equal(delivery.status, 200, 'Slack has its acknowledgement');
  await slack.until(() => slack.responses.length > answers || undefined);
  return await slack.until(() => slack.seenBy(agent, support).at(-1));
}

test('an agent types the documented call and reads its summary, alone', async () => {
  await using place = await openWorkplace();
  const { slack, pbx } = place;
  const message = await agentTypes(place, documentedCall);
  const screen = read(message);
  assert.match(screen, /Only visible to you/);
  assert.match(screen, /Call summary · Human Agent - Leo Ball \(3202\)/);
  const bullets = screen.split('\n').filter((line) => /│ +(•|\d\.) /.test(line));
  assert.deepEqual(
    bullets.map((line) => line.replaceAll(/[│]/g, '').trim()),
    [
      '• Kristin Hale was transferred to a human agent regarding a login issue.',
      '• She reported that 60% of users cannot log in and keep seeing an error message.',
      '• The human agent offered to check server logs and escalate to the engineering team.',
      '• 60% of users are affected by the login issue.',
      '• The page refreshes after password entry with no error code.',
      '• The human agent escalated the issue to the engineering team.',
      '1. Check server logs for login failure records.',
      '2. Investigate the login loop issue.',
      '3. Provide Kristin Hale with an estimated resolution time.',
    ],
  );
  assert.match(
    screen,
    /Call Summary[\s\S]*Key Points[\s\S]*Follow-Up Actions[\s\S]*leg 20260513223234-3EE9E[\s\S]*AI-generated/,
  );
  assert.equal(slack.seenBy(slack.people.lead, slack.channels.support).length, 0, 'nobody else sees it');
  assert.equal(slack.responses.length, 1, 'and no other message was sent');
  assert.equal(pbx.count('get_token'), 1);
});

test('the whole summary also stands in the text, for screen readers, telephones and incident tools', async () => {
  await using place = await openWorkplace();
  const { text } = await agentTypes(place, documentedCall);
  for (const part of [
    'Leo Ball',
    '3202',
    'Key Points',
    'Investigate the login loop issue.',
    '20260513223234-3EE9E',
    '14:33 UTC',
  ])
    assert.ok(text.includes(part), part);
});

for (const line of ['/callsummary help', '/callsummary   HELP ', '/callsummary ?']) {
  test(`"${line}" explains how to ask`, async () => {
    await using place = await openWorkplace();
    const screen = read(await agentTypes(place, line));
    assert.match(screen, /\/callsummary 20260513223234-3EE9E 3202/);
    assert.equal(place.pbx.count('*'), 0);
  });
}

for (const [typed, answer] of [
  ['20260513223234-3EE9E', /The extension number is missing/],
  ['20260513223234-3EE9E 3202 3203', /more than one extension number: “3202”, “3203”/],
  ['20260513223234-3EE9E <!channel>bob', /did not understand “bob”/],
  ['202605132232343EE9E 3202', /id of a whole call/],
] as const) {
  test(`"/callsummary ${typed}" names the problem and shows the usage`, async () => {
    await using place = await openWorkplace();
    const screen = read(await agentTypes(place, `/callsummary ${typed}`));
    assert.match(screen, answer);
    assert.match(screen, /one call, by its leg id and the extension number/);
    assert.equal(place.pbx.count('*'), 0);
  });
}

for (const typed of [
  '  ext 3202    20260513223234-3EE9E ',
  '`20260513223234-3EE9E` <3202>',
  '“20260513223234-3EE9E” ‘3202’',
  '<https://pbx.example.com/cdr?leg=20260513223234-3EE9E|the call> extension: 3202',
  '<@U0BOTCALLS|callsummary> 20260513223234-3ee9e 3202',
]) {
  test(`"/callsummary ${typed}" is understood`, async () => {
    await using place = await openWorkplace();
    assert.match(read(await agentTypes(place, `/callsummary ${typed}`)), /Leo Ball \(3202\)/);
  });
}

test('somebody whom no rule allows is refused politely, and the PBX never hears of the call', async () => {
  await using place = await openWorkplace();
  const { slack, pbx } = place;
  await slack.types(slack.people.lead, slack.channels.support, documentedCall);
  const answer = await slack.until(() => slack.seenBy(slack.people.lead, slack.channels.support)[0]);
  assert.match(read(answer), /outside what you can read[\s\S]*U0LEAD00417/);
  assert.deepEqual([pbx.count('cdr/getaisummary'), pbx.count('extension/search')], [0, 0]);
});

test('a refusal reads the same whether the call exists or not', async () => {
  await using place = await openWorkplace();
  const { slack } = place;
  const { lead } = slack.people;
  const { support } = slack.channels;
  await slack.types(lead, support, documentedCall);
  await slack.types(lead, support, '/callsummary 20990101000000-00000 9999');
  const [first, second] = await slack.until(() =>
    slack.seenBy(lead, support).length === 2 ? slack.seenBy(lead, support) : undefined,
  );
  assert.equal(first?.text, second?.text);
});

test('when the PBX takes its time, one "still fetching" appears and the answer takes its place', async () => {
  await using place = await openWorkplace();
  const { slack, pbx } = place;
  const { agent } = slack.people;
  const { support } = slack.channels;
  pbx.script('cdr/getaisummary', { kind: 'hold' });
  await slack.types(agent, support, documentedCall);
  await slack.until(() => slack.seenBy(agent, support).find(({ text }) => text.startsWith('Still fetching')));
  pbx.release();
  await slack.until(() => slack.seenBy(agent, support).find(({ text }) => text.includes('Leo Ball')));
  assert.equal(slack.seenBy(agent, support).length, 1, 'the answer replaced the note');
  assert.equal(slack.responses.length, 2);
});

test('an expired token is renewed without the person noticing', async () => {
  await using place = await openWorkplace();
  await agentTypes(place, documentedCall);
  place.pbx.expireAccessTokens();
  assert.match(read(await agentTypes(place, documentedCall)), /Leo Ball \(3202\)/);
  assert.equal(place.pbx.count('refresh_token'), 1);
  assert.equal(place.pbx.count('get_token'), 1);
});

for (const [line, answer] of [
  ['20260518140005-11D02 3202', /still writing the summary of leg 20260518140005-11D02/],
  ['20260518142031-33B24 3202', /No AI summary is available \(yet\) for leg 20260518142031-33B24 and extension 3202/],
  ['20260518104400-8C2A9 3202', /No AI summary is available \(yet\)/],
  ['20260513223234-3EE9E 9999', /no extension 9999/],
] as const) {
  test(`"${line}": nothing to show is said in a sentence`, async () => {
    await using place = await openWorkplace();
    assert.match(read(await agentTypes(place, `/callsummary ${line}`)), answer);
  });
}

for (const [fault, answer] of [
  [{ kind: 'errcode', errcode: 60002 }, /sign-ins for apps are in use/],
  [{ kind: 'errcode', errcode: 70004 }, /blocked the app’s address[\s\S]*Blocked IPs/],
  [{ kind: 'errcode', errcode: 70087 }, /does not accept requests from the app’s address/],
  [{ kind: 'errcode', errcode: -1 }, /refused the app’s sign-in/],
  [{ kind: 'errcode', errcode: 10005 }, /not set up to give the app summaries \(code 10005\)/],
  [{ kind: 'raw', body: '<html>hello</html>' }, /answer did not look as expected/],
  [{ kind: 'redirect', status: 307, location: 'http://127.0.0.1:9/' }, /answer did not look as expected/],
] as const) {
  test(`a PBX fault (${JSON.stringify(fault)}) is told in words of its own, with a reference`, async () => {
    await using place = await openWorkplace();
    place.pbx.script('get_token', fault, Number.POSITIVE_INFINITY);
    const screen = read(await agentTypes(place, documentedCall));
    assert.match(screen, answer);
    assert.match(screen, /Reference [0-9A-Z]{8}/);
  });
}

test('a hostile caller can ping nobody and fake no link', async () => {
  await using place = await openWorkplace();
  const message = await agentTypes(place, '/callsummary 20260518091044-E0E66 3200');
  const raw = JSON.stringify(message.blocks);
  assert.doesNotMatch(message.text, /<[!@#]|<https?:|<mailto:|javascript:/);
  assert.doesNotMatch(raw, /"type":"(link|broadcast|usergroup|mrkdwn)"/);
});

test('a long summary says how much is missing, and opens in full', async () => {
  await using place = await openWorkplace();
  const { slack } = place;
  const { agent } = slack.people;
  const html = `<h3>Key Points</h3><ul>${Array.from({ length: 400 }, (_, n) => `<li>Point ${n} of a very long call about many things.</li>`).join('')}</ul>`;
  place.pbx.script('cdr/getaisummary', summaryAnswer(html), Number.POSITIVE_INFINITY);
  const message = await agentTypes(place, documentedCall);
  assert.match(read(message), /\d+ more points: open the full summary/);
  await slack.clicks(agent, message, 'open_full_summary');
  const view = await slack.until(() => {
    const open = slack.viewOf(agent);
    return open !== undefined && JSON.stringify(open).includes('Point 0 ') ? open : undefined;
  });
  assert.match(JSON.stringify(view), /Point 120 /);
});

/** An answer of cdr/getaisummary with this summary, for extension 3202. */
const summaryAnswer = (html: string) => ({
  kind: 'raw' as const,
  body: JSON.stringify({
    errcode: 0,
    errmsg: 'SUCCESS',
    data: {
      dst: {
        call_id: '20260513223234-3EE9E',
        summary: html,
        created_at: 1778682824,
        name: 'Leo Ball',
        ext_num: '3202',
      },
    },
  }),
});
