import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DenyRule } from '../../../src/services/access/decision.ts';
import { refusalOf as refusalFor } from '../../../src/services/access/refusal.ts';
import { call, openOffice, refusalOf, there } from './office.ts';
import { knownPeople, leo, reader } from './people.ts';

test('a refusal is the same for an extension that exists and one that does not', async () => {
  const { access, phoneSystem } = openOffice('contact: Ask Mara.');
  phoneSystem.numbers = { ...phoneSystem.numbers, 'mara@example.com': ['3201'] };
  const existing = await refusalOf(access.assertMayLookUp(reader, { ...call, extensionNumber: '3201' }));
  const missing = await refusalOf(
    access.assertMayLookUp(reader, { extensionNumber: '9999', cdrId: '20200101000000-00000' }),
  );
  assert.deepEqual(existing, missing);
  assert.deepEqual(new Set(phoneSystem.asked), new Set(['leo.ball@example.com (recent)']), 'for the reader’s own only');
});

test('a refusal says what the person may read instead, and who can help', async () => {
  const file = `
contact: Ask Mara Quinn.
ties:
  - { person: U0LEO, extension: 4000, from: 2026-03-01 }
  - { person: U0OTHER, extension: 4001 }
leads:
  - { group: S0LEADS, extensions: [3300-3399, 3500] }
  - { group: S0OTHER, extensions: [7000-7999] }
`;
  const { access } = openOffice(file, knownPeople(leo, ['S0LEADS']));
  const always = { from: null, until: null };
  assert.deepEqual(await refusalOf(access.assertMayLookUp(reader, { ...call, extensionNumber: '9999' })), {
    readerId: 'U0LEO',
    reason: 'no_right',
    mayRead: [
      { first: '4000', last: '4000', from: '2026-03-01', until: null },
      { first: '3202', last: '3202', ...always },
      { first: '3300', last: '3399', ...always },
      { first: '3500', last: '3500', ...always },
    ],
    contact: 'Ask Mara Quinn.',
  });
});

test('an extension whose address is shared by another is not offered as readable', async () => {
  const { access, phoneSystem, written } = openOffice();
  phoneSystem.numbers = { 'leo.ball@example.com': ['3202', '3203'] };
  assert.deepEqual((await refusalOf(access.assertMayLookUp(reader, call))).mayRead, []);
  assert.equal(written[0]?.decision.rule, 'email_clash');
});

test('guests, bots, deactivated and foreign people are refused before anything is looked up', async () => {
  const odd = [{ isGuest: true }, { isBot: true }, { isDeactivated: true }, { isMember: false }];
  for (const flags of odd) {
    const people = knownPeople({ ...leo, ...flags });
    const { access, phoneSystem } = openOffice('leads: [{ group: S0LEADS, extensions: [3202] }]', people);
    const { reason, mayRead } = await refusalOf(access.assertMayLookUp(reader, call));
    assert.deepEqual([reason, mayRead], ['not_a_full_member', []]);
    assert.deepEqual([phoneSystem.asked, people.asked], [[], ['who is U0LEO (recent)']]);
  }
});

test('somebody Slack does not vouch for is refused, administrators too', async () => {
  const { access } = openOffice('', knownPeople('unknown'));
  const admin = { id: 'U0ADMIN', teamId: 'T0HOME' };
  for (const asking of [reader, admin])
    assert.equal((await refusalOf(access.assertMayLookUp(asking, call))).reason, 'not_verified');
});

test('a channel that has become shared since the preview gets nothing', async () => {
  const { access } = openOffice();
  await access.assertMayPost(reader, call, there());
  assert.equal(
    (await refusalOf(access.assertMayPost(reader, call, there({ sharing: 'external' })))).reason,
    'external_channel',
  );
  assert.equal(
    (await refusalOf(access.assertMayPost(reader, call, there({ sharing: 'unknown' })))).reason,
    'channel_not_verified',
  );
});

test('where outsiders may read along, they are confirmed first', async () => {
  const { access } = openOffice('allow_external: true');
  assert.equal(
    (await refusalOf(access.assertMayPost(reader, call, there({ sharing: 'external' })))).reason,
    'outsiders_unconfirmed',
  );
  await access.assertMayPost(reader, call, there({ sharing: 'external', isOutsideConfirmed: true }));
});

test('an extension somebody reads for several reasons is named once', async () => {
  const file = `
ties:
  - { person: U0LEO, extension: 3202, until: 2026-02-28 }
`;
  const { access } = openOffice(file);
  const { mayRead } = await refusalOf(access.assertMayLookUp(reader, { ...call, extensionNumber: '9999' }));
  assert.deepEqual(mayRead, [{ first: '3202', last: '3202', from: null, until: '2026-02-28' }]);
});

test('an extension that was somebody else’s for a time is named as readable', async () => {
  const { access } = openOffice('ties: [{ person: U0GONE, extension: 3202, until: 2026-02-28 }]');
  const { mayRead } = await refusalOf(access.assertMayLookUp(reader, { ...call, extensionNumber: '9999' }));
  assert.deepEqual(mayRead, [{ first: '3202', last: '3202', from: null, until: null }]);
});

test('the person hears a reason that says no more than they may know', () => {
  const { rules } = openOffice('contact: Ask Mara.');
  const facts = {
    person: leo,
    membership: { groups: new Set<string>(), isComplete: true },
    numbers: new Set(['3202']),
    numbersFailure: null,
  };
  const told = (rule: DenyRule) => refusalFor('U0LEO', rule, rules.current(), facts);
  const reasons: Readonly<Record<DenyRule, string>> = {
    not_verified: 'not_verified',
    other_workspace: 'not_a_full_member',
    bot: 'not_a_full_member',
    deactivated: 'not_a_full_member',
    guest: 'not_a_full_member',
    outside_dates: 'no_right',
    held_by_another: 'no_right',
    call_day_unknown: 'no_right',
    email_unconfirmed: 'no_right',
    email_clash: 'no_right',
    no_rule: 'no_right',
    closed_channel: 'closed_channel',
    channel_not_verified: 'channel_not_verified',
    external_channel: 'external_channel',
    outsiders_unconfirmed: 'outsiders_unconfirmed',
  };
  for (const rule of Object.keys(reasons) as DenyRule[]) {
    const { reason, mayRead, contact } = told(rule);
    assert.equal(reason, reasons[rule], rule);
    assert.equal(mayRead.length, reason === 'no_right' ? 1 : 0, rule);
    assert.equal(contact, 'Ask Mara.');
  }
});
