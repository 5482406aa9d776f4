import assert from 'node:assert/strict';
import { isCallSummaryError } from '../../../src/errors.ts';
import { type Access, createAccess, type DecisionRecord } from '../../../src/services/access/access.ts';
import type { Refusal } from '../../../src/services/access/refusal.ts';
import { createRulesInForce, type RulesInForce } from '../../../src/services/access/rules-in-force.ts';
import { clockByHand, type KnownPeople, knownPeople } from './people.ts';

/** Access with everything around it in a test's hands. */
export interface Office {
  readonly access: Access;
  readonly rules: RulesInForce;
  readonly people: KnownPeople;
  readonly clock: ReturnType<typeof clockByHand>;
  /** The decisions written down so far. */
  readonly written: DecisionRecord[];
  /** The phone system: extension numbers by address. `asked` counts its questions. */
  readonly phoneSystem: { numbers: Readonly<Record<string, readonly string[]>>; asked: string[] };
}

/** An office whose access file says `file`, and whose phone system gives 3202 to Leo. */
export function openOffice(file = '', people: KnownPeople = knownPeople()): Office {
  const rules = createRulesInForce(new Set(['U0ADMIN']));
  const problems = rules.reload(file);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  const clock = clockByHand();
  const written: DecisionRecord[] = [];
  const phoneSystem: Office['phoneSystem'] = { numbers: { 'leo.ball@example.com': ['3202'] }, asked: [] };
  const numbersWithEmail = async (email: string) => {
    phoneSystem.asked.push(email);
    return phoneSystem.numbers[email] ?? [];
  };
  const onDecision = (record: DecisionRecord) => void written.push(record);
  const access = createAccess({ rules, people, numbersWithEmail, onDecision, clock });
  return { access, rules, people, clock, written, phoneSystem };
}

/** A call of 13 May 2026. */
export const call = { extensionNumber: '3202', cdrId: '20260513223234-3EE9E' };

/** A channel of the workspace. */
export const channel = {
  kind: 'channel',
  channelId: 'C0SUPPORT',
  sharing: 'own_workspace',
  isOutsideConfirmed: false,
} as const;

/** The refusal somebody gets. */
export async function refusalOf(asking: Promise<void>): Promise<Refusal> {
  const thrown = await asking.then(() => null).catch((error: unknown) => error);
  assert.ok(isCallSummaryError(thrown, 'not_allowed'), String(thrown));
  return thrown.details as Refusal;
}
