import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { suggestReference } from '../../../src/services/call-reference/suggest.ts';

const leg = '20260513223234-3EE9E';
const otherLeg = '20260513223234-3EE9F';

const suggestions: readonly (readonly [string, string | null, string | null])[] = [
  [`New call: leg ${leg} for ext 3202`, leg, '3202'],
  [`leg ${leg}, ext. 3202`, leg, '3202'],
  [`Extension: 3202\nLeg: ${leg}`, leg, '3202'],
  [`EXT#3202 ${leg.toLowerCase()}`, leg, '3202'],
  [`Human Agent - Leo Ball (3202) · 10 min · leg ${leg}`, leg, '3202'],
  [`${leg} 3202`, leg, '3202'],
  [`3202 / ${leg}`, leg, '3202'],
  [`${leg}|3202`, leg, '3202'],
  [`<https://pbx.example.com/${leg}|the call> of ext 3202`, leg, '3202'],
  [`２０２６０５１３２２３２３４－３ＥＥ９Ｅ （３２０２）`, leg, '3202'],
  [`${leg} took 12 minutes, ext 3202 (9 of them waiting)`, leg, '3202'],
  [`${leg} ${leg} ext 3202, ext 3202`, leg, '3202'],
  [`only the leg ${leg}`, leg, null],
  ['only ext 3202', null, '3202'],
  [`two legs, ${leg} and ${otherLeg}, ext 3202`, null, '3202'],
  [`${leg} by (3202) and (3203)`, leg, null],
  [`from ext 1001 to ext 3202: ${leg} 3202`, leg, null],
  [`(1001) (3202) ${leg} 3202`, leg, null],
  [`${leg} at 22:32, 60 % of users, 3 errors`, leg, null],
  [`the text 3202 far from ${leg}`, leg, null],
  [`nextension 3202 and then ${leg}`, leg, null],
  [`ext 123456789 ${leg}`, leg, null],
  ['the whole call 202605151130021D4F6', null, null],
  ['', null, null],
];

for (const [message, cdrId, extensionNumber] of suggestions)
  test(`proposed from ${JSON.stringify(message)}: ${cdrId} and ${extensionNumber}`, () => {
    assert.deepEqual(suggestReference(message), { cdrId, extensionNumber });
  });

const anyText = fc.array(fc.nat(0xffff), { maxLength: 40 }).map((codes) => String.fromCharCode(...codes));

test('whatever a message says, proposals are ids or nothing', () => {
  const piece = fc.constantFrom(
    leg,
    otherLeg,
    '3202',
    'ext',
    'extension',
    '(',
    ')',
    '|',
    ' / ',
    '\uFFFC',
    '\u200B',
    '<',
    '\n',
  );
  const message = fc.array(fc.oneof(piece, anyText)).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(message, (text) => {
      const { cdrId, extensionNumber } = suggestReference(text);
      assert.match(cdrId ?? leg, /^\d{14}-[0-9A-F]{5}$/);
      assert.match(extensionNumber ?? '1', /^\d{1,8}$/);
    }),
  );
});

test('a leg id is proposed wherever it stands, and never when there are two', () => {
  fc.assert(
    fc.property(anyText, anyText, (before, after) => {
      assert.equal(suggestReference(`${before} ${leg} ${after}`).cdrId, leg);
      assert.equal(suggestReference(`${before} ${leg} ${after} ${otherLeg}`).cdrId, null);
    }),
  );
});
