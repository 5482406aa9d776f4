import { parseAccessFile } from '../services/access/access-file.ts';
import type { AccessRules } from '../services/access/access-rules.ts';
import { describeProblem } from '../services/access/file-problem.ts';
import { type Outcome, type ReadTextFile, readFileOf } from './files.ts';

/** Where the access file is, and the rules it held when the app was started. */
export interface AccessFile {
  readonly path: string;
  readonly rules: AccessRules;
}

const name = 'CALLSUMMARY_ACCESS_FILE';

/** The access file, looked at before anything starts: an app under rules that nobody meant is worse than none. */
export function accessFileOf(path: string | undefined, readTextFile: ReadTextFile): Outcome<AccessFile | null> {
  if (path === undefined) return { value: null };
  const file = readFileOf(name, path, readTextFile);
  if ('problem' in file) return file;
  const parsed = parseAccessFile(file.value);
  if (!('problems' in parsed)) return { value: { path, rules: parsed.rules } };
  const mistakes = parsed.problems.map((problem) => `    ${describeProblem(problem)}`);
  return { problem: { name, problem: ['names a file that has to be mended:', ...mistakes].join('\n') } };
}
