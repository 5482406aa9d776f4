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
 * Begins with the rules of an empty file. `admins` are the administrators named elsewhere: they stay, whatever a file
 * says, so that a file can lock nobody out who could mend it.
 */
export function createRulesInForce(admins: ReadonlySet<string>): RulesInForce {
  let rules = withAdmins(rulesWithoutFile, admins);
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
  allowsExternal: false,
};

const withAdmins = (rules: AccessRules, admins: ReadonlySet<string>): AccessRules =>
  Object.freeze({ ...rules, admins: new Set([...rules.admins, ...admins]) });
