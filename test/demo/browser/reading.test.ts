import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { channels } from '../../../simulators/slack/index.ts';
import { openPage } from './open-page.ts';

const page = await openPage();
after(page.close);

const documentedCall = '/callsummary 20260513223234-3EE9E 3202';
const typing = (channel: { readonly id: string }, text: string, threadTs?: string) =>
  ({ kind: 'type', channel: channel.id, text, ...(threadTs === undefined ? {} : { threadTs }) }) as const;

test('the page learns who one can be, what the app offers and which calls there are', async () => {
  const { workspace, people, commands, shortcuts, calls, names } = await page.setup();
  assert.equal(workspace.name, 'Helpdesk');
  assert.deepEqual(
    people.map(({ role, types }) => [role, types]),
    [
      ['agent', true],
      ['lead', true],
      ['colleague', true],
      ['guest', true],
      ['outsider', false],
      ['admin', true],
    ],
  );
  assert.deepEqual(
    commands.map(({ command, usageHint }) => [command, usageHint.includes('<cdr_id>')]),
    [['/callsummary', true]],
  );
  assert.deepEqual(
    shortcuts.map(({ name, type }) => `${name}: ${type}`),
    ['Post call summary: message', 'View call summary: message', 'Find call summary: global'],
  );
  assert.ok(calls.some(({ cdrId, extensionNumber }) => cdrId === '20260513223234-3EE9E' && extensionNumber === '3202'));
  assert.equal(names[page.stage.slack.people.agent.id], 'Leo Ball');
});

test('everybody sees the conversations they are in, and what kind each is', async () => {
  const [agent, guest, outsider] = await Promise.all(['agent', 'guest', 'outsider'].map(page.tab));
  const kinds = agent?.screen.channels.map(
    ({ name, kind, isShared }) => `${name}: ${kind}${isShared ? ', shared' : ''}`,
  );
  assert.deepEqual(kinds, [
    'support: public',
    'general: public',
    'team-leads: private',
    'escalations: private',
    'ext-northwind: public, shared',
    'inc-482-login-loop: public',
    'old-helpdesk: public',
    'Mara Quinn: direct',
    'Mara Quinn, Inês Duarte: group',
  ]);
  assert.equal(agent?.channel('escalations').memberCount, 3, 'the app is none of the people');
  const thread = agent?.channel('inc-482-login-loop').messages.filter(({ threadTs }) => threadTs !== undefined);
  assert.deepEqual(
    thread?.map(({ author, ts, threadTs }) => [author.name, ts === threadTs]),
    [
      ['Mara Quinn', true],
      ['Inês Duarte', false],
    ],
  );
  assert.deepEqual(
    [guest, outsider].map((one) => one?.screen.channels.map(({ name }) => name)),
    [['support'], ['ext-northwind']],
  );
});

test('two people ask at once, and each reads an answer that nobody else sees', async () => {
  const [agent, colleague] = await Promise.all([page.tab('agent'), page.tab('colleague')]);
  const typed = await Promise.all(
    ['agent', 'colleague'].map((role) => page.does(role, typing(channels.support, documentedCall))),
  );
  assert.deepEqual(typed, [{ ok: true }, { ok: true }]);
  const read = await agent.untilSaid('support', /Call summary/);
  const refused = await colleague.untilSaid('support', /outside what you can read/);
  for (const answer of [read, refused]) assert.deepEqual([answer.onlyYou, answer.author.kind], [true, 'app']);
  assert.ok(read.blocks.length > 3);
  for (const [one, words] of [
    [agent, /outside/],
    [colleague, /login loop on/],
  ] as const)
    assert.ok(!one.channel('support').messages.some(({ text, onlyYou }) => onlyYou && words.test(text)));
});

test('Slack says itself what is no command, and that there are none in threads', async () => {
  const { incident, support, shared, general } = channels;
  const root = page.stage.slack.messages.incidentRoot.ts;
  const answers = [
    await page.does('agent', typing(support, '/remind me')),
    await page.does('agent', typing(incident, documentedCall, root)),
    await page.does('outsider', typing(shared, documentedCall)),
    await page.does('admin', typing(general, 'hello')),
    await page.does('agent', typing(channels.archived, 'hello')),
    await page.does('agent', typing(support, '  ')),
  ];
  const problems = answers.map((answer) => (answer.ok ? '' : answer.problem));
  assert.match(problems[0] ?? '', /^\/remind is not a command here/);
  assert.match(problems[1] ?? '', /no commands in threads/);
  assert.match(problems[2] ?? '', /offers commands to members only/);
  assert.match(problems[3] ?? '', /Ada Winter is not in that channel/);
  assert.match(problems[4] ?? '', /#old-helpdesk is archived/);
  assert.match(problems[5] ?? '', /nothing to send/);
});

test('words are said for everybody to see, in a thread too, and as they were typed', async () => {
  const lead = await page.tab('lead');
  const root = page.stage.slack.messages.incidentRoot.ts;
  await page.does('agent', typing(channels.incident, 'Is <this> it?', root));
  const seen = await lead.until(() =>
    lead.channel('inc-482-login-loop').messages.find(({ text }) => /it\?/.test(text)),
  );
  assert.deepEqual(
    [seen.text, seen.threadTs, seen.onlyYou, seen.author.name],
    ['Is &lt;this&gt; it?', root, false, 'Leo Ball'],
  );
});

test('the app is invited where it is not, once', async () => {
  const agent = await page.tab('agent');
  assert.equal(agent.channel('general').hasApp, false);
  const invitation = typing(channels.general, '/invite @callsummary');
  assert.deepEqual(await page.does('agent', invitation), { ok: true });
  await agent.until(() => agent.channel('general').hasApp || undefined);
  assert.match(JSON.stringify(await page.does('agent', invitation)), /is in #general already/);
  assert.match(
    JSON.stringify(await page.does('agent', typing(channels.direct, '/invite callsummary'))),
    /direct messages/,
  );
});
