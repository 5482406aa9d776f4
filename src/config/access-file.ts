import { parseAccessFile } from '../services/access/access-file.ts';
import { describeProblem } from '../services/access/file-problem.ts';
import { type Outcome, type ReadTextFile, readFileOf } from './files.ts';

/** Where the access file is, and what it said when the app was started. */
export interface AccessFile {
  readonly path: string;
  readonly text: string;
}

const name = 'CALLSUMMARY_ACCESS_FILE';

/** The access file, looked at before anything starts: an app under rules that nobody meant is worse than none. */
export function accessFileOf(path: string | undefined, readTextFile: ReadTextFile): Outcome<AccessFile | null> {
  if (path === undefined) return { value: null };
  const file = readFileOf(name, path, readTextFile);
  if ('problem' in file) return file;
  const parsed = parseAccessFile(file.value);
  if (!('problems' in parsed)) return { value: { path, text: file.value } };
  const mistakes = parsed.problems.map((problem) => `    ${describeProblem(problem)}`);
  return { problem: { name, problem: ['names a file that has to be mended:', ...mistakes].join('\n') } };
}
