import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { type TestContext, test } from 'node:test';
import { accountOf } from '../../src/services/yeastar/account.ts';
import type { Store } from '../../src/store/store.ts';
import { runUnlockCommand } from '../../src/unlock-command/run.ts';
import { bounded, fileOf, storeOf } from '../store/support.ts';

const now = new Date('2026-05-13T22:33:00.000Z');
const minute = 60_000;

const settings = {
  YEASTAR_BASE_URL: 'https://pbx.example.com:8088',
  YEASTAR_CLIENT_ID: 'callsummary',
  YEASTAR_CLIENT_SECRET: 'the secret of the PBX',
};
const account = accountOf({
  baseUrl: new URL(settings.YEASTAR_BASE_URL),
  clientId: settings.YEASTAR_CLIENT_ID,
  clientSecret: settings.YEASTAR_CLIENT_SECRET,
});

/** Types `npm run unlock` in these surroundings. */
async function unlock(env: Readonly<Record<string, string>>, ...words: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const exitCode = await runUnlockCommand({
    words,
    env,
    readTextFile: (path) => {
      if (path === 'secret.txt') return `${settings.YEASTAR_CLIENT_SECRET}\n`;
      throw new Error('ENOENT');
    },
    now: () => now,
    say: (line) => out.push(line),
    complain: (line) => err.push(line),
  });
  return { exitCode, out, err };
}

/** A store in use by the app. */
function storeInUse(t: TestContext) {
  const file = fileOf(t);
  const store = storeOf(t, file);
  return { store, env: { ...settings, CALLSUMMARY_STORE_FILE: file } };
}

async function refuse(store: Store, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await (await store.signInsOf(account).begin(2))?.refused();
}

const done = 'Forgotten. The app signs in again when it needs to, without a restart.';

test('refused sign-ins and their rest are told and struck out, while the app runs', bounded, async (t) => {
  const { store, env } = storeInUse(t);
  const signIns = store.signInsOf(account);
  await refuse(store, 2);
  await signIns.restUntil({ until: new Date(now.getTime() + 10 * minute), reason: 'pbx_sign_in_refused' });
  assert.equal(await signIns.begin(2), null);
  assert.deepEqual(await unlock(env), {
    exitCode: 0,
    out: [
      'At pbx.example.com:8088, with this client ID and secret:',
      '  2 sign-ins were refused.',
      '  The PBX was to be left alone until 2026-05-13 22:43:00 UTC, because it refused the client ID and secret.',
      done,
    ],
    err: [],
  });
  assert.deepEqual(await signIns.history(), { refused: 0, unanswered: 0, rest: null });
  assert.notEqual(await signIns.begin(2), null);
});

test('a sign-in whose process died is told and struck out; a rest that is over is not told', bounded, async (t) => {
  const { store, env } = storeInUse(t);
  await refuse(store, 1);
  await store.signInsOf(account).begin(2);
  await store.signInsOf(account).restUntil({ until: now, reason: 'pbx_address_blocked' });
  assert.deepEqual((await unlock(env)).out.slice(1), [
    '  1 sign-in was refused.',
    '  1 sign-in was begun whose end nobody knows; that counts as refused.',
    done,
  ]);
  assert.deepEqual((await unlock(env)).out, [
    'Nothing stands against this client ID and secret at pbx.example.com:8088.',
  ]);
});

test('what stands against another secret or PBX is left alone', bounded, async (t) => {
  const { store, env } = storeInUse(t);
  await refuse(store, 2);
  for (const difference of [
    { YEASTAR_CLIENT_SECRET: 'another' },
    { YEASTAR_CLIENT_ID: 'another' },
    { YEASTAR_BASE_URL: 'https://pbx.example.com/another' },
  ])
    assert.match((await unlock({ ...env, ...difference })).out.join('\n'), /^Nothing stands against/);
  assert.equal((await store.signInsOf(account).history()).refused, 2);
});

test('a slash at the end of the address is the same PBX, and the secret may be in a file', bounded, async (t) => {
  const { store, env } = storeInUse(t);
  await refuse(store, 2);
  const { YEASTAR_CLIENT_SECRET: _, ...rest } = env;
  const { out } = await unlock({
    ...rest,
    YEASTAR_BASE_URL: `${settings.YEASTAR_BASE_URL}/`,
    YEASTAR_CLIENT_SECRET_FILE: 'secret.txt',
  });
  assert.equal(out.at(-1), done);
});

test('every problem of the settings it needs is named at once, and of no others', bounded, async () => {
  const { exitCode, out, err } = await unlock({
    YEASTAR_BASE_URL: 'pbx',
    YEASTAR_CLIENT_SECRET_FILE: 'elsewhere.txt',
    SLACK_BOT_TOKEN: 'wrong',
  });
  assert.deepEqual([exitCode, out], [78, []]);
  assert.deepEqual(err, [
    'YEASTAR_CLIENT_SECRET_FILE names a file that cannot be read',
    'YEASTAR_BASE_URL is not a URL',
    'YEASTAR_CLIENT_ID is missing',
  ]);
});

test('where there is no store it says where it looked, and makes none', bounded, async (t) => {
  const file = fileOf(t);
  const { exitCode, err } = await unlock({ ...settings, CALLSUMMARY_STORE_FILE: file });
  assert.deepEqual(err, [
    `${file}: the store cannot be used: it is not there.`,
    'CALLSUMMARY_STORE_FILE says where the store is; the app makes it when it starts.',
  ]);
  assert.equal(exitCode, 66);
  assert.equal(existsSync(file), false);
});

test('words behind the command are answered with what it does', bounded, async () => {
  assert.deepEqual((await unlock(settings, 'now')).exitCode, 64);
  assert.match((await unlock(settings, 'now')).err.join('\n'), /^npm run unlock/);
  const help = await unlock(settings, '--help');
  assert.deepEqual([help.exitCode, help.err], [0, []]);
  assert.match(help.out.join('\n'), /A changed secret needs no unlocking/);
});

test('the command runs by itself and ends', bounded, async (t) => {
  const { store, env } = storeInUse(t);
  await refuse(store, 2);
  const command = spawn(process.execPath, ['src/unlock-command/main.ts'], { env });
  const [out, err, [exitCode]] = await Promise.all([text(command.stdout), text(command.stderr), once(command, 'exit')]);
  assert.match(out, /2 sign-ins were refused\./);
  assert.deepEqual([exitCode, err], [0, '']);
  assert.equal((await store.signInsOf(account).history()).refused, 0);
});
