import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wishOf } from '../../src/audit/arguments.ts';

const now = new Date('2026-05-13T12:00:00.000Z');
const sinceOf = (...words: string[]) => {
  const wish = wishOf(words, now);
  return wish.kind === 'list' ? wish.query.since.toISOString() : wish;
};
const problemOf = (...words: string[]) => {
  const wish = wishOf(words, now);
  return wish.kind === 'not_understood' ? wish.problem : assert.fail(wish.kind);
};

test('a span goes back from now, and a day begins at midnight UTC', () => {
  assert.equal(sinceOf(), '2026-05-06T12:00:00.000Z');
  assert.equal(sinceOf('--since', '30m'), '2026-05-13T11:30:00.000Z');
  assert.equal(sinceOf('--since', '12h'), '2026-05-13T00:00:00.000Z');
  assert.equal(sinceOf('--since', '7d'), '2026-05-06T12:00:00.000Z');
  assert.equal(sinceOf('--since=4w'), '2026-04-15T12:00:00.000Z');
  assert.equal(sinceOf('--since', '2026-05-01'), '2026-05-01T00:00:00.000Z');
});

test('a time that is none is sent back with what it may be', () => {
  for (const given of ['', '7', 'd', '7 d', '7y', '-7d', '1e3d', '2026-13-01', '2026-5-1', '999999999999w', '0.5d'])
    assert.equal(
      problemOf(`--since=${given}`),
      `--since is "${given}"; it takes 30m, 12h, 7d, 4w, or a day such as 2026-05-13.`,
    );
});

test('a person is named by a Slack member ID, and an extension by its number', () => {
  assert.deepEqual(wishOf(['--user', 'U012ABC', '--ext', '3202', '--json'], now), {
    kind: 'list',
    query: { since: new Date('2026-05-06T12:00:00.000Z'), personId: 'U012ABC', extensionNumber: '3202' },
    isJson: true,
  });
  assert.equal(problemOf('--user', 'leo'), '--user is "leo"; it takes a Slack member ID such as U012ABC.');
  assert.equal(problemOf('--ext', 'x32'), '--ext is "x32"; it takes an extension number such as 3202.');
});

test('unknown words and options without a value are named', () => {
  assert.match(problemOf('--sicne', '7d'), /^Unknown option '--sicne'\.$/);
  assert.match(problemOf('3202'), /^Unexpected argument '3202'\./);
  assert.match(problemOf('--ext'), /--ext <value>.*argument missing\.$/);
});

test('help and the check of the record can be asked for', () => {
  assert.deepEqual(wishOf(['--help'], now), { kind: 'help' });
  assert.deepEqual(wishOf(['-h', '--verify'], now), { kind: 'help' });
  assert.deepEqual(wishOf(['--verify'], now), { kind: 'verify' });
});
