import assert from 'node:assert/strict';
import { test } from 'node:test';
import { member, openSlackDirectory, refused } from '../slack/people/slack-directory.ts';
import { access } from './terminal.ts';

const file = `
admins: [U0ADMIN]
ties:
  - person: U0LEO
    extension: 3202
    from: 2026-03-01
leads:
  - { group: S0LEADS, extensions: [3200-3299] }
`;
const people = [
  member('U0LEO', 'leo.ball@example.com'),
  member('U0MARA', 'mara@example.com'),
  member('U0GUEST', 'tom@example.com', { is_restricted: true }),
  member('U0ADMIN'),
];
const openSlack = () => openSlackDirectory(people, { S0LEADS: ['U0MARA'] });

test('a yes names the rule and its line in the file', async () => {
  await using slack = await openSlack();
  const { exitCode, out, err } = await access('can U0LEO 3202', { file, slack: slack.client });
  assert.deepEqual([exitCode, err], [0, '']);
  assert.equal(
    out,
    `U0LEO may read calls of extension 3202, because the access file ties the extension to them.
  rule: tie
  line 4: tied, calls from 2026-03-01 on
  line 8: lead is S0LEADS, and they are not in it

Rules: access.yml`,
  );
});

test('with a leg id the answer is for that call', async () => {
  await using slack = await openSlack();
  const before = await access('can U0LEO 3202 20260228235959-3EE9E', { file, slack: slack.client });
  assert.equal(before.exitCode, 1);
  assert.match(
    before.out,
    /^U0LEO may not read leg 20260228235959-3EE9E of extension 3202, because the call is outside the dates/,
  );
  assert.equal((await access('can U0LEO 3202 20260301000000-3EE9E', { file, slack: slack.client })).exitCode, 0);
});

test('each rule is told apart', async () => {
  await using slack = await openSlack();
  const expected: Readonly<Record<string, readonly [number, string]>> = {
    'can U0MARA 3202': [0, 'lead'],
    'can U0ADMIN 77': [0, 'admin'],
    'can U0GUEST 3202': [1, 'guest'],
    'can U0NOBODY 3202': [75, 'not_verified'],
    'can U0MARA 77': [75, 'no_rule'],
  };
  for (const [line, [exitCode, rule]] of Object.entries(expected)) {
    const written = await access(line, { file, slack: slack.client });
    assert.equal(written.exitCode, exitCode, line);
    assert.match(written.out, new RegExp(`\\n  rule: ${rule}\\n`), line);
  }
});

test('what hangs on the phone system is said as a condition', async () => {
  await using slack = await openSlack();
  const { exitCode, out } = await access('can U0MARA 77', { file, slack: slack.client });
  assert.equal(exitCode, 75);
  assert.match(
    out,
    /^It hangs on the PBX, which was not asked: U0MARA may read calls of extension 77 if mara@example\.com is there the e-mail address of 77/,
  );
  const off = await access('can U0MARA 77', { file: 'match_email: false', slack: slack.client });
  assert.doesNotMatch(off.out, /hangs on the PBX/);
  const guest = await access('can U0GUEST 77', { file, slack: slack.client });
  assert.doesNotMatch(guest.out, /hangs on the PBX/);
});

test('the PBX, where it can be asked, says whose address it is', async () => {
  await using slack = await openSlack();
  const book = async (email: string) => (email === 'mara@example.com' ? ['77'] : []);
  const own = await access('can U0MARA 77', { file, slack: slack.client, book });
  assert.equal(own.exitCode, 0);
  assert.match(
    own.out,
    /^U0MARA may read calls of extension 77, because their e-mail address is that of the extension/,
  );
  assert.equal((await access('can U0MARA 78', { file, slack: slack.client, book })).exitCode, 1);
  const silent = async () => {
    throw new Error('the PBX does not answer');
  };
  assert.equal((await access('can U0MARA 77', { file, slack: slack.client, book: silent })).exitCode, 75);
});

test('without Slack it goes as far as the file, and says what it could not check', async () => {
  const yes = await access('can U0LEO 3202', { file });
  assert.equal(yes.exitCode, 0);
  assert.match(yes.out, /\n {2}line 8: lead is S0LEADS, and it is not known whether they are in it\n/);
  assert.match(yes.out, /\nSLACK_BOT_TOKEN is not set, so Slack was not asked: .+ not checked\.$/);
  const perhaps = await access('can U0MARA 3202', { file });
  assert.equal(perhaps.exitCode, 75);
  assert.match(
    perhaps.out,
    /^It cannot be told whether U0MARA may read calls of extension 3202, because Slack or the PBX was not asked/,
  );
});

test('a permission Slack lacks is named', async () => {
  await using slack = await openSlack();
  slack.answers['usergroups.list'] = () => refused('missing_scope');
  assert.match(
    (await access('can U0MARA 3202', { file, slack: slack.client })).out,
    /\nSlack refused usergroups\.list: missing_scope\.$/,
  );
});

test('without an access file the built-in rules are explained', async () => {
  const { exitCode, out } = await access('can U0BOSS 3202', { env: { CALLSUMMARY_ADMINS: 'U0BOSS' } });
  assert.equal(exitCode, 0);
  assert.match(out, /because they are an administrator of callsummary\./);
  assert.match(out, /CALLSUMMARY_ACCESS_FILE is not set/);
});
