import assert from 'node:assert/strict';
import { chmodSync, existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { storeOf } from '../store/support.ts';
import { bounded, linesAbout, openWorkshop } from './workshop.ts';

test('a store in use by the app is read beside it', bounded, async (t) => {
  const { storeFile, doctor } = await openWorkshop(t);
  await storeOf(t, storeFile).open();
  assert.match(linesAbout((await doctor()).out, 'Store'), /^ok .*there, and for its owner alone\.$/);
});

test('a store others may read is told and left as it is', bounded, async (t) => {
  const { storeFile, env, doctor } = await openWorkshop(t);
  const store = storeOf(t, storeFile);
  await store.open();
  await store.close();
  chmodSync(storeFile, 0o644);
  delete env.SLACK_BOT_TOKEN;
  assert.match((await doctor()).out.join('\n'), /^failed {3}Settings/, 'without settings it is not opened');
  env.SLACK_BOT_TOKEN = 'xoxb-any';
  env.YEASTAR_BASE_URL = 'http://127.0.0.1:1';
  assert.match(linesAbout((await doctor()).out, 'Store'), /^warning .*others on this machine may read it/);
  assert.equal(statSync(storeFile).mode & 0o777, 0o644);
});

test('a file that is no store of ours stops the sign-in, and is not written to', bounded, async (t) => {
  const { storeFile, pbx, doctor } = await openWorkshop(t);
  const foreign = new DatabaseSync(storeFile);
  foreign.exec('create table notes (text)');
  foreign.close();
  const { out } = await doctor();
  assert.match(linesAbout(out, 'Store'), /^failed .*database of another program/);
  assert.match(linesAbout(out, 'PBX sign-in'), /^skipped .*"Store" comes first/);
  assert.equal(pbx.count('*'), 0);
});

test('an empty file is a store that was not begun', bounded, async (t) => {
  const { storeFile, doctor } = await openWorkshop(t);
  writeFileSync(storeFile, '');
  assert.match(linesAbout((await doctor()).out, 'Store'), /^ok .*still empty/);
});

test('a store in a folder that is none cannot be made', bounded, async (t) => {
  const { storeFile, env, doctor } = await openWorkshop(t);
  writeFileSync(storeFile, 'no folder');
  env.CALLSUMMARY_STORE_FILE = join(storeFile, 'callsummary.db');
  const { out, exitCode } = await doctor();
  assert.match(linesAbout(out, 'Store'), /^failed /);
  assert.equal(exitCode, 1);
});

test('where the PBX cannot be reached no store is made', bounded, async (t) => {
  const { storeFile, env, doctor } = await openWorkshop(t);
  env.YEASTAR_BASE_URL = 'http://127.0.0.1:1';
  await doctor();
  assert.equal(existsSync(storeFile), false);
});

test(
  'a store of an older version is left to the app, and no sign-in is made that could not be counted',
  bounded,
  async (t) => {
    const { storeFile, pbx, doctor } = await openWorkshop(t);
    const store = storeOf(t, storeFile);
    await store.open();
    await store.close();
    const database = new DatabaseSync(storeFile);
    t.after(() => database.close());
    database.exec('delete from store_migrations');
    const { out } = await doctor();
    assert.match(linesAbout(out, 'Store'), /^warning .*older callsummary.*\n +Start the app once/);
    assert.match(linesAbout(out, 'PBX sign-in'), /^failed .*not tried: .*an older callsummary has written it/);
    assert.equal(pbx.count('*'), 0);
    assert.deepEqual(database.prepare('select name from store_migrations').all(), []);
  },
);
