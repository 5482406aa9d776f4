import assert from 'node:assert/strict';
import { parseAccessFile } from '../../../src/services/access/access-file.ts';
import type { AccessRules } from '../../../src/services/access/access-rules.ts';
import { describeProblem } from '../../../src/services/access/file-problem.ts';

/** Everything wrong with a file, as an administrator reads it. */
export const problemsOf = (text: string): readonly string[] => {
  const parsed = parseAccessFile(text);
  return 'problems' in parsed ? parsed.problems.map(describeProblem) : [];
};

/** The rules of a file nothing is wrong with. */
export const rulesOf = (text: string): AccessRules => {
  const parsed = parseAccessFile(text);
  assert.ok('rules' in parsed, problemsOf(text).join('\n'));
  return parsed.rules;
};
