import { createAccess } from '../services/access/access.ts';
import type { Tie } from '../services/access/access-rules.ts';
import type { Decision } from '../services/access/decision.ts';
import type { Explanation } from '../services/access/explanation.ts';
import type { PeopleDirectory } from '../services/access/people-directory.ts';
import type { RulesInForce } from '../services/access/rules-in-force.ts';
import type { Question } from './question.ts';
import { callsOf, ruleWords } from './rule-words.ts';

type CanQuestion = Extract<Question, { kind: 'can' }>;

/** The answer's lines, and whether it is yes. */
export interface Explained {
  readonly lines: readonly string[];
  readonly allowed: boolean;
}

/**
 * Says whether somebody may read an extension's calls, and why. The phone system is not asked: it would take one of the
 * app's sign-ins. What hangs on its e-mail address is said as a condition.
 */
export async function can(question: CanQuestion, rules: RulesInForce, people: PeopleDirectory): Promise<Explained> {
  const certain = await explained(question, rules, people, []);
  if (certain.decision.allowed) return { allowed: true, lines: verdict(question, certain) };
  const supposed = await explained(question, rules, people, [question.extensionNumber]);
  const condition = supposed.decision.allowed ? conditionOf(question, supposed) : [];
  return { allowed: false, lines: [...verdict(question, certain), ...condition] };
}

const explained = (
  { personId, ...call }: CanQuestion,
  rules: RulesInForce,
  people: PeopleDirectory,
  numbers: readonly string[],
): Promise<Explanation> => {
  const numbersWithEmail = async () => numbers;
  const access = createAccess({
    rules,
    people,
    numbersWithEmail,
    onDecision: () => {},
    onListing: () => {},
  });
  return access.explain(personId, call);
};

function verdict(question: CanQuestion, explanation: Explanation): readonly string[] {
  const { decision, ties } = explanation;
  return [
    `${sentenceOf(question, decision)}, because ${ruleWords[decision.rule]}.`,
    `  rule: ${decision.rule}`,
    ...ties.filter(({ personId }) => personId === question.personId).map(tieLine),
    ...leadLines(explanation),
  ];
}

function sentenceOf({ personId, extensionNumber, cdrId }: CanQuestion, { allowed, rule }: Decision): string {
  const what =
    cdrId === null ? `calls of extension ${extensionNumber}` : `leg ${cdrId} of extension ${extensionNumber}`;
  if (rule === 'not_verified') return `It cannot be told whether ${personId} may read ${what}`;
  return `${personId} may ${allowed ? '' : 'not '}read ${what}`;
}

const tieLine = ({ line, ...dates }: Tie) => `  line ${line}: tied, ${callsOf(dates)}`;

const leadLines = ({ leads, membership }: Explanation) =>
  leads.map(({ line, groupId }) => `  line ${line}: lead is ${groupId}, and ${memberWords(groupId, membership)}`);

function memberWords(groupId: string, { groups, isComplete }: Explanation['membership']): string {
  if (groups.has(groupId)) return 'they are in it';
  return isComplete ? 'they are not in it' : 'it is not known whether they are in it';
}

const conditionOf = ({ extensionNumber }: CanQuestion, { person }: Explanation) => [
  `They may, if the phone system has ${person === 'unknown' ? '' : person.email?.address} as the e-mail address of ${extensionNumber}, and of no other extension (not checked).`,
];
