import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Fault, oddAnswers } from '../../../simulators/pbx/index.ts';
import { second } from './hand-clock.ts';
import { always, assertFails, bounded, durationOf, failureOf, hungUp, openLine, withoutPauses } from './support.ts';

const noAnswers: readonly (readonly [string, Fault, string])[] = [
  ['a page of HTML', oddAnswers.html, 'not JSON'],
  ['no content', oddAnswers.noContent, 'HTTP 204'],
  ['nothing at all', oddAnswers.empty, 'not JSON'],
  ['half an answer', oddAnswers.truncated, 'not JSON'],
  ['NaN in place of a number', oddAnswers.notANumber, 'not JSON'],
  ['bytes that are no UTF-8', oddAnswers.notUtf8, 'not JSON'],
  ['null', oddAnswers.onlyNull, 'shape'],
  ['a list', oddAnswers.onlyArray, 'shape'],
  ['a text', oddAnswers.onlyText, 'shape'],
  ['an errcode written as text', oddAnswers.errcodeAsText, 'errcode'],
  ['no errcode', oddAnswers.noErrcode, 'errcode'],
  ['an errcode that is no whole number', { kind: 'raw', body: '{"errcode":0.5}' }, 'errcode'],
  ['JSON nested a hundred thousand deep', { kind: 'raw', body: '['.repeat(100_000) }, 'not JSON'],
  ['two JSON texts', { kind: 'raw', body: '{"errcode":0}{"errcode":0}' }, 'not JSON'],
  ['HTTP 201', { kind: 'raw', body: '{"errcode":0}', status: 201 }, 'HTTP 201'],
  ['a reset content', { kind: 'raw', body: '', status: 205 }, 'HTTP 205'],
  ['a partial content', { kind: 'raw', body: '{"errcode":0}', status: 206 }, 'HTTP 206'],
];

const floods: readonly (readonly [string, Fault, string])[] = [
  ['a body of one gigabyte', { kind: 'huge-body', bytes: 2 ** 30 }, 'answer too large'],
  ['a body one byte too long', { kind: 'huge-body', bytes: 2 ** 20 + 1 }, 'answer too large'],
  ['a little gzip that unpacks to 400 MiB', { kind: 'gzip-bomb', mebibytes: 400 }, 'compressed answer'],
  ['a thousand content-encodings', { kind: 'many-encodings', count: 1_000 }, 'compressed answer'],
  ['a single content-encoding nobody asked for', { kind: 'many-encodings', count: 1 }, 'compressed answer'],
  ['100 KB of headers', { kind: 'huge-headers', bytes: 100_000 }, 'UND_ERR_HEADERS_OVERFLOW'],
];

for (const [what, fault, faultClass] of [...noAnswers, ...floods])
  test(`${what} is not an answer, in place of a token or of anything else`, bounded, async (t) => {
    const line = await openLine(t);
    line.pbx.script('get_token', fault);
    await assertFails(line.ask(), 'pbx_unexpected', { fault: faultClass });
    assert.equal(line.pbx.count('*'), 1);
    await line.ask();
    line.pbx.script('system/information', fault);
    const waited = await durationOf(assertFails(line.ask(), 'pbx_unexpected', { fault: faultClass }));
    assert.ok(waited < second, `${waited} ms`);
    assert.equal(line.pbx.count('system/information'), 2);
    assert.equal(line.pbx.count('refresh_token'), 0, 'a broken answer says nothing about the token');
    await hungUp(line);
    await line.ask();
  });

for (const status of [400, 401, 403, 404])
  test(
    `HTTP ${status} refuses a sign-in, and is not knocked at again; elsewhere it is no answer`,
    bounded,
    async (t) => {
      const line = await openLine(t);
      await line.ask();
      line.pbx.script('system/information', { kind: 'http-status', status });
      await assertFails(line.ask(), 'pbx_unexpected', { fault: `HTTP ${status}` });
      const refused = await openLine(t);
      refused.pbx.script('get_token', { kind: 'http-status', status }, always);
      for (let asked = 0; asked < 6; asked += 1) await assertFails(refused.ask(), 'pbx_sign_in_refused', {});
      assert.equal(refused.pbx.count('get_token'), 1);
    },
  );

test('floods are cut early: the process does not grow with them', bounded, async (t) => {
  const line = await openLine(t);
  await line.ask();
  const before = process.memoryUsage.rss();
  for (const [, fault] of floods) {
    line.pbx.script('system/information', fault);
    await failureOf(line.ask());
  }
  const grownBy = process.memoryUsage.rss() - before;
  assert.ok(grownBy < 60 * 2 ** 20, `${Math.round(grownBy / 2 ** 20)} MiB`);
});

test('an answer just as large as allowed is read', bounded, async (t) => {
  const { pbx, ask } = await openLine(t);
  await ask();
  pbx.script('system/information', { kind: 'huge-body', bytes: 2 ** 20 });
  await ask();
});

test('a byte order mark before the answer is overlooked', bounded, async (t) => {
  const { pbx, find } = await openLine(t);
  pbx.script('cdr/getaisummary', oddAnswers.byteOrderMark, always);
  await assertFails(find(), 'summary_not_found', { sawOtherParty: false });
});

test('of a key given twice the last counts, as everywhere in JSON', bounded, async (t) => {
  const { pbx, find } = await openLine(t);
  pbx.script('cdr/getaisummary', oddAnswers.duplicateKeys, always);
  await assertFails(find(), 'summary_not_found', { sawOtherParty: false });
  assert.equal(pbx.count('refresh_token'), 0);
});

test('an answer that names __proto__ changes no object but itself', bounded, async (t) => {
  const { pbx, find, ask } = await openLine(t);
  pbx.script('cdr/getaisummary', oddAnswers.prototypeKeys, always);
  await assertFails(find(), 'summary_not_found', { sawOtherParty: false });
  const hostile = '{"errcode":0,"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}';
  pbx.script('system/information', { kind: 'raw', body: hostile });
  await ask();
  assert.equal('polluted' in {}, false);
  assert.deepEqual(Object.keys(Object.prototype), []);
});

test(
  'an answer that ends before its own content-length is asked for once more, and is no answer',
  bounded,
  async (t) => {
    withoutPauses(t);
    const line = await openLine(t);
    await line.ask();
    const headers = { 'content-length': '500' };
    line.pbx.script('system/information', { kind: 'raw', body: '{"errcode":0}', headers }, always);
    await assertFails(line.ask(), 'pbx_unreachable');
    assert.equal(line.pbx.count('system/information'), 3);
    await hungUp(line);
  },
);
