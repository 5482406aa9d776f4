import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { test } from 'node:test';
import { sampleCalls } from '../../../simulators/pbx/index.ts';
import { bounded, pbxFor, send } from './client.ts';

const program = join(import.meta.dirname, '../../../simulators/pbx/main.ts');

function run(t: TestContext, port: string) {
  const child = spawn(process.execPath, [program, '--port', port], { stdio: ['ignore', 'pipe', 'pipe'] });
  t.after(() => child.kill('SIGKILL'));
  let said = '';
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      for (const look of waiting) look();
    });
  }
  const saying = (pattern: RegExp) =>
    new Promise<string>((resolve) => {
      const look = () => pattern.test(said) && resolve(said);
      waiting.add(look);
      look();
    });
  return { child, saying, exit: once(child, 'exit') };
}

test('the program says how to use it, serves, and stops cleanly on SIGTERM', bounded, async (t) => {
  const { child, saying, exit } = run(t, '0');
  const welcome = await saying(/Ctrl-C stops it/);
  const value = (name: string) => new RegExp(`${name}=(\\S+)`).exec(welcome)?.[1];
  for (const { cdrId, extensionNumber, shows } of sampleCalls) {
    assert.ok(welcome.includes(`/callsummary ${cdrId} ${extensionNumber}\n      ${shows}\n`), cdrId);
  }
  const headers = { 'user-agent': 'OpenAPI', 'content-type': 'application/json' };
  const login = { username: value('YEASTAR_CLIENT_ID'), password: value('YEASTAR_CLIENT_SECRET') };
  const url = `${value('YEASTAR_BASE_URL')}/openapi/v1.0/get_token`;
  const { body } = await send(url, { method: 'POST', headers }, JSON.stringify(login));
  assert.equal(JSON.parse(body.toString()).errcode, 0);
  await saying(/POST v1\.0 get_token: errcode 0/);
  child.kill('SIGTERM');
  assert.deepEqual(await exit, [0, null]);
  assert.match(await saying(/stopped/), /The PBX simulator has stopped\.\n$/);
});

test('each control call in the welcome works as printed, and Ctrl-C stops the program', bounded, async (t) => {
  const { child, saying, exit } = run(t, '0');
  const welcome = await saying(/Ctrl-C stops it/);
  const calls = [...welcome.matchAll(/curl (-X POST )?(\S+)(?: -H '(\S+): (\S+)' -d '(.*)')?$/gm)];
  assert.equal(calls.length, 16);
  for (const [printed, post, url = '', name = 'accept', value = '*/*', body = ''] of calls) {
    const reply = await send(url, { method: post === undefined ? 'GET' : 'POST', headers: { [name]: value } }, body);
    assert.equal(reply.status, 200, printed);
  }
  child.kill('SIGINT');
  assert.deepEqual(await exit, [0, null]);
});

test('a taken port ends the program with a sentence and exit code 1', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const { saying, exit } = run(t, new URL(pbx.url).port);
  assert.deepEqual(await exit, [1, null]);
  assert.match(
    await saying(/--port/),
    /^The PBX simulator could not start: .*EADDRINUSE.* For another port: --port 8089\n$/,
  );
});
