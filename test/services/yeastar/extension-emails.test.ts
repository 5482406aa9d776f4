import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Extension } from '../../../simulators/pbx/index.ts';
import type { Freshness } from '../../../src/services/access/people-directory.ts';
import { createExtensionEmails } from '../../../src/services/yeastar/extension-emails.ts';
import { minute, second } from './hand-clock.ts';
import { always, assertFails, bounded, hungUp, type Line, openLine } from './support.ts';

const leo = 'leo.ball@helpdesk.example';
const lists = ({ pbx }: Line) => pbx.count('extension/list');

/** A staff of so many, of whom the last has Leo's address. */
const staff = (size: number): readonly Extension[] =>
  Array.from({ length: size }, (_, row) => ({
    id: row + 1,
    number: `${row + 10_000}`,
    name: `Person ${row}`,
    email: row === size - 1 ? leo : `person${row}@helpdesk.example`,
  }));

/** An answer of extension/list with these rows. */
const listing = (rows: readonly unknown[], total: unknown = rows.length) => ({
  kind: 'raw' as const,
  body: JSON.stringify({ errcode: 0, errmsg: 'SUCCESS', total_number: total, data: rows }),
});

test('an address is one person’s, two desks’ or nobody’s', bounded, async (t) => {
  const { phoneSystem } = await openLine(t);
  assert.deepEqual(await phoneSystem.numbersWithEmail(leo, 'recent'), ['3202']);
  assert.deepEqual(await phoneSystem.numbersWithEmail('returns@helpdesk.example', 'recent'), ['3210', '3211']);
  assert.deepEqual(await phoneSystem.numbersWithEmail('nobody@helpdesk.example', 'recent'), []);
});

test('capitals and spaces around an address do not matter, on either side', bounded, async (t) => {
  const line = await openLine(t, {
    pbx: { extensions: [{ id: 1, number: '3202', name: 'Leo', email: ' LEO.Ball@Helpdesk.example ' }] },
  });
  for (const typed of [leo, 'Leo.Ball@HELPDESK.example', ` ${leo}\n`])
    assert.deepEqual(await line.phoneSystem.numbersWithEmail(typed, 'recent'), ['3202']);
});

test('letters that only look alike, and parts of an address, are somebody else’s', bounded, async (t) => {
  const { phoneSystem } = await openLine(t, {
    pbx: { extensions: [{ id: 1, number: '3202', name: 'Kim', email: 'kim@helpdesk.example' }] },
  });
  for (const typed of ['\u212Aim@helpdesk.example', 'im@helpdesk.example', 'kim@helpdesk.exampl', 'kim', '', '@'])
    assert.deepEqual(await phoneSystem.numbersWithEmail(typed, 'recent'), [], typed);
});

test('extensions without an address share none', bounded, async (t) => {
  const line = await openLine(t);
  for (const typed of ['', ' ', '@']) assert.deepEqual(await line.phoneSystem.numbersWithEmail(typed, 'recent'), []);
  assert.equal(lists(line), 0);
});

test('the last of 250 extensions is found, a hundred on a page', bounded, async (t) => {
  const line = await openLine(t, { pbx: { extensions: staff(250) } });
  assert.deepEqual(await line.phoneSystem.numbersWithEmail(leo, 'recent'), ['10249']);
  assert.deepEqual(
    line.pbx.requests
      .filter(({ endpoint }) => endpoint === 'extension/list')
      .map(({ query }) => [query.page, query.page_size]),
    [
      ['1', '100'],
      ['2', '100'],
      ['3', '100'],
    ],
  );
});

test('a PBX that puts fewer rows on a page is read to its end', bounded, async (t) => {
  const line = await openLine(t, { pbx: { extensions: staff(45), pageSizeLimit: 20 } });
  assert.deepEqual(await line.phoneSystem.numbersWithEmail(leo, 'recent'), ['10044']);
  assert.equal(lists(line), 3);
});

test('odd rows do not hide the others', bounded, async (t) => {
  const line = await openLine(t);
  const rows = [
    null,
    7,
    [],
    {},
    { number: '3203', email_addr: 5 },
    { number: '3204', email_addr: null },
    { number: '3205' },
    { number: 3202, email_addr: leo },
    { number: '3202', email_addr: leo },
    { number: '3206', email_addr: `${leo};other@helpdesk.example` },
  ];
  line.pbx.script('extension/list', listing(rows));
  assert.deepEqual(await line.phoneSystem.numbersWithEmail(leo, 'recent'), ['3202']);
});

test(
  'an extension whose number cannot be read bears its address all the same, which then is nobody’s alone',
  bounded,
  async (t) => {
    for (const number of [{}, ' ', null, undefined]) {
      const line = await openLine(t);
      line.pbx.script(
        'extension/list',
        listing([
          { number: '3202', email_addr: leo },
          { number, email_addr: leo },
        ]),
      );
      assert.equal((await line.phoneSystem.numbersWithEmail(leo, 'recent')).length, 2, JSON.stringify(number));
    }
  },
);

const partial = [
  { what: 'ends before the announced number', pages: [listing([{ number: '1', email_addr: leo }], 2), listing([], 2)] },
  { what: 'is empty and announces somebody', pages: [listing([], 1)] },
  { what: 'announces no number', pages: [listing([{ number: '1', email_addr: leo }], null)] },
  { what: 'announces something that is no number', pages: [listing([{ number: '1', email_addr: leo }], 'many')] },
  {
    what: 'changes while it is read',
    pages: [listing([{ number: '1', email_addr: leo }], 3), listing([{ number: '2', email_addr: leo }], 2)],
  },
];

for (const { what, pages } of partial)
  test(`a list that ${what} proves nobody’s address, and is not kept`, bounded, async (t) => {
    const line = await openLine(t);
    for (const page of pages) line.pbx.script('extension/list', page);
    await assertFails(line.phoneSystem.numbersWithEmail(leo, 'recent'), 'pbx_unexpected');
    assert.equal(lists(line), pages.length);
    line.clock.advance(15 * second);
    assert.deepEqual(await line.phoneSystem.numbersWithEmail(leo, 'recent'), ['3202']);
  });

test('a list that never ends is ended after fifty pages', bounded, async (t) => {
  const line = await openLine(t);
  line.pbx.script('extension/list', listing([{ number: '1', email_addr: leo }], 1_000_000), always);
  await assertFails(line.phoneSystem.numbersWithEmail(leo, 'recent'), 'pbx_unexpected', {
    fault: 'too many extensions',
  });
  assert.equal(lists(line), 50);
});

test('an empty directory is a whole one', bounded, async (t) => {
  const { phoneSystem } = await openLine(t, { pbx: { extensions: [] } });
  assert.deepEqual(await phoneSystem.numbersWithEmail(leo, 'recent'), []);
});

test('the list is remembered for five minutes from the moment of asking', bounded, async (t) => {
  const line = await openLine(t);
  line.pbx.script('extension/list', { kind: 'hold' });
  const first = line.phoneSystem.numbersWithEmail(leo, 'recent');
  await line.pbx.until(() => line.pbx.held === 1);
  line.clock.advance(4 * minute);
  line.pbx.release();
  assert.deepEqual(await first, ['3202']);
  line.pbx.changeExtension('3202', { email: 'ann.new@helpdesk.example' });
  line.clock.advance(minute - 1);
  assert.deepEqual(await line.phoneSystem.numbersWithEmail(leo, 'recent'), ['3202']);
  assert.equal(lists(line), 1);
  line.clock.advance(1);
  assert.deepEqual(await line.phoneSystem.numbersWithEmail(leo, 'recent'), []);
  assert.deepEqual(await line.phoneSystem.numbersWithEmail('ann.new@helpdesk.example', 'recent'), ['3202']);
  assert.equal(lists(line), 2);
});

test('a hundred people who ask at once cause one reading of the list', bounded, async (t) => {
  const line = await openLine(t);
  const asked = Array.from({ length: 100 }, (_, person) => (person % 2 === 0 ? leo : 'returns@helpdesk.example'));
  const answers = await Promise.all(asked.map((email) => line.phoneSystem.numbersWithEmail(email, 'recent')));
  assert.deepEqual(answers.slice(0, 2), [['3202'], ['3210', '3211']]);
  assert.equal(lists(line), 1);
});

test('a failure is told to all who wait for it, and again for fifteen seconds without asking', bounded, async (t) => {
  const line = await openLine(t);
  line.pbx.script('extension/list', { kind: 'errcode', errcode: 10005 });
  const ask = (freshness: Freshness = 'recent') => line.phoneSystem.numbersWithEmail(leo, freshness);
  await Promise.all([1, 2, 3].map(() => assertFails(ask(), 'pbx_not_set_up', { errcode: 10005 })));
  line.clock.advance(15 * second - 1);
  await assertFails(ask(), 'pbx_not_set_up', { errcode: 10005 });
  await assertFails(ask('now'), 'pbx_not_set_up', { errcode: 10005 });
  assert.equal(lists(line), 1);
  line.clock.advance(1);
  assert.deepEqual(await ask(), ['3202']);
});

test('before a post the list is read anew, however recent it is', bounded, async (t) => {
  const line = await openLine(t);
  assert.deepEqual(await line.phoneSystem.numbersWithEmail(leo, 'recent'), ['3202']);
  line.pbx.changeExtension('3202', { email: 'ann.new@helpdesk.example' });
  line.clock.advance(2 * second);
  assert.deepEqual(await line.phoneSystem.numbersWithEmail(leo, 'recent'), ['3202']);
  assert.deepEqual(await line.phoneSystem.numbersWithEmail(leo, 'now'), []);
  assert.deepEqual(await line.phoneSystem.numbersWithEmail(leo, 'recent'), [], 'and later questions get that');
  assert.equal(lists(line), 2);
});

test('ten people who post within two seconds cause one reading of the list', bounded, async (t) => {
  const line = await openLine(t);
  const posts = () => Promise.all([1, 2, 3, 4, 5].map(() => line.phoneSystem.numbersWithEmail(leo, 'now')));
  await posts();
  line.clock.advance(2 * second - 1);
  await posts();
  assert.equal(lists(line), 1);
  line.clock.advance(1);
  await posts();
  assert.equal(lists(line), 2);
});

test(
  'a failure before a post takes nothing from those whom an answer of the last five minutes serves',
  bounded,
  async (t) => {
    const line = await openLine(t);
    await line.phoneSystem.numbersWithEmail(leo, 'recent');
    line.clock.advance(minute);
    line.pbx.script('extension/list', { kind: 'errcode', errcode: 10005 });
    await assertFails(line.phoneSystem.numbersWithEmail(leo, 'now'), 'pbx_not_set_up');
    assert.deepEqual(await line.phoneSystem.numbersWithEmail(leo, 'recent'), ['3202']);
    line.clock.advance(4 * minute);
    line.pbx.script('extension/list', { kind: 'errcode', errcode: 10005 });
    await assertFails(line.phoneSystem.numbersWithEmail(leo, 'recent'), 'pbx_not_set_up');
  },
);

test('all pages together have one deadline, and none is asked for after it', bounded, async (t) => {
  const line = await openLine(t, { pbx: { extensions: staff(250) }, limits: { deadlineMs: minute } });
  line.pbx.script('extension/list', { kind: 'hold' });
  const emails = createExtensionEmails(line.client, line.clock, 50);
  await assertFails(emails.numbersWith(leo, 'now'), 'pbx_timeout');
  line.pbx.release();
  await hungUp(line);
  await line.ask();
  assert.equal(lists(line), 1);
});
