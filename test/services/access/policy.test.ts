import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { AccessQuestion } from '../../../src/services/access/decision.ts';
import { comparableEmail, decide, leadsNumber } from '../../../src/services/access/policy.ts';
import { actors } from './matrix/actors.ts';
import { cells, noRules, questionOf } from './matrix/cells.ts';
import { emailExamples } from './matrix/emails.ts';
import { places } from './matrix/places.ts';
import { rights } from './matrix/rights.ts';

test('the matrix is large enough to mean something', () => {
  assert.ok(actors.length >= 9 && rights.length >= 8 && places.length >= 6);
  assert.equal(cells.length, actors.length * rights.length * places.length * 3 * 2);
  assert.ok(cells.filter(({ expected }) => expected.allowed).length > 1_000);
});

test('in no square of the matrix is anybody allowed who should not be', () => {
  const wrong = cells.filter((cell) => decide(questionOf(cell)).allowed && !cell.expected.allowed);
  assert.deepEqual(
    wrong.map(({ name }) => name),
    [],
  );
});

test('in every square of the matrix the decision, and the rule that made it, are those of the tables', () => {
  const wrong = cells.flatMap((cell) => {
    const decision = decide(questionOf(cell));
    return decision.rule === cell.expected.rule ? [] : [`${cell.name}: ${decision.rule}, not ${cell.expected.rule}`];
  });
  assert.deepEqual(wrong, []);
});

test('every rule decides some square of the matrix', () => {
  const rules = new Set<string>(cells.map(({ expected }) => expected.rule));
  const all =
    'tie own_extension lead admin not_verified other_workspace bot deactivated guest outside_dates held_by_another ' +
    'call_day_unknown email_unconfirmed email_clash no_rule closed_channel channel_not_verified external_channel ' +
    'outsiders_unconfirmed';
  assert.deepEqual([...rules].sort(), all.split(' ').sort());
});

test('addresses are the same only when nobody could take one for another', () => {
  for (const { address, compared } of emailExamples) assert.equal(comparableEmail(address), compared, address);
});

test('a number written with another count of digits is another number', () => {
  const lead = { groupId: 'S0LEADS', line: 1, extensions: [{ first: '0321', last: '0325' }] };
  assert.equal(leadsNumber(lead, '0321'), true);
  for (const number of ['321', '00321', '0320', '0326', '']) assert.equal(leadsNumber(lead, number), false, number);
});

const anyCell = fc.constantFrom(...cells);

/** A question mixed from parts of three squares. */
const anyQuestion: fc.Arbitrary<AccessQuestion> = fc.tuple(anyCell, anyCell, anyCell).map(([one, two, three]) => ({
  ...questionOf(one),
  membership: questionOf(two).membership,
  extension: questionOf(two).extension,
  rules: { ...two.rules, ties: three.rules.ties, leads: one.rules.leads },
}));
const runs = { numRuns: 3_000 };

test('without a single rule nobody is allowed anything', () => {
  const holds = (question: AccessQuestion) =>
    !decide({ ...question, rules: { ...noRules, matchesEmail: false } }).allowed;
  fc.assert(fc.property(anyQuestion, holds), runs);
});

test('taking a tie, a lead or an administrator away never opens anything through that very rule', () => {
  const without = { tie: { ties: [] }, lead: { leads: [] }, admin: { admins: new Set<string>() } };
  const holds = (question: AccessQuestion) =>
    Object.entries(without).every(
      ([rule, none]) => decide({ ...question, rules: { ...question.rules, ...none } }).rule !== rule,
    );
  fc.assert(fc.property(anyQuestion, holds), runs);
});

test('what may be posted somewhere may also be read privately, and what the answer allows was allowed before', () => {
  const holds = (question: AccessQuestion) => {
    if (!decide(question).allowed) return true;
    const readPrivately = decide({ ...question, target: { kind: 'private_answer' } });
    return readPrivately.allowed && decide({ ...question, phase: 'before_lookup' }).allowed;
  };
  fc.assert(fc.property(anyQuestion, holds), runs);
});

test('a decision depends on nothing but the question', () => {
  const frozen = (question: AccessQuestion) => Object.freeze({ ...question, rules: Object.freeze(question.rules) });
  const holds = (question: AccessQuestion) => {
    assert.deepEqual(decide(frozen(question)), decide(frozen(question)));
  };
  fc.assert(fc.property(anyQuestion, holds), { numRuns: 300 });
});
