import assert from 'node:assert/strict';
import { isCallSummaryError, type Refusal } from '../../../src/errors.ts';
import type { Access, PostTarget } from '../../../src/services/access/access.ts';
import { createAccess } from '../../../src/services/access/create-access.ts';
import type { ChannelTarget } from '../../../src/services/access/decision.ts';
import type { Freshness } from '../../../src/services/access/people-directory.ts';
import type { DecisionRecord, ListingRecord } from '../../../src/services/access/records.ts';
import { createRulesInForce, type RulesInForce } from '../../../src/services/access/rules-in-force.ts';
import { type KnownPeople, knownPeople } from './people.ts';

/** Access with everything around it in a test's hands. */
export interface Office {
  readonly access: Access;
  readonly rules: RulesInForce;
  readonly people: KnownPeople;
  /** The decisions written down so far. */
  readonly written: DecisionRecord[];
  /** The lists written down so far. */
  readonly listed: ListingRecord[];
  /** The phone system: extension numbers by address, or why it says nothing. `asked` names its questions. */
  readonly phoneSystem: {
    numbers: Readonly<Record<string, readonly string[]>>;
    failure: Error | null;
    readonly asked: string[];
  };
}

/** An office whose access file says `file`, and whose phone system gives 3202 to Leo. */
export function openOffice(file = '', people: KnownPeople = knownPeople()): Office {
  const rules = createRulesInForce(new Set(['U0ADMIN']));
  const problems = rules.reload(file);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  const written: DecisionRecord[] = [];
  const phoneSystem: Office['phoneSystem'] = {
    numbers: { 'leo.ball@example.com': ['3202'] },
    failure: null,
    asked: [],
  };
  const numbersWithEmail = async (email: string, freshness: Freshness) => {
    phoneSystem.asked.push(`${email} (${freshness})`);
    if (phoneSystem.failure !== null) throw phoneSystem.failure;
    return phoneSystem.numbers[email] ?? [];
  };
  const onDecision = (record: DecisionRecord) => void written.push(record);
  const listed: ListingRecord[] = [];
  const onListing = (record: ListingRecord) => void listed.push(record);
  const access = createAccess({ rules, people, numbersWithEmail, onDecision, onListing });
  return { access, rules, people, written, listed, phoneSystem };
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

/** That channel, or one that differs from it, as the place of a post. */
export const there = (change: Partial<ChannelTarget> = {}, threadTs: string | null = null): PostTarget => ({
  threadTs,
  describe: async () => ({ ...channel, ...change }),
});

/** The refusal somebody gets. */
export async function refusalOf(asking: Promise<void>): Promise<Refusal> {
  const thrown = await asking.then(() => null).catch((error: unknown) => error);
  assert.ok(isCallSummaryError(thrown, 'not_allowed'), String(thrown));
  return thrown.details as Refusal;
}
