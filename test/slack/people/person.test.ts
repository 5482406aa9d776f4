import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Reader } from '../../../src/services/access/people-directory.ts';
import { unfitnessOf } from '../../../src/services/access/policy.ts';
import { ownTeamOf, personOf, type SlackUser, shownEmailOf } from '../../../src/slack/people/person.ts';
import { home, member } from './slack-directory.ts';

const own = { teamId: home, enterpriseId: 'E0ORG' };
const reader: Reader = { id: 'U0LEO', teamId: home };
/** Why somebody with such a user object is refused, whatever the rules; null for a full member. */
const refusedFor = (flags: object, by = reader) =>
  unfitnessOf(personOf(member('U0LEO', null, flags) as SlackUser, by, own, null));

test('an active full member is somebody rules apply to', () => {
  assert.equal(refusedFor({}), null);
  assert.equal(refusedFor({ is_admin: true, is_owner: true, is_app_user: true }), null);
  assert.equal(refusedFor({}, { id: 'U0LEO', teamId: null }), null);
});

test('guests of either kind, bots of any kind and deactivated accounts are refused', () => {
  const odd: ReadonlyArray<readonly [object, string]> = [
    [{ is_restricted: true }, 'guest'],
    [{ is_restricted: true, is_ultra_restricted: true }, 'guest'],
    [{ is_ultra_restricted: true }, 'guest'],
    [{ is_bot: true }, 'bot'],
    [{ is_workflow_bot: true }, 'bot'],
    [{ is_connector_bot: true }, 'bot'],
    [{ id: 'USLACKBOT' }, 'bot'],
    [{ deleted: true }, 'deactivated'],
    [{ is_stranger: true }, 'other_workspace'],
    [{ is_invited_user: true }, 'other_workspace'],
    [{ team_id: 'T0OTHER' }, 'other_workspace'],
    [{ team_id: '' }, 'other_workspace'],
    [{ team_id: null }, 'other_workspace'],
  ];
  for (const [flags, rule] of odd) assert.equal(refusedFor(flags), rule, JSON.stringify(flags));
});

test('what Slack leaves out, or writes as anything but no, counts against the person', () => {
  for (const flag of ['deleted', 'is_bot', 'is_restricted', 'is_ultra_restricted'])
    for (const value of [undefined, null, '', 0, 'false'])
      assert.notEqual(refusedFor({ [flag]: value }), null, `${flag} ${String(value)}`);
});

test('somebody whose payload names another workspace is of another workspace', () => {
  assert.equal(refusedFor({}, { id: 'U0LEO', teamId: 'T0OTHER' }), 'other_workspace');
  assert.equal(refusedFor({}, { id: 'U0LEO', teamId: '' }), 'other_workspace');
});

test('in an organisation, people added to the workspace belong to it, wherever their home is', () => {
  const added = (enterprise_user: object) => ({ team_id: 'T0SISTER', enterprise_user });
  assert.equal(refusedFor(added({ enterprise_id: 'E0ORG', teams: ['T0SISTER', home] })), null);
  assert.equal(refusedFor(added({ enterprise_id: 'E0ORG', teams: ['T0SISTER'] })), 'other_workspace');
  assert.equal(refusedFor(added({ enterprise_id: 'E0ELSE', teams: [home] })), 'other_workspace');
  assert.equal(refusedFor(added({ teams: [home] })), 'other_workspace');
  assert.equal(refusedFor(added({ enterprise_id: 'E0ORG' })), 'other_workspace');
  const alone = { teamId: home, enterpriseId: null };
  for (const enterprise_id of [undefined, null, 'E0ORG']) {
    const stranger = member('U0LEO', null, added({ enterprise_id, teams: [home] })) as SlackUser;
    assert.equal(personOf(stranger, reader, alone, null).isMember, false);
  }
});

test('an address counts as confirmed only when Slack says so', () => {
  const shown = (email: unknown, is_email_confirmed?: unknown) =>
    shownEmailOf({ profile: { email }, is_email_confirmed } as SlackUser);
  assert.deepEqual(shown(' leo@example.com ', true), { address: 'leo@example.com', isConfirmed: true });
  for (const value of [undefined, null, false, 'true', 1])
    assert.equal(shown('leo@example.com', value)?.isConfirmed, false);
  for (const email of [undefined, null, '', '  ']) assert.equal(shown(email, true), null);
  assert.equal(shownEmailOf({} as SlackUser), null);
});

test('a token that names no workspace is no ground to stand on', () => {
  assert.deepEqual(ownTeamOf({ ok: true, team_id: home, enterprise_id: '' }), { teamId: home, enterpriseId: null });
  for (const team_id of ['', undefined])
    assert.throws(() => ownTeamOf({ ok: true, ...(team_id === '' ? { team_id } : {}) }));
});
