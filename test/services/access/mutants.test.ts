import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type Examined, examineMutants, reportOf } from './mutants.ts';
import { firstMistake, loadPolicy } from './mutation/examination.ts';

const source = readFileSync('src/services/access/policy.ts', 'utf8');

test('the policy as it is passes the examination its mutants are put through', async () => {
  assert.equal(firstMistake(await loadPolicy(source)), null);
});

test('the matrix notices every slip of the hand in the policy', { timeout: 20_000 }, async () => {
  const examined = await examineMutants();
  assert.ok(examined.length > 300, `${examined.length} mutants`);
  assert.deepEqual(linesWithout(examined), []);
  const survivors = examined.filter(({ killedBy }) => killedBy === null);
  assert.deepEqual(reportOf(survivors), ['0 mutants: 0 killed, 0 survived.']);
});

/** Lines of the policy that decide something, and that no mutant touches. */
function linesWithout(examined: readonly Examined[]): readonly string[] {
  const mutated = new Set(examined.map(({ line }) => line));
  const lines = source.split('\n').map((text, index) => ({ text, line: index + 1 }));
  return lines
    .filter(({ text, line }) => /^ {2}(if|return)\b/.test(text) && !mutated.has(line))
    .map(({ text }) => text);
}
