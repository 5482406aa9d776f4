import { hash } from 'node:crypto';
import { parseAccessFile } from './access-file.ts';
import type { AccessRules } from './access-rules.ts';
import type { FileProblem } from './file-problem.ts';

/** The rules that count at this moment. */
export interface RulesInForce {
  /** One consistent set; a decision takes it once. */
  current(): AccessRules;
  /** Takes a new text of the access file; if anything is wrong with it, keeps the old rules and says what. */
  reload(text: string): readonly FileProblem[];
}

/**
 * Begins with the rules a file was found to hold, or with those of an empty one. `admins` are the administrators named
 * elsewhere: they stay, whatever a file says, so that a file can lock nobody out who could mend it.
 */
export function createRulesInForce(
  admins: ReadonlySet<string>,
  fileRules: AccessRules = rulesWithoutFile,
): RulesInForce {
  let rules = withAdmins(fileRules, admins);
  return {
    current: () => rules,
    reload(text) {
      const parsed = parseAccessFile(text);
      if ('problems' in parsed) return parsed.problems;
      rules = withAdmins(parsed.rules, admins);
      return [];
    },
  };
}

const rulesWithoutFile: AccessRules = {
  version: 'none',
  contact: null,
  matchesEmail: true,
  admins: new Set(),
  ties: [],
  leads: [],
  closedChannels: new Set(),
  redactedChannels: new Set(),
  allowsExternal: false,
};

function withAdmins(rules: AccessRules, admins: ReadonlySet<string>): AccessRules {
  const version = admins.size === 0 ? rules.version : `${rules.version}-${versionOf(admins)}`;
  return Object.freeze({ ...rules, version, admins: new Set([...rules.admins, ...admins]) });
}

/** The file's own version stays readable in front of it, so that it can be told which file decided. */
const versionOf = (admins: ReadonlySet<string>): string =>
  hash('sha256', [...admins].sort().join(' '), 'hex').slice(0, 12);
