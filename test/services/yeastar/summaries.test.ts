import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleCalls } from '../../../simulators/pbx/index.ts';
import { always, answering, assertFails, bounded, failureOf, type Line, openLine } from './support.ts';

/** The sides on which the PBX was asked for a summary, in order. */
const sidesAsked = ({ pbx }: Line) =>
  pbx.requests
    .filter(({ endpoint }) => endpoint === 'cdr/getaisummary')
    .map(({ query }) => ('dst_ext_id' in query ? 'dst' : 'src'));

const party = {
  id: 53,
  call_id: '20260513223234-3EE9E',
  summary: '<p>About a login.</p>',
  created_at: 1778682824,
  updated_at: 1778682824,
  avatar: '',
  name: 'Human Agent - Leo Ball',
  ext_num: '3202',
};
const other = { ...party, ext_num: '1001', summary: '<p>For Tomás only.</p>' };

test('the documented call is found, asked for by the extension’s id and its leg', bounded, async (t) => {
  const { pbx, find } = await openLine(t);
  const { html, ...rest } = await find();
  assert.match(html, /^<p>Call Summary<\/p>\n<ul>\n<li>Kristin Hale/);
  assert.deepEqual(rest, {
    extensionNumber: '3202',
    name: 'Human Agent - Leo Ball',
    summarisedAt: new Date('2026-05-13T14:33:44Z'),
  });
  assert.deepEqual(pbx.requests.at(-1)?.query, { cdr_id: '20260513223234-3EE9E', dst_ext_id: '60' });
});

test('the called side is asked first, and the caller’s side on a miss', bounded, async (t) => {
  const line = await openLine(t);
  assert.equal((await line.find('20260518094702-40D1B 1001')).extensionNumber, '1001');
  assert.deepEqual(sidesAsked(line), ['dst', 'src']);
});

test('a summary is taken under whichever key it comes', bounded, async (t) => {
  for (const data of [{ dst: party }, { src: party }, { src: null, dst: party }, { src: party, dst: {} }]) {
    const line = await openLine(t);
    line.pbx.script('cdr/getaisummary', answering(data));
    assert.equal((await line.find()).html, party.summary);
    assert.deepEqual(sidesAsked(line), ['dst']);
  }
});

test('of two parties in one answer each gets its own summary', bounded, async (t) => {
  const { find } = await openLine(t);
  assert.match((await find('20260518101533-D3F07 4001')).html, /Ruth Adeyemi asked/);
  assert.match((await find('20260518101533-D3F07 4003')).html, /Hana Sato agreed/);
});

test('of two legs of one call each has its own summaries', bounded, async (t) => {
  const { find } = await openLine(t);
  assert.match((await find('20260515113002-2C6E4 1000')).html, /reported noise/);
  assert.match((await find('20260515113218-B7A19 1000')).html, /handed Bea Lindqvist over/);
  assert.match((await find('20260515113218-B7A19 1003')).html, /Mei Lin took over/);
});

test(
  'another party’s summary is nobody’s: both sides are asked, and it is said that somebody else was seen',
  bounded,
  async (t) => {
    for (const data of [{ dst: other }, { src: other }, { dst: other, src: { ...other, ext_num: '1002' } }]) {
      const line = await openLine(t);
      line.pbx.script('cdr/getaisummary', answering(data), always);
      const failure = await failureOf(line.find());
      assert.equal(failure.code, 'summary_not_found');
      assert.partialDeepStrictEqual(failure.details, { extensionNumber: '3202', sawOtherParty: true });
      assert.doesNotMatch(JSON.stringify(failure), /Tomás|1001|1002/);
      assert.deepEqual(sidesAsked(line), ['dst', 'src']);
    }
  },
);

test('somebody else on the first side does not hide the right one on the second', bounded, async (t) => {
  const { pbx, find } = await openLine(t);
  pbx.script('cdr/getaisummary', answering({ dst: other }));
  pbx.script('cdr/getaisummary', answering({ src: party }));
  assert.equal((await find()).html, party.summary);
});

test('a summary of another leg than the one asked for is none', bounded, async (t) => {
  const line = await openLine(t);
  line.pbx.script('cdr/getaisummary', answering({ dst: { ...party, call_id: '20260601080000-3EE9E' } }), 2);
  await assertFails(line.find(), 'summary_not_found');
  for (const call_id of ['20260513223234-3ee9e', '1778682754.61', '', null, 7, undefined]) {
    line.pbx.script('cdr/getaisummary', answering({ dst: { ...party, call_id } }));
    assert.equal((await line.find()).html, party.summary, String(call_id));
  }
});

test('an extension number that only looks alike is somebody else’s', bounded, async (t) => {
  for (const ext_num of ['03202', '32020', '320', '3202 (Leo)', 3202.5, '']) {
    const { pbx, find } = await openLine(t);
    pbx.script('cdr/getaisummary', answering({ dst: { ...party, ext_num } }), always);
    await assertFails(find(), 'summary_not_found', { sawOtherParty: true });
  }
});

test('an extension number given as a JSON number counts', bounded, async (t) => {
  const { find } = await openLine(t);
  assert.equal((await find('20260518134426-0F6D8 3202')).extensionNumber, '3202');
});

const shapesOfNothing: readonly unknown[] = [
  {},
  null,
  [],
  { src: {} },
  { src: null },
  { dst: [] },
  { dst: null, src: null },
  { dst: { summary: '' } },
  { dst: { ...party, summary: null } },
  { dst: { ...party, summary: ' \n\u00A0 ' } },
  { dst: { ext_num: '3202', name: 'Leo Ball' } },
  { src: { ...other, summary: '' } },
];

test('every shape of nothing is "no summary", after both sides were asked', bounded, async (t) => {
  for (const data of shapesOfNothing) {
    const line = await openLine(t);
    line.pbx.script('cdr/getaisummary', answering(data), always);
    const details = { cdrId: party.call_id, extensionNumber: '3202', sawOtherParty: false };
    await assertFails(line.find(), 'summary_not_found', details);
    assert.deepEqual(sidesAsked(line), ['dst', 'src'], JSON.stringify(data));
  }
});

test('every sample call without a summary ends in "not found" or "not ready"', bounded, async (t) => {
  const { find } = await openLine(t);
  const empty = sampleCalls.filter(({ shows }) => shows.startsWith('No summary'));
  assert.ok(empty.length >= 8);
  for (const { cdrId, extensionNumber } of empty)
    await assertFails(find(`${cdrId} ${extensionNumber}`), 'summary_not_found', { sawOtherParty: false });
  await assertFails(find('20260518140005-11D02 3202'), 'summary_not_ready', { cdrId: '20260518140005-11D02' });
});

test('every other sample call is found as the extension it is meant for', bounded, async (t) => {
  const { find } = await openLine(t);
  const full = sampleCalls.filter(({ shows }) => !/^(No summary|Not ready|Another party)/.test(shows));
  for (const { cdrId, extensionNumber } of full)
    assert.equal((await find(`${cdrId} ${extensionNumber}`)).extensionNumber, extensionNumber);
});

test('60001 on one side leads to the other side', bounded, async (t) => {
  const line = await openLine(t);
  line.pbx.script('cdr/getaisummary', { kind: 'errcode', errcode: 60001 });
  assert.equal((await line.find()).extensionNumber, '3202');
  assert.deepEqual(sidesAsked(line), ['dst', 'src']);
});

test('a summary being written is not ready, whichever side says so', bounded, async (t) => {
  const { pbx, find } = await openLine(t);
  pbx.script('cdr/getaisummary', { kind: 'errcode', errcode: 60001 });
  pbx.script('cdr/getaisummary', { kind: 'errcode', errcode: 2 });
  await assertFails(find(), 'summary_not_ready', { cdrId: party.call_id });
});

const seen = '2026-05-13T14:33:44.000Z';
const times: readonly (readonly [unknown, unknown, string | null])[] = [
  [1778682824, 1778682900, seen],
  ['1778682824', '1778682900', seen],
  [1778682824000, 0, seen],
  ['1778682824000', 0, seen],
  [1778682824.5, 0, '2026-05-13T14:33:44.500Z'],
  ['yesterday', 1778682824, seen],
  [null, '1778682824', seen],
  [undefined, 1778682824, seen],
  ['', 1778682824, seen],
  ['2026/05/13 22:33:44', 1778682824, seen],
  [{}, [], null],
  [1e300, 'NaN', null],
  [undefined, undefined, null],
  [true, false, null],
];

test('the time a summary was written is read in every unit and type, or left out', bounded, async (t) => {
  const { pbx, find } = await openLine(t);
  for (const [created_at, updated_at, expected] of times) {
    pbx.script('cdr/getaisummary', answering({ dst: { ...party, created_at, updated_at } }));
    const { summarisedAt } = await find();
    assert.equal(summarisedAt?.toISOString() ?? null, expected, JSON.stringify([created_at, updated_at]));
  }
});

test('fields that nobody needs may be missing, odd or new', bounded, async (t) => {
  const { pbx, find } = await openLine(t);
  const { summary, ext_num } = party;
  const odd = { summary, ext_num, name: 7, avatar: { url: 'https://evil.example/' }, id: 'x', sentiment: 'calm' };
  pbx.script('cdr/getaisummary', answering({ dst: odd, trace: [1, 2] }));
  assert.deepEqual(await find(), { extensionNumber: '3202', name: '', html: summary, summarisedAt: null });
});

test('lone surrogates and very long summaries arrive as they are', bounded, async (t) => {
  const { pbx, find } = await openLine(t);
  const html = `<p>\uD83D${'é'.repeat(200_000)}</p>`;
  pbx.script('cdr/getaisummary', answering({ dst: { ...party, summary: html } }));
  assert.equal((await find()).html, html);
});

const canary = 'canary-5512';
const misshapen: readonly unknown[] = [
  { dst: { ...party, ext_num: undefined, summary: canary } },
  { dst: { ...party, ext_num: null, summary: canary } },
  { dst: { ...party, ext_num: { number: canary } } },
  { dst: { ...party, summary: { text: canary } } },
  { dst: [{ ...party, summary: canary }] },
  { dst: canary },
  [{ ...party, summary: canary }],
  canary,
  7,
];

test('what is no summary object is unexpected: its path is named, its value never', bounded, async (t) => {
  const { pbx, find } = await openLine(t);
  for (const data of misshapen) {
    pbx.clearScript();
    pbx.script('cdr/getaisummary', answering(data), 2);
    const { code, details, stack } = await failureOf(find());
    assert.equal(code, 'pbx_unexpected', JSON.stringify(data));
    assert.match('fault' in details ? details.fault : '', /^data(\.|$)/);
    assert.doesNotMatch(`${JSON.stringify(details)} ${stack}`, new RegExp(canary));
  }
});

test('a hundred people who ask for the same summary at once cause one question', bounded, async (t) => {
  const { pbx, find } = await openLine(t);
  await find();
  pbx.script('cdr/getaisummary', { kind: 'hold' });
  const answers = Array.from({ length: 100 }, () => find());
  await pbx.until(() => pbx.held === 1);
  pbx.release();
  assert.equal(new Set((await Promise.all(answers)).map(({ html }) => html)).size, 1);
  assert.equal(pbx.count('cdr/getaisummary'), 2);
});

test('two parties of the same leg are two questions, also at once', bounded, async (t) => {
  const { find } = await openLine(t);
  const both = await Promise.all([find('20260518101533-D3F07 4001'), find('20260518101533-D3F07 4003')]);
  assert.deepEqual(
    both.map(({ extensionNumber }) => extensionNumber),
    ['4001', '4003'],
  );
});

test('nothing is kept of an answer, nor of a failure: who asks later hears what is true later', bounded, async (t) => {
  const { pbx, find } = await openLine(t);
  pbx.script('cdr/getaisummary', { kind: 'errcode', errcode: 2 });
  await Promise.all([failureOf(find()), failureOf(find())]);
  assert.equal(pbx.count('cdr/getaisummary'), 1);
  assert.equal((await find()).extensionNumber, '3202');
  pbx.script('cdr/getaisummary', answering({ dst: { ...party, summary: '<p>Edited.</p>' } }));
  assert.equal((await find()).html, '<p>Edited.</p>');
});
