import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ErrorCode } from '../../../src/errors.ts';
import { always, assertFails, bounded, failureOf, openLine, withoutPauses } from './support.ts';

const notSetUp = [10001, 10002, 10003, 10005, 10009, 70084, 70120, 70123, 70132];
const unknownToUs = [-1, 40003, 40004, 60101, 70091, 70093, 70106, 70128, 70130, 70510, 70516, 99999, -12345];

/** errcode → our code, and how often the question is put. */
const anyQuestion: readonly (readonly [number, ErrorCode, number])[] = [
  ...notSetUp.map((errcode) => [errcode, 'pbx_not_set_up', 1] as const),
  ...unknownToUs.map((errcode) => [errcode, 'pbx_refused', 1] as const),
  [-2, 'pbx_unexpected', 3],
  [10004, 'pbx_token_rejected', 2],
  [60002, 'pbx_tokens_used_up', 1],
  [70004, 'pbx_address_blocked', 1],
  [70082, 'pbx_overloaded', 3],
  [70087, 'pbx_address_not_allowed', 1],
];

/** Errcodes that mean something of their own to one kind of question. */
const summaryQuestion: readonly (readonly [number, ErrorCode, number])[] = [
  [2, 'summary_not_ready', 1],
  [60001, 'summary_not_found', 2],
  [40001, 'pbx_refused', 1],
  [40002, 'pbx_refused', 1],
];
const searchQuestion: readonly (readonly [number, ErrorCode, number])[] = [
  [2, 'pbx_refused', 1],
  [40001, 'pbx_refused', 1],
  [40002, 'pbx_refused', 1],
];

const tables = [
  { endpoint: 'cdr/getaisummary', table: [...anyQuestion, ...summaryQuestion] },
  { endpoint: 'extension/search', table: [...anyQuestion, ...searchQuestion] },
] as const;

for (const { endpoint, table } of tables)
  test(
    `every errcode of ${endpoint} ends in the right words, after no more questions than it deserves`,
    bounded,
    async (t) => {
      withoutPauses(t);
      const check = async ([errcode, code, asked]: (typeof table)[number]) => {
        const { pbx, find } = await openLine(t);
        pbx.script(endpoint, { kind: 'errcode', errcode, fields: { submsg: 'canary-71' } }, always);
        const failure = await failureOf(find());
        assert.equal(failure.code, code, `errcode ${errcode}`);
        assert.equal(pbx.count(endpoint), asked, `errcode ${errcode}`);
        if (code === 'pbx_refused' || code === 'pbx_not_set_up') assert.deepEqual(failure.details, { errcode });
        assert.doesNotMatch(
          `${JSON.stringify(failure)} ${failure.message}`,
          /canary/,
          'texts of the PBX are not repeated',
        );
      };
      await Promise.all(table.map(check));
    },
  );

const signIn: readonly (readonly [number, ErrorCode, number])[] = [
  [-1, 'pbx_sign_in_refused', 1],
  [40002, 'pbx_sign_in_refused', 1],
  ...notSetUp.map((errcode) => [errcode, 'pbx_not_set_up', 1] as const),
  [-2, 'pbx_unexpected', 2],
  [60002, 'pbx_tokens_used_up', 1],
  [70004, 'pbx_address_blocked', 1],
  [70082, 'pbx_overloaded', 2],
  [70087, 'pbx_address_not_allowed', 1],
];

test('every errcode of a sign-in ends in the right words, and none is tried again and again', bounded, async (t) => {
  withoutPauses(t);
  const check = async ([errcode, code, asked]: (typeof signIn)[number]) => {
    const { pbx, ask } = await openLine(t);
    pbx.script('get_token', { kind: 'errcode', errcode }, always);
    assert.equal((await failureOf(ask())).code, code, `errcode ${errcode}`);
    assert.equal(pbx.count('*'), asked, `errcode ${errcode}`);
  };
  await Promise.all(signIn.map(check));
});

test('an overloaded or stumbling PBX that recovers has answered the person', bounded, async (t) => {
  withoutPauses(t);
  for (const errcode of [-2, 70082]) {
    const { pbx, find } = await openLine(t);
    pbx.script('cdr/getaisummary', { kind: 'errcode', errcode }, 2);
    assert.equal((await find()).extensionNumber, '3202');
    assert.equal(pbx.count('cdr/getaisummary'), 3);
  }
});

test('a partial success is read like a success', bounded, async (t) => {
  const { pbx, find } = await openLine(t);
  const dst = { ext_num: '3202', summary: '<p>Hello.</p>' };
  const body = JSON.stringify({ errcode: 1, errmsg: 'PARTIAL SUCCESS', data: { dst } });
  pbx.script('cdr/getaisummary', { kind: 'raw', body });
  assert.equal((await find()).html, '<p>Hello.</p>');
});

test('an errcode decides, whatever its text says', bounded, async (t) => {
  const { pbx, find } = await openLine(t);
  const body = '{"errcode":10005,"errmsg":"SUCCESS","data":{}}';
  pbx.script('cdr/getaisummary', { kind: 'raw', body });
  await assertFails(find(), 'pbx_not_set_up', { errcode: 10005 });
});
