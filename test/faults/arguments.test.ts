import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chosen, type Wish } from '../../faults/arguments.ts';

const idsOf = (wish: Wish) => (wish.kind === 'run' ? wish.faults.map(({ id }) => id) : wish.problem);
const problemOf = (...words: string[]) => {
  const wish = chosen(words);
  return wish.kind === 'not_understood' ? wish.problem : null;
};

test('a row is run by its name, and all of its kind by their number', () => {
  assert.deepEqual(idsOf(chosen(['--only', 'K2b,P4'])), ['P4a', 'P4b', 'P4c', 'K2b']);
});

test('the short form leaves out what takes long, and runs what is left of the rows named', () => {
  assert.deepEqual(idsOf(chosen(['--short', '--only', 'K3'])), ['K3b']);
});

test('a row that does not exist is refused, whatever stands beside it', () => {
  assert.equal(problemOf('--only', 'K2,P99'), 'There is no row "P99" to run; docs/faults.md has them all.');
  assert.equal(problemOf('--only', ''), 'There is no row "" to run; docs/faults.md has them all.');
});

test('a row that is described and cannot be provoked is refused like one that does not exist', () => {
  assert.equal(problemOf('--only', 'P21'), 'There is no row "P21" to run; docs/faults.md has them all.');
});

test('nothing to run is refused, not passed', () => {
  assert.equal(problemOf('--short', '--only', 'K3a'), 'Nothing to run: --short leaves out "K3a".');
});

test('an unknown option is answered with those there are', () => {
  assert.match(problemOf('--shrot') ?? '', /^npm run faults -- \[--short\]/);
});
