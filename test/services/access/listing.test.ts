import assert from 'node:assert/strict';
import { test } from 'node:test';
import { call, channel, openOffice, refusalOf } from './office.ts';
import { knownPeople, leo, reader } from './people.ts';

const nobodysAddress = { ...leo, email: null };
const listOf = (office: ReturnType<typeof openOffice>, number: string | null = null) =>
  office.access.assertMayList(reader, number);
const refusalOfList = (office: ReturnType<typeof openOffice>, number: string | null = null) =>
  refusalOf(listOf(office, number).then(() => {}));

test('whoever may read something may have it listed, each call decided by itself', async () => {
  const office = openOffice('ties: [{ person: U0LEO, extension: 4000, from: 2026-05-13 }]');
  const ruleFor = await listOf(office);
  assert.deepEqual(
    [
      ruleFor(call),
      ruleFor({ ...call, extensionNumber: '4000' }),
      ruleFor({ extensionNumber: '4000', cdrId: '20260512235959-00000' }),
      ruleFor({ ...call, extensionNumber: '9999' }),
    ],
    ['own_extension', 'tie', null, null],
  );
});

test('in a list a call whose day is not known is not one that dates allow', async () => {
  const office = openOffice('ties: [{ person: U0LEO, extension: 4000, from: 2026-05-13 }]');
  assert.equal((await listOf(office))({ extensionNumber: '4000', cdrId: null }), null);
});

test('one extension is listed to those who may read it, and refused to everybody else in the usual words', async () => {
  const office = openOffice();
  await listOf(office, '3202');
  const refusal = await refusalOfList(office, '1001');
  assert.deepEqual(
    refusal,
    await refusalOf(office.access.assertMayLookUp(reader, { ...call, extensionNumber: '1001' })),
  );
});

test('who may read nothing, or is nobody who may, has nothing listed', async () => {
  assert.equal((await refusalOfList(openOffice('', knownPeople(nobodysAddress)))).reason, 'no_right');
  assert.equal((await refusalOfList(openOffice('', knownPeople('unknown')))).reason, 'not_verified');
  const tied = 'ties: [{ person: U0LEO, extension: 4000 }]';
  const guest = knownPeople({ ...leo, isGuest: true });
  assert.equal((await refusalOfList(openOffice(tied, guest))).reason, 'not_a_full_member');
});

test('while Slack does not say who is in a group, one’s own calls are listed all the same', async () => {
  const office = openOffice('leads: [{ group: S0LEADS, extensions: [4000] }]');
  office.people.membership = { groups: new Set(), isComplete: false };
  const ruleFor = await listOf(office);
  assert.deepEqual([ruleFor(call), ruleFor({ ...call, extensionNumber: '4000' })], ['own_extension', null]);
});

test('an administrator has everything listed', async () => {
  const office = openOffice('admins: [U0LEO]', knownPeople(nobodysAddress));
  assert.equal((await listOf(office))({ ...call, extensionNumber: '9999' }), 'admin');
});

test('each list is written down before it is shown, with the rule where one decided it', async () => {
  const office = openOffice('admins: [U0LEO]', knownPeople(nobodysAddress));
  await listOf(office);
  await listOf(office, '4000');
  office.people.person = 'unknown';
  await refusalOfList(office);
  assert.deepEqual(
    office.listed.map(({ readerId, teamId, extensionNumber, decision }) => [
      readerId,
      teamId,
      extensionNumber,
      decision,
    ]),
    [
      ['U0LEO', 'T0HOME', null, { allowed: true, rule: 'admin' }],
      ['U0LEO', 'T0HOME', '4000', { allowed: true, rule: 'admin' }],
      ['U0LEO', 'T0HOME', null, { allowed: false, rule: 'not_verified' }],
    ],
  );
});

test('the rights to a list are asked for again without being written down, by the rules of that moment', async () => {
  const office = openOffice('admins: [U0LEO]', knownPeople(nobodysAddress));
  assert.equal((await office.access.listRights(reader, null))(call), 'admin');
  office.rules.reload('ties: [{ person: U0LEO, extension: 4000 }]');
  const ruleFor = await office.access.listRights(reader, null);
  assert.deepEqual([ruleFor(call), ruleFor({ ...call, extensionNumber: '4000' })], [null, 'tie']);
  office.rules.reload('');
  const { reason } = await refusalOf(office.access.listRights(reader, null).then(() => {}));
  assert.equal(reason, 'no_right');
  assert.deepEqual([office.listed, office.written], [[], []]);
});

test('a post is taken back by whoever shared it, and by administrators', () => {
  const { access, rules } = openOffice('admins: [U0KIM]');
  const ruleFor = (readerId: string) => access.retractRule(readerId, 'U0LEO').rule;
  assert.deepEqual(['U0LEO', 'U0KIM', 'U0ADMIN', 'U0SAM'].map(ruleFor), ['sharer', 'admin', 'admin', null]);
  assert.equal(access.retractRule('U0ADMIN', 'U0ADMIN').rule, 'sharer');
  assert.equal(access.retractRule('U0SAM', 'U0LEO').rulesVersion, rules.current().version);
  rules.reload('');
  assert.equal(ruleFor('U0KIM'), null);
});

test('what stands in the way of a place, and what is masked there, is known before anybody asks', () => {
  const { access } = openOffice('closed_channels: [C0CLOSED]\nredacted_channels: [C0MASKED]');
  const rulesOf = (change: object) => access.placeRules({ ...channel, ...change });
  assert.deepEqual(rulesOf({}), { obstacle: null, isRedacted: false });
  assert.deepEqual(rulesOf({ channelId: 'C0MASKED' }), { obstacle: null, isRedacted: true });
  assert.equal(rulesOf({ channelId: 'C0CLOSED' }).obstacle, 'closed_channel');
  assert.equal(rulesOf({ sharing: 'external' }).obstacle, 'external_channel');
  assert.equal(rulesOf({ sharing: 'unknown' }).obstacle, 'channel_not_verified');
});
