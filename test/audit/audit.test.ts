import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import { type TestContext, test } from 'node:test';
import type { AuditEntry } from '../../src/store/audit-entry.ts';
import { bounded, entryOf, fileOf, storeOf } from '../store/support.ts';

/** What `npm run audit` prints on a store, and how it exits. */
async function audit(file: string, ...words: string[]) {
  const child = spawn(process.execPath, ['src/audit/main.ts', ...words], {
    env: { ...process.env, CALLSUMMARY_STORE_FILE: file },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { out, err, exitCode: await exited };
}

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
const day = 24 * 60;

const entries: readonly AuditEntry[] = [
  entryOf({ at: minutesAgo(8 * day), referenceId: 'LASTWEEK' }),
  entryOf({ at: minutesAgo(60), personId: 'U0AGENT', referenceId: 'READ' }),
  entryOf({
    at: minutesAgo(30),
    personId: 'U0GUEST',
    act: 'refused',
    rule: 'guest',
    outcome: 'denied',
    referenceId: 'REFUSED',
  }),
  entryOf({
    at: minutesAgo(10),
    personId: 'U0LEAD',
    extensionNumber: '3203',
    act: 'shared',
    rule: 'lead',
    surface: 'share_summary',
    target: { channelId: 'C0INCIDENT', threadTs: '1779489122.479419' },
    referenceId: 'SHARED',
  }),
];

async function recordedStore(t: TestContext): Promise<string> {
  const file = fileOf(t);
  const store = storeOf(t, file);
  for (const entry of entries) await store.audit.record(entry);
  return file;
}

test('the record of the last seven days is a table, also while the app has the store open', bounded, async (t) => {
  const { out, err, exitCode } = await audit(await recordedStore(t));
  assert.equal(err, '');
  assert.equal(exitCode, 0);
  const [titles, read, refused, shared, empty, count] = out.split('\n');
  assert.match(
    titles ?? '',
    /^TIME \(UTC\) +PERSON +WORKSPACE +ACT +OUTCOME +RULE +EXTENSION +CALL LEG +SURFACE +TARGET +REFERENCE$/,
  );
  assert.match(
    read ?? '',
    / U0AGENT +T012ABC +read +allowed +own_extension +3202 +20260513223234-3EE9E +\/callsummary +- +READ$/,
  );
  assert.match(refused ?? '', / U0GUEST .* refused +denied +guest .* REFUSED$/);
  assert.match(shared ?? '', / U0LEAD .* 3203 .* share_summary +C0INCIDENT\/1779489122.479419 +SHARED$/);
  assert.equal(empty, '');
  assert.match(count ?? '', /^3 entries since \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC\.$/);
  const columnOf = (line = '') => line.search(/allowed|denied|OUTCOME/);
  assert.equal(new Set([titles, read, refused, shared].map(columnOf)).size, 1, 'the columns are aligned');
});

test('the record can be narrowed to a time, a person and an extension', bounded, async (t) => {
  const file = await recordedStore(t);
  const referencesOf = async (...words: string[]) =>
    (await audit(file, ...words, '--json')).out
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line).referenceId);
  const [all, hour, person, extension, nothing] = await Promise.all([
    referencesOf('--since', '2w'),
    referencesOf('--since=45m'),
    referencesOf('--user', 'U0AGENT'),
    referencesOf('--ext', '3203'),
    referencesOf('--ext', '3203', '--user', 'U0AGENT'),
  ]);
  assert.deepEqual(all, ['LASTWEEK', 'READ', 'REFUSED', 'SHARED']);
  assert.deepEqual(hour, ['REFUSED', 'SHARED']);
  assert.deepEqual(person, ['READ']);
  assert.deepEqual(extension, ['SHARED']);
  assert.deepEqual(nothing, []);
});

test('as JSON each entry is one line with everything that was recorded', bounded, async (t) => {
  const { out } = await audit(await recordedStore(t), '--json', '--user', 'U0LEAD');
  const { hash, ...record } = JSON.parse(out);
  assert.match(hash, /^[0-9a-f]{64}$/);
  assert.deepEqual(record, { ...JSON.parse(JSON.stringify(entries[3])), number: 4 });
});

test('where nothing was recorded it says so', bounded, async (t) => {
  const { out, exitCode } = await audit(await recordedStore(t), '--user', 'U0NOBODY');
  assert.match(out, /^0 entries since /);
  assert.equal(exitCode, 0);
});

test('an intact record is called so, with the hash to note, and a forged one is not', bounded, async (t) => {
  const file = await recordedStore(t);
  const intact = await audit(file, '--verify');
  assert.match(intact.out, /^Intact: 4 entries, the last is number 4 with hash [0-9a-f]{64}\.\n$/);
  assert.equal(intact.exitCode, 0);
  const database = new DatabaseSync(file);
  database.exec(
    "drop trigger audit_entries_never_change; update audit_entries set outcome = 'denied' where number = 2",
  );
  database.close();
  const forged = await audit(file, '--verify');
  assert.equal(forged.err, 'Not intact: entry 2 was altered.\n');
  assert.equal(forged.exitCode, 65);
});

test('a forged entry does not get to steer the terminal', bounded, async (t) => {
  const file = await recordedStore(t);
  const database = new DatabaseSync(file);
  database.exec(`drop trigger audit_entries_never_change; pragma ignore_check_constraints = on;
    update audit_entries set surface = char(27) || '[2J', at = 'yesterday' where number = 4`);
  database.close();
  const { out, exitCode } = await audit(file);
  assert.match(out, /^\? .* \?\[2J /m);
  assert.equal(exitCode, 0);
});

test('where there is no store it says where it looked, and makes none', bounded, async (t) => {
  const file = fileOf(t);
  const { err, exitCode } = await audit(file);
  assert.ok(err.startsWith(`${file}: the store cannot be used: it is not there.\n`), err);
  assert.match(err, /CALLSUMMARY_STORE_FILE/);
  assert.equal(exitCode, 66);
  assert.equal(existsSync(file), false);
});

test('what it cannot understand it answers with what it takes', bounded, async (t) => {
  const { out, err, exitCode } = await audit(fileOf(t), '--since', 'yesterday');
  assert.equal(out, '');
  assert.match(err, /^--since is "yesterday"; it takes 30m, 12h, 7d, 4w, or a day such as 2026-05-13\.\n\n/);
  assert.match(err, /npm run audit -- --verify/);
  assert.equal(exitCode, 64);
});
