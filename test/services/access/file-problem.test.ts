import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAccessFile } from '../../../src/services/access/access-file.ts';
import { describeProblem, describeUnquoted } from '../../../src/services/access/file-problem.ts';

const broken = [
  'admins: [leo.ball@example.com]',
  'leo.ball@example.com: true',
  'ties:',
  '  - { person: U0LEO, extension: leo.ball@example.com, mara.quinn@example.com: 1 }',
].join('\n');

test('on the terminal an administrator reads what they wrote, in the log only where it stands', () => {
  const parsed = parseAccessFile(broken);
  assert.ok('problems' in parsed);
  assert.match(parsed.problems.map(describeProblem).join('\n'), /leo\.ball@example\.com/);
  const logged = parsed.problems.map(describeUnquoted);
  assert.doesNotMatch(logged.join('\n'), /@/);
  assert.deepEqual(logged, [
    'line 1 (admins, entry 1): is not a member ID such as U012ABC3DEF',
    'line 2: is not a key of the access file',
    'line 4 (ties, entry 1, extension): is not an extension number such as 3202',
    'line 4 (ties, entry 1): is not a key of the access file',
  ]);
});
