import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CallSummaryError } from '../../../src/errors.ts';
import { call, channel, openOffice, refusalOf, there } from './office.ts';
import { knownPeople, leo, reader } from './people.ts';

test('a person reads and posts the calls of the extension that has their address', async () => {
  const { access, written, people } = openOffice();
  await access.assertMayLookUp(reader, call);
  await access.assertMayRead(reader, call);
  await access.assertMayPost(reader, call, there());
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
  await access.assertMayPost(reader, call, there());
  assert.deepEqual(people.asked, [
    'who is U0LEO (recent)',
    'is U0LEO in S0LEADS (recent)',
    'who is U0LEO (now)',
    'is U0LEO in S0LEADS (now)',
  ]);
  assert.deepEqual(phoneSystem.asked, ['leo.ball@example.com (recent)', 'leo.ball@example.com (now)']);
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
    await assert.rejects(access.assertMayPost(reader, call, there()), { code: 'not_allowed' });
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

const pbxTimeout = new CallSummaryError('pbx_timeout', {});

test('while the phone system does not answer, ties, leads and administrators read all the same', async () => {
  const files = [
    'ties: [{ person: U0LEO, extension: 3202 }]',
    'leads: [{ group: S0LEADS, extensions: [3202] }]',
    'admins: [U0LEO]',
  ];
  for (const file of files) {
    const { access, phoneSystem } = openOffice(file, knownPeople(leo, ['S0LEADS']));
    phoneSystem.failure = pbxTimeout;
    await access.assertMayLookUp(reader, call);
    await access.assertMayRead(reader, call);
    await access.assertMayPost(reader, call, there());
    assert.equal((await access.assertMayList(reader, null))(call) !== null, true, file);
  }
});

test('whom only their address could allow reads what is wrong with the phone system, and nothing opens', async () => {
  const { access, phoneSystem, written, listed } = openOffice();
  phoneSystem.failure = pbxTimeout;
  for (const asking of [
    access.assertMayLookUp(reader, call),
    access.assertMayPost(reader, call, there()),
    access.assertMayList(reader, null),
    access.listRights(reader, '3202'),
  ])
    await assert.rejects(asking, pbxTimeout);
  const rules = [...written, ...listed].map(({ decision }) => decision.rule);
  assert.deepEqual(rules, ['not_verified', 'not_verified', 'not_verified'], 'and that is written down');
});

test('whom an address could not help is refused in the usual words, whatever the phone system does', async () => {
  const outside = openOffice('ties: [{ person: U0LEO, extension: 3202, from: 2026-06-01 }]');
  outside.phoneSystem.failure = pbxTimeout;
  assert.equal((await refusalOf(outside.access.assertMayLookUp(reader, call))).reason, 'no_right');
  const stranger = openOffice('', knownPeople('unknown'));
  stranger.phoneSystem.failure = pbxTimeout;
  assert.equal((await refusalOf(stranger.access.assertMayLookUp(reader, call))).reason, 'not_verified');
});

test('only groups that lead the extension are asked about, and all of them for a list', async () => {
  const file = 'leads: [{ group: S0LEADS, extensions: [3202] }, { group: S0FAR, extensions: [4000-4999] }]';
  const people = knownPeople(leo, ['S0LEADS']);
  const { access } = openOffice(file, people);
  await access.assertMayRead(reader, call);
  await access.assertMayPost(reader, call, there());
  await access.listRights(reader, '3202');
  await access.explain('U0LEO', { ...call, extensionNumber: '4000' });
  assert.deepEqual(
    people.asked.filter((question) => question.startsWith('is ')),
    [
      'is U0LEO in S0LEADS (recent)',
      'is U0LEO in S0LEADS (now)',
      'is U0LEO in S0LEADS or S0FAR (recent)',
      'is U0LEO in S0FAR (now)',
    ],
  );
});

test('the conversation is looked at last, when everything about the person is known', async () => {
  const people = knownPeople(leo, ['S0LEADS']);
  const { access, phoneSystem, written } = openOffice('leads: [{ group: S0LEADS, extensions: [3202] }]', people);
  const known: number[] = [];
  const describe = async () => {
    known.push(people.asked.length, phoneSystem.asked.length, written.length);
    return channel;
  };
  await access.assertMayPost(reader, call, { threadTs: null, describe });
  assert.deepEqual(known, [2, 1, 0]);
  assert.deepEqual([people.asked.length, phoneSystem.asked.length, written.length], [2, 1, 1], 'and nothing after');
});

test('a conversation that cannot be looked at gets nothing', async () => {
  const { access } = openOffice();
  const describe = () => Promise.reject(new Error('slack'));
  await assert.rejects(access.assertMayPost(reader, call, { threadTs: null, describe }), { message: 'slack' });
});
