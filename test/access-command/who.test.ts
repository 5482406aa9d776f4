import assert from 'node:assert/strict';
import { test } from 'node:test';
import { member, openSlackDirectory, refused } from '../slack/people/slack-directory.ts';
import { access } from './terminal.ts';

const file = `
admins: [U0ADMIN]
ties:
  - { person: U0LEO, extension: 3202, until: 2026-02-28 }
  - { person: U0KIM, extension: 3202 }
  - { person: U0SAM, extension: 3203 }
leads:
  - { group: S0LEADS, extensions: [3200-3299, 40] }
  - { group: S0FAR, extensions: [4000] }
`;

test('everybody whom the rules give an extension is listed with their line', async () => {
  await using slack = await openSlackDirectory([member('U0LEO')], { S0LEADS: ['U0MARA', 'U0INES'] });
  const { exitCode, out } = await access('who 3202', {
    file,
    slack: slack.client,
    env: { CALLSUMMARY_ADMINS: 'U0BOSS' },
  });
  assert.equal(exitCode, 0);
  assert.equal(
    out,
    `Who may read the calls of extension 3202:

Tied to it
  U0LEO: calls until 2026-02-28 (line 4)
  U0KIM: all calls (line 5)

Leads
  everybody in S0LEADS, lead of 3200-3299, 40 (line 8): U0MARA, U0INES

Administrators, of every extension
  U0ADMIN
  U0BOSS

By e-mail address
  whoever has the address that the phone system has for 3202: confirmed, and nobody else's on either side
  except calls until 2026-02-28, which line 4 gives away
  not checked: the phone system was not asked for the address

Guests, bots, deactivated people and people of other workspaces are refused even if listed; "can" tells about one.

Rules: access.yml`,
  );
  assert.deepEqual(slack.calls, ['usergroups.list']);
});

test('where nobody is given anything, that is said', async () => {
  const { out } = await access('who 77', { file: 'match_email: false' });
  assert.match(out, /Tied to it\n {2}nobody\n\nLeads\n {2}nobody\n\nAdministrators, of every extension\n {2}nobody\n/);
  assert.match(out, /By e-mail address\n {2}nobody, because match_email is false\n/);
});

test('members that cannot be seen are said not to be checked', async () => {
  const line = (out: string) => out.split('\n').find((text) => text.includes('everybody in S0LEADS')) ?? '';
  assert.match(line((await access('who 3202', { file })).out), /: members not checked$/);
  await using slack = await openSlackDirectory([]);
  slack.answers['usergroups.list'] = () => 500;
  assert.match(line((await access('who 3202', { file, slack: slack.client })).out), /: members not checked$/);
  slack.answers['usergroups.list'] = () => refused('missing_scope');
  const { out } = await access('who 3202', { file, slack: slack.client });
  assert.match(line(out), /: nobody is in it, or Slack does not show who$/);
  assert.match(out, /Slack refused usergroups\.list: missing_scope\.$/);
});

test('a user group that Slack does not list is named once, and many groups are one question', async () => {
  await using slack = await openSlackDirectory([], { S0LEADS: ['U0MARA'] });
  const groups = ['S0LEADS', 'S0GONE', 'S0GONE'].map((group) => `  - { group: ${group}, extensions: [3202] }`);
  const { out } = await access('who 3202', { file: ['leads:', ...groups].join('\n'), slack: slack.client });
  assert.match(out, /in S0GONE, lead of 3202 \(line 4\): nobody is in it/);
  assert.equal(out.match(/Slack shows no user group S0GONE: it does not exist, or is disabled\./g)?.length, 1);
  assert.deepEqual(slack.calls, ['usergroups.list']);
});
