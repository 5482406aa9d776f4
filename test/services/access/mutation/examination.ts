import { stripTypeScriptTypes } from 'node:module';
import type { comparableEmail, decide, leadsNumber, unfitnessOf } from '../../../../src/services/access/policy.ts';
import { cells, questionOf } from '../matrix/cells.ts';
import { emailExamples } from '../matrix/emails.ts';

/** What the policy module exports. */
export interface Policy {
  readonly decide: typeof decide;
  readonly comparableEmail: typeof comparableEmail;
  readonly leadsNumber: typeof leadsNumber;
  readonly unfitnessOf: typeof unfitnessOf;
}

/** Runs the text of a policy module, which imports nothing but types. */
export const loadPolicy = async (text: string): Promise<Policy> =>
  await import(`data:text/javascript;charset=utf-8,${encodeURIComponent(stripTypeScriptTypes(text))}`);

/** The first thing a policy answers wrongly, in words; null if it passes. */
export function firstMistake(policy: Policy): string | null {
  try {
    return emailMistake(policy) ?? cellMistake(policy);
  } catch (thrown) {
    return `throws: ${String(thrown)}`;
  }
}

function emailMistake({ comparableEmail }: Policy): string | null {
  const wrong = emailExamples.find(({ address, compared }) => comparableEmail(address) !== compared);
  return wrong === undefined ? null : `the address "${wrong.address}"`;
}

function cellMistake({ decide }: Policy): string | null {
  for (const cell of cells) {
    const { allowed, rule } = decide(questionOf(cell));
    if (allowed !== cell.expected.allowed || rule !== cell.expected.rule) return cell.name;
  }
  return null;
}
