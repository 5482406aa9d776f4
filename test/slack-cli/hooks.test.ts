import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { startPbx } from '../../simulators/pbx/index.ts';
import { startSlack } from '../../simulators/slack/index.ts';
import { folderOf } from '../store/support.ts';
import { settingsFor } from '../support/settings.ts';

const root = join(import.meta.dirname, '../..');
const { hooks, config } = JSON.parse(readFileSync('.slack/hooks.json', 'utf8'));
const manifest = parse(readFileSync('manifest.yml', 'utf8'));

/** The words of a hook, as Slack's CLI takes them apart, with this Node for theirs. */
function wordsOf(hook: string): [command: string, ...args: string[]] {
  const [command = '', ...args] = String(hooks[hook]).split(' ');
  return [command === 'node' ? process.execPath : command, ...args];
}

function saidBy(hook: string, ...more: readonly string[]): string {
  const [command, ...args] = wordsOf(hook);
  return execFileSync(command, [...args, ...more], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

test('get-hooks answers with what Slack’s CLI adds ours to: our app keeps its connection itself', () => {
  const usual = JSON.parse(saidBy('get-hooks'));
  assert.equal(usual.config['sdk-managed-connection-enabled'], true);
  assert.deepEqual(usual.config['protocol-version'], ['message-boundaries']);
  for (const name of ['get-manifest', 'start']) assert.ok(name in usual.hooks, name);
  assert.deepEqual(Object.keys(config.watch), Object.keys(usual.config.watch));
});

test('get-manifest prints the manifest as JSON, between the marks that the CLI asks for', () => {
  assert.deepEqual(JSON.parse(saidBy('get-manifest')), manifest);
  const marked = saidBy('get-manifest', '--protocol=message-boundaries', '--boundary=b0undary');
  const [before, between = '', after] = marked.split('b0undary');
  assert.deepEqual([before, after?.trim()], ['', '']);
  assert.deepEqual(JSON.parse(between), manifest);
});

test('the files that restart or reinstall the app are those it consists of', () => {
  const { app, manifest: ofManifest } = config.watch;
  assert.deepEqual([app.paths, ofManifest.paths], [['src'], ['manifest.yml']]);
  assert.match('src/main.ts', new RegExp(app['filter-regex']));
});

test('start runs the app with the tokens of the CLI, whatever stands in .env, and ends at Ctrl+C', {
  timeout: 20_000,
}, async (t) => {
  await using slack = await startSlack({ transport: 'socket' });
  await using pbx = await startPbx();
  const [command, script = ''] = wordsOf('start');
  const child = spawn(command, [join(root, script)], {
    cwd: folderOf(t),
    env: {
      ...settingsFor(slack, pbx),
      SLACK_BOT_TOKEN: 'xoxb-of-the-app-that-people-use',
      SLACK_APP_TOKEN: '',
      SLACK_CLI_XOXB: slack.botToken,
      SLACK_CLI_XAPP: slack.appToken,
    },
    stdio: 'ignore',
  });
  t.after(() => child.kill('SIGKILL'));
  await slack.socketReady({ ms: 15_000 });
  const delivery = await slack.types(slack.people.agent, slack.channels.support, '/callsummary help');
  assert.equal(delivery.error, undefined);
  const ended = once(child, 'exit');
  child.kill('SIGINT');
  assert.deepEqual(await ended, [0, null]);
});
