import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAccess } from '../../src/services/access.ts';
import { parseCallReference } from '../../src/services/call-reference/parse.ts';
import { createCallSummaries } from '../../src/services/call-summaries.ts';
import { withPbxStopwatch } from '../../src/services/pbx-stopwatch.ts';
import type { PhoneSystem, RecordedSummary } from '../../src/services/phone-system.ts';
import { bounded, openLine } from './yeastar/support.ts';

const leo = { id: 'U0LEO' };
const reference = parseCallReference('20260513223234-3EE9E 3202');
const everybody = createAccess(new Set([leo.id]));
const nobody = createAccess(new Set());

const recorded: RecordedSummary = {
  extensionNumber: '3202',
  name: 'Human Agent - Leo Ball',
  html: '<p>Key Points</p><ul><li>The login fails.</li></ul>',
  summarisedAt: new Date('2026-05-13T14:33:44Z'),
};

/** A phone system that gives this summary to whoever asks, and writes down what happens. */
function phoneSystemWith(summary: Partial<RecordedSummary> = {}) {
  const log: string[] = [];
  const phoneSystem: PhoneSystem = {
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
  const summaries = createCallSummaries(nobody, phoneSystem);
  await assert.rejects(summaries.find(reference, leo), { code: 'not_allowed' });
  assert.equal(pbx.requests.length, 0);
  assert.equal(pbx.openConnections, 0);
});

test('a refusal is the same for calls that exist and for calls that do not', bounded, async (t) => {
  const { phoneSystem } = await openLine(t);
  const summaries = createCallSummaries(nobody, phoneSystem);
  const details = { readerId: leo.id };
  for (const typed of ['20260513223234-3EE9E 3202', '20260513223234-00000 3202', '20260513223234-3EE9E 9999'])
    await assert.rejects(summaries.find(parseCallReference(typed), leo), { code: 'not_allowed', details });
});

test('a reader who may is shown the summary of the PBX, read into sections', bounded, async (t) => {
  const { phoneSystem } = await openLine(t);
  const summary = await createCallSummaries(everybody, phoneSystem).find(reference, leo);
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

test('access is asked before the PBX and again on what came back', async () => {
  const { log, phoneSystem } = phoneSystemWith();
  const access = { assertMayRead: async () => void log.push('may I?') };
  await createCallSummaries(access, phoneSystem).find(reference, leo);
  assert.deepEqual(log, ['may I?', 'look for 3202', 'ask for 20260513223234-3EE9E as 60', 'may I?']);
});

test('a reader who loses the right while the PBX answers is shown nothing', async () => {
  const { phoneSystem } = phoneSystemWith();
  let asked = 0;
  const access = {
    assertMayRead: async () => {
      asked += 1;
      if (asked > 1) await nobody.assertMayRead(leo, reference.extensionNumber);
    },
  };
  await assert.rejects(createCallSummaries(access, phoneSystem).find(reference, leo), { code: 'not_allowed' });
});

test('a summary of another extension than the one asked for is no summary', async () => {
  for (const extensionNumber of ['1001', '03202', '3202 ', '', '32O2']) {
    const { phoneSystem } = phoneSystemWith({ extensionNumber });
    await assert.rejects(createCallSummaries(everybody, phoneSystem).find(reference, leo), {
      code: 'summary_not_found',
      details: { ...reference, sawOtherParty: true },
    });
  }
});

test('what the phone system fails with is passed on as it is', async () => {
  const failure = new Error('from below');
  const { phoneSystem } = phoneSystemWith();
  const broken = { ...phoneSystem, findSummary: () => Promise.reject(failure) };
  await assert.rejects(createCallSummaries(everybody, broken).find(reference, leo), failure);
});

test('a name is clean text, whatever the PBX made of it', async () => {
  const { phoneSystem } = phoneSystemWith({ name: ' <b>Leo</b>\n\u202E Ball\u0007 \uD83D' });
  const { name } = await createCallSummaries(everybody, phoneSystem).find(reference, leo);
  assert.doesNotMatch(name, /[\p{Cc}\p{Cs}\u202E]/u);
  assert.match(name, /Leo.*Ball/);
});

test('a summary without a readable time is shown all the same', async () => {
  const { phoneSystem } = phoneSystemWith({ summarisedAt: null });
  assert.equal((await createCallSummaries(everybody, phoneSystem).find(reference, leo)).summarisedAt, null);
});

test('the fingerprint is equal for equal summaries and another for whatever is shown otherwise', async () => {
  const fingerprintOf = async (change: Partial<RecordedSummary>) => {
    const { phoneSystem } = phoneSystemWith(change);
    return (await createCallSummaries(everybody, phoneSystem).find(reference, leo)).fingerprint;
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
  const answer = withPbxStopwatch(stopwatch, () => createCallSummaries(everybody, gated).find(reference, leo));
  setImmediate(() => gate.resolve(recorded));
  await answer;
  assert.ok(stopwatch.waitedMs > 0);
});
