import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import type { Fault } from '../../faults/fault.ts';
import type { Row } from '../../faults/perform.ts';
import { run } from '../../faults/run.ts';
import type { Setting } from '../../faults/scene.ts';

const fault = (id: string, setting: Setting, inject: Fault['inject']): Fault => ({
  id,
  says: 'something',
  expected: 'nothing',
  setting,
  inject,
});

const mustNotHappen = () => assert.fail('there is no app to which it could happen');
const unusable: Setting = { env: { YEASTAR_BASE_URL: 'no address' } };

test('an app that does not start is a failed row, and those after it are run', { timeout: 30_000 }, async () => {
  const told: Row[] = [];
  const rows = await run(
    [
      fault('X1', unusable, mustNotHappen),
      fault('X2', { pbx: () => Promise.reject(new Error('no certificate')) }, mustNotHappen),
      fault('X3', { isEmpty: true }, async () => ({ notHere: 'as this is a test' })),
    ],
    (row) => told.push(row),
  );
  assert.deepEqual(
    rows.map(({ id, outcome }) => `${id} ${outcome}`),
    ['X1 failed', 'X2 failed', 'X3 not here'],
  );
  assert.match(rows[0]?.seen ?? '', /YEASTAR_BASE_URL/);
  assert.equal(rows[1]?.seen, 'no certificate');
  assert.equal(told.length, 3);
});

test('nothing is left of a stage on which the app does not start', { timeout: 30_000 }, async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'callsummary-faults-test-'));
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  context.after(() => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(folder, { recursive: true });
  });
  await run([fault('X1', unusable, mustNotHappen)], () => {});
  assert.deepEqual(readdirSync(folder), []);
  while (isListening()) await setImmediate();
});

/** The simulators are servers of this process; their handles go a moment after they are closed. */
const isListening = () => process.getActiveResourcesInfo().includes('TCPServerWrap');
