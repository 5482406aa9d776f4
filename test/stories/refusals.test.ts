import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Person } from '../../simulators/slack/index.ts';
import { openWorkplace, type Workplace } from '../support/workplace.ts';
import { openAuditFile } from './audit-file.ts';
import { read } from './screen.ts';

const documentedCall = '/callsummary 20260513223234-3EE9E 3202';
const nobodyIsAdmin = { CALLSUMMARY_ADMINS: '' };

/** A person types a line in #support; gives what they then read. */
async function asks({ slack }: Workplace, person: Person, line = documentedCall): Promise<string> {
  const { support } = slack.channels;
  const before = slack.seenBy(person, support).length;
  await slack.types(person, support, line);
  return read(await slack.until(() => slack.seenBy(person, support)[before]));
}

/** What the PBX was asked about calls and extensions in particular; the list of everybody's addresses is none of it. */
const askedAboutCalls = ({ pbx }: Workplace) =>
  pbx.count('cdr/getaisummary') + pbx.count('extension/search') + pbx.count('cdr/aidownload');

test('an agent reads the calls of the extension that has their e-mail address, and no others', async () => {
  using audit = openAuditFile();
  await using place = await openWorkplace({ env: { ...audit.env, ...nobodyIsAdmin } });
  const { agent, colleague } = place.slack.people;
  assert.match(await asks(place, agent), /Leo Ball \(3202\)/);
  const asked = askedAboutCalls(place);
  const refused = await asks(place, colleague);
  assert.match(refused, /That is outside what you can read\.[\s│]+You can read summaries of extension 3203\./);
  assert.match(refused, /Your member ID is U0COLLEAG08/);
  assert.equal(askedAboutCalls(place), asked, 'and the PBX was asked nothing about the call');
  assert.deepEqual(await audit.lines(), [
    'asked allowed own_extension',
    'read allowed own_extension',
    'refused denied no_rule',
  ]);
});

test('a refusal reads the same for calls and extensions that exist and for those that do not', async () => {
  await using place = await openWorkplace({ env: nobodyIsAdmin });
  const { colleague } = place.slack.people;
  const first = await asks(place, colleague);
  for (const typed of ['20990101000000-00000 3202', '20260513223234-3EE9E 9999', '20990101000000-00000 9999'])
    assert.equal(await asks(place, colleague, `/callsummary ${typed}`), first, typed);
});

test('a lead reads the calls of the range that the access file gives their user group', async () => {
  const accessFile = 'leads: [{ group: S0SHIFTLEAD, extensions: [3200-3299] }]';
  await using place = await openWorkplace({ env: nobodyIsAdmin, accessFile });
  const { slack } = place;
  assert.match(await asks(place, slack.people.lead), /Leo Ball \(3202\)/);
  const refused = await asks(place, slack.people.lead, '/callsummary 20260513223234-3EE9E 1000');
  assert.match(refused, /You can read summaries of extensions 3200–3299/);
});

test('without the permission to see user groups nobody leads, and the log says so once', async () => {
  const accessFile = 'leads: [{ group: S0SHIFTLEAD, extensions: [3200-3299] }]';
  const slackOptions = { withoutScopes: ['usergroups:read'] };
  await using place = await openWorkplace({ env: nobodyIsAdmin, accessFile, slack: slackOptions });
  const { lead } = place.slack.people;
  for (const _time of [1, 2]) assert.match(await asks(place, lead), /outside what you can read/);
  assert.equal(place.log().match(/usergroups\.list.*missing_scope|missing_scope.*usergroups\.list/g)?.length, 1);
});

test('without the permission to see e-mail addresses people read what the access file gives them', async () => {
  const slackOptions = { withoutScopes: ['users:read.email'] };
  const accessFile = 'ties: [{ person: U0COLLEAG08, extension: 3202 }]';
  await using place = await openWorkplace({ env: nobodyIsAdmin, accessFile, slack: slackOptions });
  const { agent, colleague } = place.slack.people;
  assert.match(await asks(place, agent), /you have none yet/);
  assert.match(await asks(place, colleague), /Leo Ball \(3202\)/);
});

test('a recycled extension keeps its old calls closed to the new person', async () => {
  const accessFile = 'ties: [{ person: U0COLLEAG08, extension: 3202, from: 2026-05-14 }]';
  await using place = await openWorkplace({ env: nobodyIsAdmin, accessFile });
  const refused = await asks(place, place.slack.people.colleague);
  assert.match(refused, /extension 3202 for calls from 14 May 2026 on/);
});

test('guests are refused, whatever the access file says', async () => {
  const accessFile = 'admins: [U0GUEST0055]\ncontact: Write to phone-help.';
  await using place = await openWorkplace({ accessFile });
  const refused = await asks(place, place.slack.people.guest);
  assert.match(refused, /Only full members of this workspace can read call summaries\.[\s│]+Write to phone-help\./);
  assert.equal(place.pbx.count('*'), 0, 'before anything is looked up');
});

test('somebody of another organisation who clicks under a shared summary is shown no more of it', async () => {
  await using place = await openWorkplace({ accessFile: 'admins: [W0OUTSIDE93]\nallow_external: true' });
  const { slack } = place;
  const { agent, outsider } = slack.people;
  const { support, shared } = slack.channels;
  await slack.types(agent, support, '/callsummary 20260515090045-71B3D 3201');
  const summary = await slack.until(() => slack.seenBy(agent, support).at(-1));
  await slack.clicks(agent, summary, 'share_call_summary');
  await slack.until(() => slack.viewOf(agent)?.callback_id === 'share_call_summary' || undefined);
  await slack.chooses(agent, 'view', 'conversation', shared);
  await slack.until(() => JSON.stringify(slack.viewOf(agent)).includes('They may read') || undefined);
  await slack.ticks(agent, 'view', 'outsiders', 'yes');
  await slack.submits(agent);
  const post = await slack.until(() => slack.messagesIn(shared).find(({ app_id }) => app_id !== undefined));
  const asked = askedAboutCalls(place);
  await slack.clicks(outsider, post, 'open_full_summary');
  await slack.until(() => /Only full members/.test(JSON.stringify(slack.viewOf(outsider))) || undefined);
  assert.equal(askedAboutCalls(place), asked);
});

test('while Slack does not say who somebody is, they are shown nothing', async () => {
  await using place = await openWorkplace();
  place.slack.script('users.info', { status: 500 }, 10);
  assert.match(await asks(place, place.slack.people.agent), /couldn’t check with Slack who you are/);
  assert.equal(askedAboutCalls(place), 0);
});

test('an access file that is taken anew counts from the next question on; a broken one changes nothing', async () => {
  await using place = await openWorkplace({ env: nobodyIsAdmin, accessFile: 'match_email: false' });
  const { agent } = place.slack.people;
  assert.match(await asks(place, agent), /you have none yet/);
  assert.deepEqual(place.app.takeAccessFile('ties: [{ person: U0AGENT3202, extension: 3202 }]'), []);
  assert.match(await asks(place, agent), /Leo Ball \(3202\)/);
  assert.equal(place.app.takeAccessFile('ties: [{ person: nobody }]\nmatch: yes').length, 3);
  assert.match(await asks(place, agent), /Leo Ball \(3202\)/);
});
