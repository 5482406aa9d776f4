import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ruleForWith } from '../../../src/services/access/listing.ts';
import { leoFacts, rules } from './large-company.ts';
import { callAgo, leo, listed, now, number, switchboard, wish } from './switchboard.ts';

const hale = callAgo(8 * 60, { from: 'Kristin Hâle<+1 202 555-0143>' }); // 14 May 2026, 01:00 UTC
const strom = callAgo(40 * 60, { from: 'Åsa STRÖM<0745150974>', extensionNumbers: [number('4417')] }); // 12 May, 17:00 UTC
const wang = callAgo(100 * 60, { from: '王伟明<6400>', to: '', extensionNumbers: [number('3202')] }); // 10 May, 05:00 UTC
const timeless = callAgo(1, { from: 'Nobody', startedAt: null });

const names = new Map(
  [hale, strom, wang, timeless].map(({ cdrId }, index) => [cdrId, ['hale', 'strom', 'wang', 'timeless'][index]]),
);
const found = async (search: string, timeZone: string | null = null) => {
  const { recentCalls } = switchboard(() => listed(hale, strom, wang, timeless), { timeZoneOf: async () => timeZone });
  const { calls } = await recentCalls.suggested(leo, wish({ search }));
  return calls.map(({ reference }) => names.get(reference.cdrId)).join(' ');
};

test('a call is found by a part of a name, whatever the case and the accents', async () => {
  for (const search of ['hale', 'HALE', 'Hâle', 'ha\u0302l', 'kristin hale', 'hale kristin', '  Hale,  Kristin '])
    assert.equal(await found(search), 'hale', search);
  for (const search of ['asa', 'strom', 'ström', 'ÅSA Strom', 'Ａｓａ'])
    assert.equal(await found(search), 'strom', search);
  assert.equal(await found('伟明'), 'wang');
});

test('every word has to be there', async () => {
  assert.equal(await found('kristin strom'), '');
  assert.equal(await found(''), 'hale strom wang timeless');
  assert.equal(await found(' \t,; '), 'hale strom wang timeless');
});

test('a number is found however it is written, from three digits on', async () => {
  for (const search of ['0143', '5550143', '555-0143', '+1 202', '(202)', '+12025550143', '202.555'])
    assert.equal(await found(search), 'hale', search);
  assert.equal(await found('0974'), 'strom');
  assert.equal(await found('43'), '');
});

test('an extension number is found, also by how it begins', async () => {
  assert.equal(await found('4417'), 'strom');
  assert.equal(await found('44'), 'strom');
});

test('a leg id is found by how it begins, and by nothing else of it', async () => {
  assert.equal(await found(hale.cdrId), 'hale');
  assert.equal(await found(hale.cdrId.toLowerCase().slice(0, 12)), 'hale');
  assert.equal(await found(hale.cdrId.slice(3)), '');
});

test('a day is found in the spellings people use', async () => {
  for (const search of [
    '2026-05-12',
    '12 May',
    'may 12',
    '12.05.',
    '12.5.2026',
    '12/05/2026',
    '05/12',
    'tuesday',
    'tue',
    '12 May 2026',
    '12 May, 17:00',
    '17:00',
  ])
    assert.equal(await found(search), 'strom', search);
  assert.equal(await found('1 May'), '', 'not the 10th, the 12th or the 14th');
  assert.equal(await found('10 may'), 'wang');
  assert.equal(await found('june'), '');
});

test('today and yesterday are counted where the reader is', async () => {
  assert.equal(await found('today'), 'hale');
  assert.equal(await found('yesterday'), '');
  assert.equal(await found('today', 'America/New_York'), '');
  assert.equal(await found('yesterday', 'America/New_York'), 'hale');
  assert.equal(await found('13 may 21:00', 'America/New_York'), 'hale');
  assert.equal(await found('today', 'Not/AZone'), 'hale', 'UTC where the zone is unknown');
});

test('whatever is typed leads to an answer, and a part of a shown name to its call', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 400 }), async (search) => {
      assert.equal(typeof (await found(search)), 'string');
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.nat(11), fc.integer({ min: 1, max: 12 }), async (start, length) => {
      const part = 'Kristin Hâle'.slice(start, start + length);
      assert.match(await found(part), /hale/, part);
    }),
  );
});

const people = ['Kristin Hale', 'Åsa Ström', 'Jürgen Groß', 'Human Agent - Leo Ball'];
const many = Array.from({ length: 2_000 }, (_, index) =>
  callAgo(index * 5, { from: `${people[index % 4]}<+1202555${String(index).padStart(4, '0')}>` }),
);

/** The least time that a letter takes in two thousand calls, in milliseconds. */
async function leastTimeFor(search: string, changes: Parameters<typeof switchboard>[1]): Promise<number> {
  const { recentCalls } = switchboard(() => listed(...many), {
    timeZoneOf: async () => 'Europe/Amsterdam',
    ...changes,
  });
  const ask = () => recentCalls.suggested(leo, wish({ search, near: now }));
  await ask();
  const times: number[] = [];
  for (let round = 0; round < 8; round += 1) {
    const start = performance.now();
    await ask();
    times.push(performance.now() - start);
  }
  return Math.min(...times);
}

test('two thousand calls are searched fast enough for every letter somebody types', async () => {
  for (const search of ['', 'k', 'kr', '0143', '13 may', 'yesterday hale', 'nothing like it']) {
    const took = await leastTimeFor(search, {});
    assert.ok(took < 20, `“${search}” took ${took} ms`);
  }
});

test('deciding by the rules of a large company about each of them, for every letter, takes little more', async () => {
  const took = await leastTimeFor('kr', { mayList: async () => ruleForWith(leoFacts, rules) });
  assert.ok(took < 50, `${took} ms`);
});
