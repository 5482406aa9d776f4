import assert from 'node:assert/strict';
import { chmodSync, existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { bounded, entryOf, fileOf, folderOf, startProcess, storeOf, tokenOf } from './support.ts';

const suffixes = ['', '-wal', '-shm'];

/** Which of these texts stand in the database file or beside it, in any of the ways a text may be written down. */
function foundIn(file: string, texts: readonly string[]): readonly string[] {
  const bytes = Buffer.concat(
    suffixes.filter((suffix) => existsSync(file + suffix)).map((suffix) => readFileSync(file + suffix)),
  );
  return texts.filter((text) => waysToWrite(text).some((written) => bytes.includes(written)));
}

const waysToWrite = (text: string) => [
  Buffer.from(text),
  Buffer.from(text, 'utf16le'),
  Buffer.from(Buffer.from(text).toString('base64url')),
  Buffer.from(Buffer.from(text).toString('hex')),
];

const secrets = {
  pbx: 'pbx.example.com:8088',
  clientId: 'CANARY-client-id',
  clientSecret: 'CANARY-client-secret-0123456789',
};
const accessToken = 'CANARY-access-token-0123456789';
const refreshToken = 'CANARY-refresh-token-012345678';
const canaries = [...Object.values(secrets).slice(1), accessToken, refreshToken];

test('no token and no secret stands readable in the store, before and after they are forgotten', bounded, async (t) => {
  const file = fileOf(t);
  const store = storeOf(t, file);
  const vault = store.tokensOf(secrets);
  for (let time = 0; time < 20; time += 1) {
    await vault.save(tokenOf({ accessToken, refreshToken }));
    await (await store.signInsOf(secrets).begin(100))?.refused();
  }
  assert.ok(statSync(`${file}-wal`).size > 0, 'the journal holds what was written last');
  assert.deepEqual(foundIn(file, canaries), []);
  assert.deepEqual(foundIn(file, [secrets.pbx]), [secrets.pbx], 'this way of looking does find what is there');
  await vault.forget();
  await store.signInsOf(secrets).clear();
  assert.deepEqual(foundIn(file, canaries), []);
  await store.close();
  assert.deepEqual(foundIn(file, canaries), []);
});

test('what is forgotten is gone from the file and its journal', bounded, async (t) => {
  const file = fileOf(t);
  const store = storeOf(t, file);
  const old = new Date('2025-01-01');
  for (let number = 0; number < 600; number += 1)
    await store.audit.record(
      number < 500 ? entryOf({ at: old, personId: 'UCANARYPERSON', referenceId: `CANARY-${number}` }) : entryOf(),
    );
  assert.deepEqual(foundIn(file, ['UCANARYPERSON', 'CANARY-7']), ['UCANARYPERSON', 'CANARY-7']);
  assert.equal(await store.audit.forgetBefore(new Date('2026-01-01')), 500);
  assert.deepEqual(foundIn(file, ['UCANARYPERSON', 'CANARY-7']), []);
  assert.deepEqual(foundIn(file, ['K7Q2M9XD']), ['K7Q2M9XD']);
});

test('a forgotten token is gone even as a seal', bounded, async (t) => {
  const file = fileOf(t);
  const store = storeOf(t, file);
  const vault = store.tokensOf(secrets);
  await vault.save(tokenOf());
  const sealed = /v1\.[\w-]{100,}/.exec(readFileSync(`${file}-wal`, 'latin1'))?.[0] ?? '';
  assert.deepEqual(foundIn(file, [sealed.slice(0, 100)]), [sealed.slice(0, 100)]);
  await vault.forget();
  assert.deepEqual(foundIn(file, [sealed.slice(0, 100), sealed.slice(20, 60)]), []);
});

test('a process killed with a full journal leaves no secret in it', bounded, async (t) => {
  const file = fileOf(t);
  const writer = startProcess(t, 'record', [file, '1000000']);
  await writer.nextLine();
  await storeOf(t, file).tokensOf(secrets).save(tokenOf({ accessToken, refreshToken }));
  await writer.kill();
  assert.deepEqual(foundIn(file, canaries), []);
});

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

test('the store is for its owner alone: the file, its journal, and the folder made for it', bounded, async (t) => {
  const folder = folderOf(t);
  const file = join(folder, 'var', 'callsummary', 'callsummary.db');
  const before = process.umask(0);
  t.after(() => process.umask(before));
  await storeOf(t, file).audit.record(entryOf());
  assert.deepEqual(
    suffixes.map((suffix) => modeOf(file + suffix)),
    ['600', '600', '600'],
  );
  assert.equal(modeOf(dirname(file)), '700');
  assert.equal(modeOf(dirname(dirname(file))), '700');
});

test(
  'a store that others could read is closed to them; a folder that was there is left as it is',
  bounded,
  async (t) => {
    const file = fileOf(t);
    const first = storeOf(t, file);
    await first.audit.record(entryOf());
    await first.close();
    chmodSync(file, 0o644);
    chmodSync(dirname(file), 0o755);
    await storeOf(t, file).audit.record(entryOf());
    assert.equal(modeOf(file), '600');
    assert.equal(modeOf(dirname(file)), '755');
  },
);

test('what is recorded is still there after a restart', bounded, async (t) => {
  const file = fileOf(t);
  const first = storeOf(t, file);
  await first.tokensOf(secrets).save(tokenOf());
  await (await first.signInsOf(secrets).begin(2))?.refused();
  await first.signInsOf(secrets).begin(2);
  await first.close();
  assert.equal(existsSync(`${file}-wal`), false, 'a closed store is one file');
  const second = storeOf(t, file);
  assert.deepEqual(await second.tokensOf(secrets).load(), tokenOf());
  assert.equal(await second.signInsOf(secrets).begin(2), null);
});
