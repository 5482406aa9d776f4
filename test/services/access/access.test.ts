import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAccess } from '../../../src/services/access/access.ts';
import { call, channel, openOffice } from './office.ts';
import { clockByHand, knownPeople, leo, reader } from './people.ts';

test('a person reads and posts the calls of the extension that has their address', async () => {
  const { access, written, people } = openOffice();
  await access.assertMayLookUp(reader, call);
  await access.assertMayRead(reader, call);
  await access.assertMayPost(reader, call, channel);
  assert.deepEqual(
    written.map(({ phase, channelId, decision }) => [phase, channelId, decision.rule]),
    [
      ['before_lookup', null, 'own_extension'],
      ['after_answer', null, 'own_extension'],
      ['before_post', 'C0SUPPORT', 'own_extension'],
    ],
  );
  assert.deepEqual(people.asked, ['who is U0LEO (recent)', 'who is U0LEO (recent)', 'who is U0LEO (now)'], 'no groups');
});

test('the extension that came back decides, whatever was asked for', async () => {
  const { access } = openOffice();
  await access.assertMayLookUp(reader, call);
  await assert.rejects(access.assertMayRead(reader, { ...call, extensionNumber: '3201' }), { code: 'not_allowed' });
});

test('before a post everything about the person is asked anew', async () => {
  const people = knownPeople(leo, ['S0LEADS']);
  const { access, phoneSystem } = openOffice('leads: [{ group: S0LEADS, extensions: [3202] }]', people);
  await access.assertMayRead(reader, call);
  await access.assertMayPost(reader, call, channel);
  assert.deepEqual(people.asked, [
    'who is U0LEO (recent)',
    'is U0LEO in S0LEADS (recent)',
    'who is U0LEO (now)',
    'is U0LEO in S0LEADS (now)',
  ]);
  assert.equal(phoneSystem.asked.length, 2);
});

test('whoever is deactivated, made a guest or taken out of the group after the preview posts nothing', async () => {
  const lead = { ...leo, email: null };
  const changes = [
    { person: { ...lead, isDeactivated: true } },
    { person: { ...lead, isGuest: true } },
    { membership: { groups: new Set<string>(), isComplete: true } },
  ];
  for (const change of changes) {
    const people = knownPeople(lead, ['S0LEADS']);
    const { access } = openOffice('leads: [{ group: S0LEADS, extensions: [3202] }]', people);
    await access.assertMayLookUp(reader, call);
    await access.assertMayRead(reader, call);
    Object.assign(people, change);
    await assert.rejects(access.assertMayPost(reader, call, channel), { code: 'not_allowed' });
  }
});

test('the new holder of an extension reads calls from their first day on, and none of the second before', async () => {
  const file = 'ties: [{ person: U0LEO, extension: 3202, from: 2026-03-01 }]';
  const { access } = openOffice(file);
  const lastOfOld = { extensionNumber: '3202', cdrId: '20260228235959-3EE9E' };
  const firstOfNew = { extensionNumber: '3202', cdrId: '20260301000000-3EE9E' };
  const unknown = { extensionNumber: '3202', cdrId: 'call-123456-x' };
  await access.assertMayRead(reader, firstOfNew);
  for (const asked of [lastOfOld, unknown])
    await assert.rejects(access.assertMayRead(reader, asked), { code: 'not_allowed' });
  await assert.rejects(access.assertMayLookUp(reader, lastOfOld), { code: 'not_allowed' }, 'the PBX is not even asked');
  await access.assertMayLookUp(reader, { extensionNumber: '3202', cdrId: null });
});

test('an address that passed to somebody new opens no calls of the days a tie gives to the one before', async () => {
  const file = 'ties: [{ person: U0GONE, extension: 3202, until: 2026-02-28 }]';
  const { access } = openOffice(file);
  await access.assertMayRead(reader, { extensionNumber: '3202', cdrId: '20260301000000-3EE9E' });
  await assert.rejects(access.assertMayRead(reader, { extensionNumber: '3202', cdrId: '20260228235959-3EE9E' }), {
    code: 'not_allowed',
  });
});

test('the phone system’s addresses are at most five minutes old', async () => {
  const { access, phoneSystem, clock } = openOffice();
  await access.assertMayRead(reader, call);
  phoneSystem.numbers = {};
  clock.pass(299_999);
  await access.assertMayRead(reader, call);
  clock.pass(1);
  await assert.rejects(access.assertMayRead(reader, call), { code: 'not_allowed' });
  assert.equal(phoneSystem.asked.length, 2);
});

test('the phone system is asked for no address that nobody can be told by', async () => {
  const addresses = [null, { address: ' ', isConfirmed: true, isUnique: true }];
  for (const email of addresses) {
    const { access, phoneSystem } = openOffice('', knownPeople({ ...leo, email }));
    await assert.rejects(access.assertMayLookUp(reader, call), { code: 'not_allowed' });
    assert.deepEqual(phoneSystem.asked, []);
  }
  const { access, phoneSystem } = openOffice('match_email: false');
  await assert.rejects(access.assertMayLookUp(reader, call), { code: 'not_allowed' });
  assert.deepEqual(phoneSystem.asked, []);
});

test('while the phone system does not answer, its error is what the person sees, and nothing opens', async () => {
  const { rules, people } = openOffice();
  const numbersWithEmail = async () => {
    throw new Error('pbx');
  };
  const access = createAccess({ rules, people, numbersWithEmail, onDecision: () => {}, clock: clockByHand() });
  await assert.rejects(access.assertMayLookUp(reader, call), { message: 'pbx' });
});
