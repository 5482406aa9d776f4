import type { Tie } from '../services/access/access-rules.ts';
import { createAccess } from '../services/access/create-access.ts';
import type { Decision } from '../services/access/decision.ts';
import type { Explanation } from '../services/access/explanation.ts';
import type { PeopleDirectory } from '../services/access/people-directory.ts';
import type { NumbersWithEmail } from '../services/access/person-facts.ts';
import type { RulesInForce } from '../services/access/rules-in-force.ts';
import type { Question } from './question.ts';
import { callsOf, ruleWords } from './rule-words.ts';

type CanQuestion = Extract<Question, { kind: 'can' }>;

/** The answer's lines, and what it is; `unknown` where it hangs on somebody who was not asked, or did not answer. */
export interface Explained {
  readonly lines: readonly string[];
  readonly answer: 'yes' | 'no' | 'unknown';
}

/**
 * Says whether somebody may read an extension's calls, and why. `numbersWithEmail` asks the PBX; where it is null, what
 * hangs on the PBX is said as a condition.
 */
export async function can(
  question: CanQuestion,
  rules: RulesInForce,
  people: PeopleDirectory,
  numbersWithEmail: NumbersWithEmail | null,
): Promise<Explained> {
  const explained = (numbers: NumbersWithEmail) => explain(question, rules, people, numbers);
  const certain = await explained(numbersWithEmail ?? (async () => []));
  const { allowed, rule } = certain.decision;
  if (allowed) return { answer: 'yes', lines: verdict(question, certain) };
  const supposed = await explained(async () => [question.extensionNumber]);
  if (numbersWithEmail === null && supposed.decision.allowed)
    return { answer: 'unknown', lines: [condition(question, supposed), ...detail(certain)] };
  return { answer: rule === 'not_verified' ? 'unknown' : 'no', lines: verdict(question, certain) };
}

function explain(
  { personId, ...call }: CanQuestion,
  rules: RulesInForce,
  people: PeopleDirectory,
  numbersWithEmail: NumbersWithEmail,
): Promise<Explanation> {
  const nothingWritten = { onDecision: () => {}, onListing: () => {} };
  return createAccess({ rules, people, numbersWithEmail, ...nothingWritten }).explain(personId, call);
}

function verdict(question: CanQuestion, explanation: Explanation): readonly string[] {
  const { decision, ties } = explanation;
  return [
    `${sentenceOf(question, decision)}, because ${ruleWords[decision.rule]}.`,
    ...detail(explanation),
    ...ties.filter(({ personId }) => personId === question.personId).map(tieLine),
    ...leadLines(explanation),
  ];
}

const detail = ({ decision }: Explanation) => [`  rule: ${decision.rule}`];

function sentenceOf(question: CanQuestion, { allowed, rule }: Decision): string {
  if (rule === 'not_verified') return `It cannot be told whether ${whoAndWhat(question)}`;
  return allowed ? whoAndWhat(question) : whoAndWhat(question).replace(' may ', ' may not ');
}

function whoAndWhat({ personId, extensionNumber, cdrId }: CanQuestion): string {
  const calls =
    cdrId === null ? `calls of extension ${extensionNumber}` : `leg ${cdrId} of extension ${extensionNumber}`;
  return `${personId} may read ${calls}`;
}

const tieLine = ({ line, ...dates }: Tie) => `  line ${line}: tied, ${callsOf(dates)}`;

const leadLines = ({ leads, membership }: Explanation) =>
  leads.map(({ line, groupId }) => `  line ${line}: lead is ${groupId}, and ${memberWords(groupId, membership)}`);

function memberWords(groupId: string, { groups, isComplete }: Explanation['membership']): string {
  if (groups.has(groupId)) return 'they are in it';
  return isComplete ? 'they are not in it' : 'it is not known whether they are in it';
}

const condition = (question: CanQuestion, { person }: Explanation) => {
  const { extensionNumber } = question;
  const address = person === 'unknown' ? '' : person.email?.address;
  return `It hangs on the PBX, which was not asked: ${whoAndWhat(question)} if ${address} is there the e-mail address of ${extensionNumber}, and of no other extension. No line of the rules gives it.`;
};
