import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { createSqliteStore } from '../../src/store/sqlite-store.ts';
import { kill, runProgram } from './spawned-app.ts';
import { openStoreFolder, type StoreFolder } from './store-folder.ts';

const settings = {
  SLACK_API_URL: 'http://127.0.0.1:9/api/',
  SLACK_BOT_TOKEN: 'xoxb-not-a-real-one',
  SLACK_SIGNING_SECRET: 'not-a-real-signing-secret',
  YEASTAR_BASE_URL: 'http://127.0.0.1:9',
  YEASTAR_CLIENT_ID: 'id',
  YEASTAR_CLIENT_SECRET: 'not-a-real-client-secret',
  PORT: '0',
};

/** Runs SQL on the database file, which is made where it is missing; gives its path. */
function changed({ file }: StoreFolder, sql: string): string {
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
  return file;
}

function inAFile({ folder, file }: StoreFolder): string {
  writeFileSync(join(folder, 'kept'), '');
  return file;
}

function belowAFile({ folder }: StoreFolder): string {
  writeFileSync(join(folder, 'kept'), '');
  return join(folder, 'kept', 'below', 'callsummary.db');
}

const anotherProgrammes = (place: StoreFolder) => changed(place, 'create table invoices (id integer)');

async function ofANewerProgram(place: StoreFolder): Promise<string> {
  const store = createSqliteStore(place.file);
  await store.open();
  await store.close();
  return changed(place, "insert into store_migrations values ('9999-of-the-future', '2099-01-01T00:00:00.000Z')");
}

function noDatabase({ file }: StoreFolder): string {
  mkdirSync(dirname(file));
  writeFileSync(file, 'Dear diary, '.repeat(1_000));
  return file;
}

/** What stands where the store should be: makes it, and gives the setting that leads there. */
const troubles: readonly [make: (place: StoreFolder) => string | Promise<string>, words: RegExp][] = [
  [inAFile, /it cannot be opened/],
  [belowAFile, /it cannot be opened/],
  [anotherProgrammes, /it is the database of another program/],
  [ofANewerProgram, /a newer callsummary has written it/],
  [noDatabase, /it is damaged/],
];

test('a store that cannot be used ends the program with one sentence that says why, and exit code 78', async (t) => {
  const programs = [];
  for (const [make, words] of troubles) {
    const place = openStoreFolder();
    const file = await make(place);
    const program = runProgram({ ...settings, CALLSUMMARY_STORE_FILE: file });
    programs.push({ file, words, program });
    t.after(() => kill(program).then(place[Symbol.dispose]));
  }
  for (const { file, words, program } of programs) {
    assert.deepEqual(await program.ended, [78, null]);
    const said = program.said();
    assert.ok(said.startsWith(`callsummary cannot start: ${file}: the store cannot be used: `), said);
    assert.match(said, words);
    assert.match(said, /CALLSUMMARY_STORE_FILE says where it is\.\n$/);
    assert.equal(said.trim().split('\n').length, 1, said);
  }
});
