import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeReference, encodeReference } from '../../src/blocks/call-reference-value.ts';
import { sampleSummary } from './sample-summary.ts';

const { reference } = sampleSummary();
const value = '{"pbx":"main","cdrId":"20260513223234-3EE9E","extensionNumber":"3202"}';

test('a reference comes back from a button as it went in', () => {
  assert.equal(encodeReference(reference), value);
  assert.deepEqual(decodeReference(value), reference);
});

const refused = [
  '',
  'null',
  '[]',
  '3202',
  '"main"',
  '{',
  '{}',
  value.replace('main', 'other'),
  value.replace('"main"', 'null'),
  value.replace('"3202"', '3202'),
  value.replace('3202', '32 02'),
  value.replace('3202', ''),
  value.replace('20260513223234-3EE9E', '../../x'),
  value.replace('"20260513223234-3EE9E"', '{}'),
  value.replace('}', ',"more":1}'),
  value.replace('{', '{"__proto__":{},'),
  ` ${value}`,
  value.replace('{"pbx":"main",', '{'),
  `${value}${' '.repeat(3_000)}`,
];

for (const wrong of refused) {
  test(`a button with the value ${JSON.stringify(wrong.slice(0, 90))} is none of ours`, () => {
    assert.equal(decodeReference(wrong), null);
  });
}
