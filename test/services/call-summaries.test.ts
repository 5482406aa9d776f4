import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CallSummaryError } from '../../src/errors.ts';
import type { Access } from '../../src/services/access/access.ts';
import { parseCallReference } from '../../src/services/call-reference/parse.ts';
import { type CallSummariesOptions, createCallSummaries } from '../../src/services/call-summaries.ts';
import type { FairUse } from '../../src/services/fair-use.ts';
import { withPbxStopwatch } from '../../src/services/pbx-stopwatch.ts';
import type { RecordedSummary } from '../../src/services/phone-system.ts';
import { bounded, openLine } from './yeastar/support.ts';

const leo = { id: 'U0LEO', teamId: 'T0' };
const reference = parseCallReference('20260513223234-3EE9E 3202');

type Asking = Pick<Access, 'assertMayLookUp' | 'assertMayRead'>;
const refusal = { readerId: leo.id, reason: 'no_right', mayRead: [], contact: null } as const;
const refuse = async () => {
  throw new CallSummaryError('not_allowed', refusal);
};
const allow = async () => {};
const everybody: Asking = { assertMayLookUp: allow, assertMayRead: allow };
const nobody: Asking = { assertMayLookUp: refuse, assertMayRead: allow };
const fairUse: FairUse = { admit: (_, work) => work(() => {}) };
const summariesOf = (access: Asking, phoneSystem: CallSummariesOptions['phoneSystem']) =>
  createCallSummaries({ access, phoneSystem, fairUse });

const recorded: RecordedSummary = {
  extensionNumber: '3202',
  name: 'Human Agent - Leo Ball',
  html: '<p>Key Points</p><ul><li>The login fails.</li></ul>',
  summarisedAt: new Date('2026-05-13T14:33:44Z'),
};

/** A phone system that gives this summary to whoever asks, and writes down what happens. */
function phoneSystemWith(summary: Partial<RecordedSummary> = {}) {
  const log: string[] = [];
  const phoneSystem: CallSummariesOptions['phoneSystem'] = {
    findExtension: async (number) => {
      log.push(`look for ${number}`);
      return { id: 60, number };
    },
    findSummary: async (cdrId, { id }) => {
      log.push(`ask for ${cdrId} as ${id}`);
      return { ...recorded, ...summary };
    },
  };
  return { log, phoneSystem };
}

test('a reader nobody allows causes no request to the PBX at all', bounded, async (t) => {
  const { pbx, phoneSystem } = await openLine(t);
  const summaries = summariesOf(nobody, phoneSystem);
  await assert.rejects(summaries.find(reference, leo), { code: 'not_allowed' });
  assert.equal(pbx.requests.length, 0);
  assert.equal(pbx.openConnections, 0);
});

test('a refusal is the same for calls that exist and for calls that do not', bounded, async (t) => {
  const { phoneSystem } = await openLine(t);
  const summaries = summariesOf(nobody, phoneSystem);
  for (const typed of ['20260513223234-3EE9E 3202', '20260513223234-00000 3202', '20260513223234-3EE9E 9999'])
    await assert.rejects(summaries.find(parseCallReference(typed), leo), { code: 'not_allowed', details: refusal });
});

test('a reader who may is shown the summary of the PBX, read into sections', bounded, async (t) => {
  const { phoneSystem } = await openLine(t);
  const summary = await summariesOf(everybody, phoneSystem).find(reference, leo);
  assert.equal(summary.name, 'Human Agent - Leo Ball');
  assert.deepEqual(summary.reference, reference);
  assert.deepEqual(
    summary.document.sections.map(({ title, parts }) => [title, parts.length]),
    [
      ['Call Summary', 3],
      ['Key Points', 3],
      ['Follow-Up Actions', 3],
    ],
  );
});

/** Access that allows everything, and writes down what it is asked. */
const writingInto = (log: string[]): Asking => ({
  assertMayLookUp: async (_, { extensionNumber }) => void log.push(`may I look for ${extensionNumber}?`),
  assertMayRead: async (_, { extensionNumber, cdrId }) => void log.push(`may I read ${cdrId} of ${extensionNumber}?`),
});

test('access is asked before the PBX, and again with the extension that came back', async () => {
  const { log, phoneSystem } = phoneSystemWith();
  await summariesOf(writingInto(log), phoneSystem).find(reference, leo);
  assert.deepEqual(log, [
    'may I look for 3202?',
    'look for 3202',
    'ask for 20260513223234-3EE9E as 60',
    'may I read 20260513223234-3EE9E of 3202?',
  ]);
});

test('what is not shown is not recorded as read: somebody else’s summary is dropped before access is asked', async () => {
  const { log, phoneSystem } = phoneSystemWith({ extensionNumber: '3203' });
  await assert.rejects(summariesOf(writingInto(log), phoneSystem).find(reference, leo), { code: 'summary_not_found' });
  assert.deepEqual(log, ['may I look for 3202?', 'look for 3202', 'ask for 20260513223234-3EE9E as 60']);
});

test('one’s own share is taken first, everybody’s once access allows it, and then the PBX is asked', async () => {
  const { log, phoneSystem } = phoneSystemWith();
  const counting: FairUse = {
    admit(personId, work, question) {
      log.push(`share of ${personId} for ${question}`);
      return work(() => void log.push('share of all'));
    },
  };
  const find = async (access: Asking) =>
    await createCallSummaries({ access, phoneSystem, fairUse: counting }).find(reference, leo);
  await find(writingInto(log));
  const first = ['share of U0LEO for 20260513223234-3EE9E 3202', 'may I look for 3202?', 'share of all'];
  assert.deepEqual(log.slice(0, 4), [...first, 'look for 3202']);
  log.length = 0;
  await assert.rejects(find(nobody), { code: 'not_allowed' });
  assert.deepEqual(log, ['share of U0LEO for 20260513223234-3EE9E 3202']);
});

test('where everybody’s share is used up, the PBX is asked nothing', async () => {
  const { log, phoneSystem } = phoneSystemWith();
  const usedUp: FairUse = {
    admit: (_, work) =>
      work(() => {
        throw new Error('used up');
      }),
  };
  const summaries = createCallSummaries({ access: everybody, phoneSystem, fairUse: usedUp });
  await assert.rejects(summaries.find(reference, leo), /used up/);
  assert.deepEqual(log, []);
});

test('a reader who loses the right while the PBX answers is shown nothing', async () => {
  const { phoneSystem } = phoneSystemWith();
  const access: Asking = { assertMayLookUp: allow, assertMayRead: refuse };
  await assert.rejects(summariesOf(access, phoneSystem).find(reference, leo), { code: 'not_allowed' });
});

test('whoever asks for too many is not even looked at by access', async () => {
  const { log, phoneSystem } = phoneSystemWith();
  const enough = { admit: () => Promise.reject(new Error('enough')) };
  const access: Asking = { assertMayLookUp: async () => void log.push('asked'), assertMayRead: allow };
  const summaries = createCallSummaries({ access, phoneSystem, fairUse: enough });
  await assert.rejects(summaries.find(reference, leo), /enough/);
  assert.deepEqual(log, []);
});

test('a summary of another extension than the one asked for is no summary', async () => {
  for (const extensionNumber of ['1001', '03202', '3202 ', '', '32O2']) {
    const { phoneSystem } = phoneSystemWith({ extensionNumber });
    await assert.rejects(summariesOf(everybody, phoneSystem).find(reference, leo), {
      code: 'summary_not_found',
      details: { ...reference, sawOtherParty: true },
    });
  }
});

test('what the phone system fails with is passed on as it is', async () => {
  const failure = new Error('from below');
  const { phoneSystem } = phoneSystemWith();
  const broken = { ...phoneSystem, findSummary: () => Promise.reject(failure) };
  await assert.rejects(summariesOf(everybody, broken).find(reference, leo), failure);
});

test('a name is clean text, whatever the PBX made of it', async () => {
  const { phoneSystem } = phoneSystemWith({ name: ' <b>Leo</b>\n\u202E Ball\u0007 \uD83D' });
  const { name } = await summariesOf(everybody, phoneSystem).find(reference, leo);
  assert.doesNotMatch(name, /[\p{Cc}\p{Cs}\u202E]/u);
  assert.match(name, /Leo.*Ball/);
});

test('a summary without a readable time is shown all the same', async () => {
  const { phoneSystem } = phoneSystemWith({ summarisedAt: null });
  assert.equal((await summariesOf(everybody, phoneSystem).find(reference, leo)).summarisedAt, null);
});

test('the fingerprint is equal for equal summaries and another for whatever is shown otherwise', async () => {
  const fingerprintOf = async (change: Partial<RecordedSummary>) => {
    const { phoneSystem } = phoneSystemWith(change);
    return (await summariesOf(everybody, phoneSystem).find(reference, leo)).fingerprint;
  };
  const first = await fingerprintOf({});
  assert.equal(await fingerprintOf({}), first);
  assert.match(first, /^[\w-]{22}$/);
  const changes = [
    { html: `${recorded.html} ` },
    { html: '' },
    { name: '' },
    { summarisedAt: null },
    { summarisedAt: new Date(0) },
    { name: `${recorded.name}${recorded.html}`, html: '' },
  ];
  const fingerprints = await Promise.all(changes.map(fingerprintOf));
  assert.equal(new Set([first, ...fingerprints]).size, changes.length + 1);
});

test('the time spent waiting for the PBX is counted on the request’s own stopwatch', async () => {
  const { phoneSystem } = phoneSystemWith();
  const stopwatch = { waitedMs: 0 };
  const gate = Promise.withResolvers<RecordedSummary>();
  const gated = { ...phoneSystem, findSummary: () => gate.promise };
  const answer = withPbxStopwatch(stopwatch, () => summariesOf(everybody, gated).find(reference, leo));
  setImmediate(() => gate.resolve(recorded));
  await answer;
  assert.ok(stopwatch.waitedMs > 0);
});
