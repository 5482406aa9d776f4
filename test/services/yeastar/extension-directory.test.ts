import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Extension, extensions } from '../../../simulators/pbx/index.ts';
import { parseExtensionNumber } from '../../../src/services/call-reference/ids.ts';
import { hour, minute, second } from './hand-clock.ts';
import { assertFails, bounded, documentedCall, type Line, openLine } from './support.ts';

/** Looks a number up, as a person typed it. */
async function look(line: Line, typed: string): Promise<number> {
  const number = parseExtensionNumber(typed);
  assert.ok(number !== null);
  const extension = await line.phoneSystem.findExtension(number);
  assert.equal(extension.number, number);
  return extension.id;
}

const searches = ({ pbx }: Line) => pbx.count('extension/search');

test('only the very number counts among all that a keyword search finds', bounded, async (t) => {
  const line = await openLine(t);
  const found: Record<string, number> = {};
  for (const number of ['100', '1000', '1001', '7', '3202']) found[number] = await look(line, number);
  assert.deepEqual(found, { '100': 21, '1000': 3, '1001': 5, '7': 12, '3202': 60 });
});

test('an extension numbered 7 and one whose id is 7 are two different ones', bounded, async (t) => {
  const line = await openLine(t);
  assert.equal(await look(line, '7'), 12);
  assert.equal(await look(line, '1002'), 7);
});

test('a number that only begins like others, or is only a mobile number, is nobody’s', bounded, async (t) => {
  const line = await openLine(t);
  for (const number of ['10', '32', '2025550100', '60', '0100', '9999'])
    await assertFails(look(line, number), 'extension_not_found', { extensionNumber: number });
});

/** People whose names hold a number, in front of the one whose number it is. */
const crowd = (size: number): readonly Extension[] => [
  ...Array.from({ length: size }, (_, row) => ({ id: 100 + row, number: `1${row + 1_000}`, name: '90000', email: '' })),
  { id: 7_000, number: '90000', name: 'The last one', email: '' },
];

test('a number is found on a later page of the search', bounded, async (t) => {
  const line = await openLine(t, { pbx: { extensions: crowd(250) } });
  assert.equal(await look(line, '90000'), 7_000);
  assert.deepEqual(
    line.pbx.requests.filter(({ endpoint }) => endpoint === 'extension/search').map(({ query }) => query.page),
    ['1', '2', '3'],
  );
});

test('a number is found although the PBX puts fewer rows on a page than it was asked for', bounded, async (t) => {
  const line = await openLine(t, { pbx: { extensions: crowd(45), pageSizeLimit: 20 } });
  assert.equal(await look(line, '90000'), 7_000);
  assert.equal(searches(line), 3);
});

test('a search for nobody ends with the last page', bounded, async (t) => {
  const line = await openLine(t, { pbx: { extensions: crowd(250).slice(0, 250) } });
  await assertFails(look(line, '90000'), 'extension_not_found', { extensionNumber: '90000' });
  assert.equal(searches(line), 3);
});

test('whichever way a search says that it found nothing, nobody has this number', bounded, async (t) => {
  const line = await openLine(t);
  for (const nothing of [
    '"total_number":0,"data":[]',
    '"total_number":0,"data":null',
    '"total_number":0',
    '"data":[]',
  ]) {
    line.pbx.script('extension/search', { kind: 'raw', body: `{"errcode":0,${nothing}}` });
    await assertFails(look(line, '3202'), 'extension_not_found', { extensionNumber: '3202' });
  }
});

const unreadable = [
  { what: 'a text in place of rows', body: '{"errcode":0,"total_number":1,"data":"gone"}', fault: 'data' },
  {
    what: 'a row without an id',
    body: '{"errcode":0,"total_number":1,"data":[{"number":"3202"}]}',
    fault: 'data.0.id',
  },
  {
    what: 'an id written as text',
    body: '{"errcode":0,"total_number":1,"data":[{"id":"sixty","number":"3202"}]}',
    fault: 'data.0.id',
  },
];

for (const { what, body, fault } of unreadable)
  test(`a search answered with ${what} is not taken for "nobody has this number"`, bounded, async (t) => {
    const line = await openLine(t);
    line.pbx.script('extension/search', { kind: 'raw', body }, 10);
    await assertFails(look(line, '3202'), 'pbx_unexpected', { fault });
  });

test('a search that promises rows and gives none ends', bounded, async (t) => {
  const line = await openLine(t);
  const body = '{"errcode":0,"errmsg":"SUCCESS","total_number":1000000,"data":[]}';
  line.pbx.script('extension/search', { kind: 'raw', body }, 100);
  await assertFails(look(line, '3202'), 'extension_not_found');
  assert.equal(searches(line), 1);
});

test('a search that never ends is ended after fifty pages', bounded, async (t) => {
  const line = await openLine(t);
  const body = '{"errcode":0,"total_number":1000000,"data":[{"id":1,"number":"1"}]}';
  line.pbx.script('extension/search', { kind: 'raw', body }, 1_000);
  await assertFails(look(line, '3202'), 'extension_not_found');
  assert.equal(searches(line), 50);
});

test('a number the PBX writes as a JSON number is the same number', bounded, async (t) => {
  const line = await openLine(t);
  const body = '{"errcode":0,"total_number":1,"data":[{"id":60,"number":3202}]}';
  line.pbx.script('extension/search', { kind: 'raw', body });
  assert.equal(await look(line, '3202'), 60);
});

test('what was found is remembered for an hour', bounded, async (t) => {
  const line = await openLine(t);
  await look(line, '3202');
  line.clock.advance(hour - 1);
  await look(line, '3202');
  assert.equal(searches(line), 1);
  line.clock.advance(1);
  await look(line, '3202');
  assert.equal(searches(line), 2);
});

test('what was not found is asked for again', bounded, async (t) => {
  const line = await openLine(t);
  await assertFails(look(line, '9999'), 'extension_not_found');
  await assertFails(look(line, '9999'), 'extension_not_found');
  assert.equal(searches(line), 2);
});

test('a hundred people who ask for the same number cause one search, for two numbers two', bounded, async (t) => {
  const line = await openLine(t);
  const numbers = Array.from({ length: 100 }, (_, person) => (person % 2 === 0 ? '3202' : '1000'));
  const ids = await Promise.all(numbers.map((number) => look(line, number)));
  assert.deepEqual(ids.slice(0, 2), [60, 3]);
  assert.equal(searches(line), 2);
});

/** A line to a PBX whose staff can change; gives the number 3202 to somebody else. */
async function openChangingLine(t: Parameters<typeof openLine>[0], unknownExtensionErrcode = 60001) {
  const staff = [...extensions];
  const line = await openLine(t, { pbx: { extensions: staff, unknownExtensionErrcode } });
  const giveAwayAnew = (id: number) => {
    const row = staff.findIndex(({ number }) => number === '3202');
    staff[row] = { id, number: '3202', name: 'Human Agent - Ann New', email: 'ann@example.com' };
  };
  return { ...line, giveAwayAnew };
}

for (const errcode of [60001, 40002])
  test(`a number given away anew is looked up again, once, when its old id gets ${errcode}`, bounded, async (t) => {
    const line = await openChangingLine(t, errcode);
    await line.find();
    line.giveAwayAnew(999);
    line.clock.advance(minute);
    const summary = await line.find();
    assert.equal(summary.extensionNumber, '3202');
    assert.equal(searches(line), 2);
    assert.equal(line.pbx.requests.at(-1)?.query.dst_ext_id, '999');
    await line.find();
    assert.equal(searches(line), 2, 'the new id is remembered');
  });

test(
  'a leg without a summary costs one look at the directory, and no second round for the same id',
  bounded,
  async (t) => {
    const line = await openLine(t);
    const nothing = '20260518140005-00000 3202';
    await line.find();
    line.clock.advance(minute);
    await assertFails(line.find(nothing), 'summary_not_found');
    assert.equal(searches(line), 2);
    assert.equal(line.pbx.count('cdr/getaisummary'), 1 + 2);
    await assertFails(line.find(nothing), 'summary_not_found');
    assert.equal(searches(line), 2, 'what was learnt a moment ago is believed');
    line.clock.advance(10 * second);
    await assertFails(line.find(nothing), 'summary_not_found');
    assert.equal(searches(line), 3);
  },
);

test('a refused parameter that a fresh id does not mend is said as it is', bounded, async (t) => {
  const line = await openLine(t);
  await line.find();
  line.clock.advance(minute);
  line.pbx.script('cdr/getaisummary', { kind: 'errcode', errcode: 40002 }, 100);
  await assertFails(line.find(), 'pbx_refused', { errcode: 40002 });
  assert.equal(searches(line), 2);
});

test('an extension that is gone for good is not found any more', bounded, async (t) => {
  const staff = [...extensions];
  const line = await openLine(t, { pbx: { extensions: staff } });
  await line.find();
  staff.splice(0);
  line.clock.advance(minute);
  await assertFails(line.find(documentedCall), 'extension_not_found', { extensionNumber: '3202' });
});
