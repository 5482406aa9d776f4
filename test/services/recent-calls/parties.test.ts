import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { otherParty, partyWords } from '../../../src/services/recent-calls/parties.ts';
import { attackStrings } from '../summary-html/attack-strings.ts';
import { call, number } from './switchboard.ts';

const mine = number('3202');
const words = (changes: Parameters<typeof call>[0]) => partyWords(otherParty(call(changes), mine));

test('the other party is the side that is not the extension, whatever the direction says', () => {
  const them = 'Kristin Hale<+12025550143>';
  for (const direction of ['inbound', 'outbound', 'internal', null] as const) {
    assert.equal(words({ direction, from: them, to: 'Leo Ball<3202>' }), 'Kristin Hale (+12025550143)');
    assert.equal(words({ direction, from: '3202', to: them }), 'Kristin Hale (+12025550143)');
  }
});

test('where no side is the extension, or both are, the direction decides', () => {
  const sides = { from: 'Ann', to: 'Queue Emergency<6400>' };
  const expected = {
    inbound: 'Ann',
    outbound: 'Queue Emergency (6400)',
    internal: 'Queue Emergency (6400)',
    null: 'Ann',
  };
  for (const direction of ['inbound', 'outbound', 'internal', null] as const)
    assert.equal(words({ direction, ...sides }), expected[`${direction}`]);
});

test('a name and a number are said once each, as far as there are any', () => {
  const written: Readonly<Record<string, string>> = {
    'Kristin Hale<+12025550143>': 'Kristin Hale (+12025550143)',
    'Kristin Hale <+1 202 555-0143>': 'Kristin Hale (+1 202 555-0143)',
    '0745150974<0745150974>': '0745150974',
    '<0745150974>': '0745150974',
    '0745150974': '0745150974',
    'Kristin Hale<>': 'Kristin Hale',
    'Kristin Hale': 'Kristin Hale',
    ' \u202E\u0000 ': '',
    '': '',
  };
  for (const [from, said] of Object.entries(written)) assert.equal(words({ from }), said, from);
});

test('what a caller may call themselves does no harm and has an end', () => {
  const names = fc.oneof(
    fc.constantFrom(...attackStrings),
    fc.string({ unit: 'binary', maxLength: 600 }),
    fc
      .array(fc.constantFrom('<', '>', 'https://evil.example', '\u202E', '\uD800', 'a', '\n', ' '), { maxLength: 600 })
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(names, (from) => {
      const said = words({ from, direction: 'inbound' });
      assert.ok(said.length <= 113, `${said.length} characters`);
      assert.ok(said.isWellFormed());
      assert.doesNotMatch(said, /[\p{Cc}\u202A-\u202E\u2066-\u2069]|https?:\/\//u);
      assert.equal(said, said.trim());
    }),
  );
  assert.ok(words({ from: `${'x'.repeat(5_000_000)}<1>` }).length <= 113);
  assert.equal(words({ from: `${' '.repeat(1_000)}Eve`, to: '' }), '', 'what stands far out is not read');
});
