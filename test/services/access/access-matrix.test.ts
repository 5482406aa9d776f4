import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CallSummaryError, isCallSummaryError } from '../../../src/errors.ts';
import type { Access } from '../../../src/services/access/access.ts';
import type { AccessRules } from '../../../src/services/access/access-rules.ts';
import { createAccess } from '../../../src/services/access/create-access.ts';
import type { DecisionRecord } from '../../../src/services/access/records.ts';
import { me } from './matrix/actors.ts';
import { type Cell, cells } from './matrix/cells.ts';
import { number, type Right } from './matrix/right.ts';

/** What people do: type the command, look at the answer, post it. Only a post has a place. */
const reachable = cells.filter(({ phase, place }) => phase === 'before_post' || place.target.kind === 'private_answer');
const surfaces = reachable.filter(({ phase, place }) => phase !== 'before_post' || place.target.kind === 'channel');

test('every square of the matrix that people can reach is answered by access as by the tables', async () => {
  const wrong: string[] = [];
  for (const cell of surfaces) {
    const written: DecisionRecord[] = [];
    const outcome = await outcomeOf(cell, written);
    const [record, ...more] = written;
    const isRight = outcome === cell.expected.allowed && record?.decision.rule === cell.expected.rule;
    if (!isRight || more.length > 0) wrong.push(`${cell.name}: ${outcome} ${record?.decision.rule}`);
  }
  assert.ok(surfaces.length > 1_296, `${surfaces.length} squares`);
  assert.deepEqual(wrong, []);
});

/** True if allowed, false if refused; anything else is thrown. */
async function outcomeOf(cell: Cell, written: DecisionRecord[]): Promise<boolean> {
  try {
    await ask(accessIn(cell, written), cell);
    return true;
  } catch (thrown) {
    if (isCallSummaryError(thrown, 'not_allowed') || thrown === silent) return false;
    throw thrown;
  }
}

const ask = (access: Access, { phase, place, right }: Cell): Promise<void> => {
  const reader = { id: me, teamId: 'T0HOME' };
  const call = { extensionNumber: number, cdrId: legOn(right.callDay) };
  const { target } = place;
  if (target.kind === 'channel')
    return access.assertMayPost(reader, call, { threadTs: null, describe: async () => target });
  return phase === 'before_lookup' ? access.assertMayLookUp(reader, call) : access.assertMayRead(reader, call);
};

const legOn = (day: string | null) => (day === null ? 'call-123456-x' : `${day.replaceAll('-', '')}120000-3EE9E`);

function accessIn({ actor, right, rules }: Cell, written: DecisionRecord[]): Access {
  return createAccess({
    rules: { current: () => withSomeLead(rules), reload: () => [] },
    people: { find: async () => actor.person, groupsOf: async () => right.membership },
    numbersWithEmail: async (email) => numbersOf(right.extension, email),
    onDecision: (record) => void written.push(record),
    onListing: () => {},
  });
}

/** Groups are asked about only where some lead the extension. */
const withSomeLead = (rules: AccessRules): AccessRules => ({
  ...rules,
  leads: [...rules.leads, { groupId: 'S0FAR', extensions: [{ first: number, last: number }], line: 9 }],
});

const silent = new CallSummaryError('pbx_timeout', {});

function numbersOf({ email, isEmailUnique, isEmailKnown }: Right['extension'], asked: string): readonly string[] {
  if (!isEmailKnown) throw silent;
  if (email?.trim().toLowerCase() !== asked) return [];
  return isEmailUnique ? [number] : [number, '3203'];
}
