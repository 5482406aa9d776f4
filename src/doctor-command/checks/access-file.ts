import { readFileOf } from '../../config/files.ts';
import { parseAccessFile } from '../../services/access/access-file.ts';
import { describeUnquoted } from '../../services/access/file-problem.ts';
import type { Check } from '../check.ts';
import { failed, ok } from '../verdict.ts';

const setting = 'CALLSUMMARY_ACCESS_FILE';

/** Whether the access file can be read; what it grants is a question for `npm run access`. */
export const accessFile: Check = {
  id: 'access-file',
  what: 'Access file',
  needs: [],
  async look({ env, readTextFile }) {
    const path = env[setting]?.trim() ?? '';
    if (path === '') return ok('none; only the built-in rules count.');
    const file = readFileOf(setting, path, readTextFile);
    if ('problem' in file) return failed(`${setting} ${file.problem.problem}.`, 'Begin with access.example.yml.');
    const parsed = parseAccessFile(file.value);
    if ('problems' in parsed)
      return failed(
        'it has to be mended.',
        'access.example.yml explains each key.',
        parsed.problems.map(describeUnquoted),
      );
    const { ties, leads } = parsed.rules;
    return ok(`understood (ties: ${ties.length}, leads: ${leads.length}).`);
  },
};
