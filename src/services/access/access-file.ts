import { hash } from 'node:crypto';
import type { z } from 'zod';
import { type AccessFile, accessFileSchema } from './access-file-schema.ts';
import type { AccessRules } from './access-rules.ts';
import { type FileProblem, inFileOrder, placeOf } from './file-problem.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';

/** The rules a file holds, or everything that is wrong with it. */
export type ParsedAccessFile =
  | { readonly rules: AccessRules }
  | { readonly problems: readonly [FileProblem, ...FileProblem[]] };

/** Text of the access file to rules. All problems come at once, in the order of the file, each with its line. */
export function parseAccessFile(text: string): ParsedAccessFile {
  const source = readYaml(text);
  const parsed = accessFileSchema.safeParse(source.value);
  const issues = parsed.error?.issues ?? [];
  const [first, ...others] = inFileOrder([...source.problems, ...issues.flatMap((issue) => problemsOf(issue, source))]);
  if (first !== undefined || !parsed.success) return { problems: [first ?? unexplained, ...others] };
  return { rules: rulesOf(parsed.data, versionOf(text), source) };
}

const unexplained: FileProblem = { line: 1, place: '', problem: 'cannot be understood' };

/** Unknown keys are one issue for all of them; an administrator wants the line of each. */
function problemsOf(issue: z.core.$ZodIssue, { lineOf }: YamlSource): readonly FileProblem[] {
  const place = placeOf(issue.path);
  if (issue.code !== 'unrecognized_keys') return [{ line: lineOf(issue.path), place, ...quotedIn(issue.message) }];
  const problem = 'is not a key of the access file';
  return issue.keys.map((key) => ({ line: lineOf([...issue.path, key]), place, problem, written: key }));
}

/** The schema's messages may begin with what was written, in quotation marks, whatever that holds. */
function quotedIn(message: string): Pick<FileProblem, 'problem' | 'written'> {
  const [, written, problem] = /^"(.*)" (is not .*)$/s.exec(message) ?? [];
  return written === undefined || problem === undefined ? { problem: message } : { problem, written };
}

function rulesOf(file: AccessFile, version: string, { lineOf }: YamlSource): AccessRules {
  return {
    version,
    contact: file.contact ?? null,
    matchesEmail: file.match_email,
    admins: new Set(file.admins),
    ties: file.ties.map(({ person, extension, from, until }, index) => ({
      personId: person,
      extensionNumber: extension,
      from: from ?? null,
      until: until ?? null,
      line: lineOf(['ties', index]),
    })),
    leads: file.leads.map(({ group, extensions }, index) => ({
      groupId: group,
      extensions,
      line: lineOf(['leads', index]),
    })),
    closedChannels: new Set(file.closed_channels),
    redactedChannels: new Set(file.redacted_channels),
    allowsExternal: file.allow_external,
  };
}

const versionOf = (text: string) => hash('sha256', text, 'hex').slice(0, 12);
