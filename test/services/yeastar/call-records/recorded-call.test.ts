import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { recordedCallOf } from '../../../../src/services/yeastar/call-records/recorded-call.ts';
import { displayFormatOf, readWallTime, writeWallTime } from '../../../../src/services/yeastar/display-format.ts';
import type { PbxClock } from '../../../../src/services/yeastar/pbx-clock.ts';

const format = displayFormatOf('YYYY/MM/DD', false);
assert.ok(format !== null);

/** A PBX whose clock shows UTC. */
const clock: PbxClock = {
  read: (text) => readWallTime(text, format),
  write: (moment) => writeWallTime(moment, format),
};

const documented = {
  uid: '20261016150409C6FF1',
  leg_id: '20261016150409-BC686',
  time: '2026/10/05 10:00:00',
  call_type: 'Inbound',
  call_from: 'Kristin Hale<2025550143>',
  call_to: 'Leo Ball<3202>',
  call_duration: 162,
  ai_transcription: [{ type: 'speak', source_number: '1003', content: 'the secret word', timestamp: 1778682761123 }],
  ai_summary: '<p>the secret point</p>',
};

const callOf = (changes: object) => recordedCallOf({ ...documented, ...changes }, clock);
const numbersOf = (changes: object) => callOf({ ai_transcription: [], ...changes })?.extensionNumbers ?? null;

test('a row becomes a call with its parties, its time and its length, and nothing of what was said', () => {
  const call = recordedCallOf(documented, clock);
  assert.deepEqual(call, {
    cdrId: '20261016150409-BC686',
    startedAt: new Date('2026-10-05T10:00:00Z'),
    direction: 'inbound',
    from: 'Kristin Hale<2025550143>',
    to: 'Leo Ball<3202>',
    durationSeconds: 162,
    extensionNumbers: ['3202', '1003'],
  });
  assert.doesNotMatch(inspect(call, { depth: Infinity }), /secret/);
});

const writtenParties = [
  '3202',
  ' 3202 ',
  'Leo Ball<3202>',
  'Leo Ball <3202>',
  '"Leo Ball" <3202>',
  '<3202>',
  '< 3202 >',
  'A<B> & "C<1" <3202>',
  'Inês <Support><3202>',
];

for (const party of writtenParties)
  test(`the extension in ${party} is 3202`, () => {
    assert.deepEqual(numbersOf({ call_to: party }), ['3202']);
    assert.deepEqual(numbersOf({ call_type: 'Outbound', call_from: party, call_to: '+49 20 25550143' }), ['3202']);
  });

test('a number that is a JSON number is the same number', () => {
  assert.deepEqual(numbersOf({ call_to: 3202 }), ['3202']);
});

for (const party of [
  '',
  'Leo Ball',
  '+4920255501',
  '*97',
  '12345678901',
  '3202<Leo Ball>',
  '<>',
  '3202>',
  '<3202',
  null,
])
  test(`${inspect(party)} is no extension, so the call cannot be asked for`, () =>
    assert.equal(callOf({ call_to: party, ai_transcription: [] }), null));

const outside = '2025550143';
const sides = [
  { call_type: 'Inbound', call_from: outside, call_to: '3202', numbers: ['3202'] },
  { call_type: 'inbound ', call_from: outside, call_to: '3202', numbers: ['3202'] },
  { call_type: 'Outbound', call_from: '3202', call_to: outside, numbers: ['3202'] },
  { call_type: 'Internal', call_from: '3201', call_to: '3202', numbers: ['3202', '3201'] },
  { call_type: 'Internal', call_from: '3202', call_to: '3202', numbers: ['3202'] },
  { call_type: 'Conference', call_from: '3201', call_to: '3202', numbers: ['3202', '3201'] },
  { call_type: undefined, call_from: '3201', call_to: '3202', numbers: ['3202', '3201'] },
];

for (const { numbers, ...row } of sides)
  test(`${row.call_type} from ${row.call_from} to ${row.call_to} may concern ${numbers.join(' and ')}`, () =>
    assert.deepEqual(numbersOf(row), numbers));

test('who spoke comes after the parties, each once, and the caller from outside is nobody here', () => {
  const ai_transcription = ['1003', outside, '3202', '1003', 1004, '+4920', null].map((source_number) => ({
    source_number,
  }));
  assert.deepEqual(callOf({ call_to: '6400', ai_transcription })?.extensionNumbers, ['6400', '1003', '3202', '1004']);
  const dialled = { call_type: 'Outbound', call_from: '3202', call_to: outside, ai_transcription };
  assert.deepEqual(callOf(dialled)?.extensionNumbers, ['3202', '1003', '1004']);
});

for (const ai_transcription of [undefined, null, 'x', {}, [null, 1, 'x', [], {}, { source_number: {} }]])
  test(`a transcript that is ${inspect(ai_transcription)} names nobody`, () =>
    assert.deepEqual(numbersOf({ ai_transcription }), ['3202']));

for (const ai_summary of ['', ' ', '\n\t\u00a0', null, [], {}, 0, false])
  test(`a row whose summary is ${inspect(ai_summary)} has none, and is left out`, () =>
    assert.equal(callOf({ ai_summary }), null));

test('a row that does not mention summaries may have one', () => {
  const { ai_summary: _, ...row } = documented;
  assert.equal(recordedCallOf(row, clock)?.cdrId, documented.leg_id);
});

for (const leg_id of [undefined, null, '', '20261016150409C6FF1', '1651057476.362', 'x'.repeat(80), 7, {}])
  test(`a row whose leg id is ${inspect(leg_id)} is left out`, () => assert.equal(callOf({ leg_id }), null));

for (const row of [null, undefined, 1, 'row', [], true])
  test(`${inspect(row)} in place of a row is left out`, () => assert.equal(recordedCallOf(row, clock), null));

test('every field but the leg id and one party may be missing', () => {
  assert.deepEqual(recordedCallOf({ leg_id: '20261016150409-BC686', call_to: '3202' }, clock), {
    cdrId: '20261016150409-BC686',
    startedAt: new Date('2026-10-16T15:04:09Z'),
    direction: null,
    from: '',
    to: '3202',
    durationSeconds: null,
    extensionNumbers: ['3202'],
  });
});

test('a time that cannot be read is taken from the leg id, and if that says none there is none', () => {
  for (const time of ['', '10/05/2026 10:00:00', 'yesterday', 17, null])
    assert.deepEqual(callOf({ time })?.startedAt, new Date('2026-10-16T15:04:09Z'), inspect(time));
  for (const leg_id of ['20261316150409-BC686', 'abc-123456'])
    assert.equal(callOf({ time: '', leg_id })?.startedAt, null, leg_id);
});

for (const [call_duration, seconds] of [
  [0, 0],
  ['162', 162],
  [161.6, 162],
  [-1, null],
  ['02:42', null],
  [Number.NaN, null],
  [null, null],
  [{}, null],
] as const)
  test(`a duration of ${inspect(call_duration)} is ${seconds} seconds`, () =>
    assert.equal(callOf({ call_duration })?.durationSeconds, seconds));

test('a name without end is cut, and what is cut is still a text', () => {
  const call = callOf({
    call_from: `${'🙂'.repeat(99)}x${'🙂'.repeat(500)}<2025550143>`,
    call_to: `${'x'.repeat(500)}<3202>`,
  });
  assert.equal(call?.from.length, 200);
  assert.ok(call?.from.isWellFormed());
  assert.equal(call?.to, 'x'.repeat(200));
  assert.deepEqual(call?.extensionNumbers, ['3202', '1003']);
});

test('a row that names __proto__ changes no object but itself', () => {
  const row: unknown = JSON.parse('{"__proto__":{"call_to":"3202","polluted":true},"leg_id":"20261016150409-BC686"}');
  assert.equal(recordedCallOf(row, clock), null);
  assert.ok(!('polluted' in {}));
});
