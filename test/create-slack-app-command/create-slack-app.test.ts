import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { runCreateSlackApp } from '../../src/create-slack-app-command/run.ts';
import { manifestSchema } from '../manifest/manifest-schema.ts';

const source = readFileSync('manifest.yml', 'utf8');
const address = 'https://calls.example.com/slack/events';

function typed(...words: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const exitCode = runCreateSlackApp({
    words,
    readManifest: () => source,
    say: (line) => out.push(line),
    complain: (line) => err.push(line),
  });
  return { exitCode, out: out.join('\n'), err: err.join('\n') };
}

/** What Slack reads out of the link that was printed. */
function manifestInLink(text: string): unknown {
  const [link = ''] = /^https:\/\/api\.slack\.com\/apps\?\S+$/m.exec(text) ?? [];
  const { searchParams } = new URL(link);
  assert.equal(searchParams.get('new_app'), '1');
  return JSON.parse(searchParams.get('manifest_json') ?? '');
}

const ways = { 'Socket Mode': [], 'HTTP mode': ['--http', address] } as const;

for (const [way, words] of Object.entries(ways)) {
  test(`for ${way} the link and the JSON say the same, and Slack accepts it`, () => {
    const manifest = JSON.parse(typed(...words, '--json').out);
    assert.deepEqual(manifestInLink(typed(...words).out), manifest);
    const validate = new Ajv({ allErrors: true }).compile(manifestSchema);
    assert.ok(validate(manifest), JSON.stringify(validate.errors, null, 2));
  });
}

test('for Socket Mode the manifest is manifest.yml, and the way to the app-level token is told', () => {
  const { exitCode, out } = typed();
  assert.deepEqual([exitCode, manifestInLink(out)], [0, parse(source)]);
  assert.match(out, /SLACK_BOT_TOKEN[\s\S]*App-Level Tokens.*connections:write.*SLACK_APP_TOKEN[\s\S]*npm run doctor/);
});

test('for HTTP mode it is what the notes in manifest.yml ask for', () => {
  const byHand = source
    .replaceAll(/# \[http\] (?=url:|request_url:|message_menu_options_url:)/g, '')
    .replace('socket_mode_enabled: true', 'socket_mode_enabled: false')
    .replaceAll('https://callsummary.example.com/slack/events', address);
  const { out } = typed('--http', address);
  assert.deepEqual(manifestInLink(out), parse(byHand));
  assert.match(out, /SLACK_SIGNING_SECRET; leave SLACK_APP_TOKEN out\.\n +Slack calls https:\/\/calls\.example\.com/);
});

test('a host alone is called where the app listens', () => {
  assert.equal(typed('--http', 'https://calls.example.com').out, typed('--http', address).out);
});

for (const words of [
  ['--http', 'http://calls.example.com/slack/events'],
  ['--http', 'calls.example.com'],
  ['--http', 'https://me:secret@calls.example.com/'],
  ['--http', `${address}?token=1`],
  ['--http'],
  ['now'],
])
  test(`"${words.join(' ')}" is answered with how it is used`, () => {
    const { exitCode, out, err } = typed(...words);
    assert.deepEqual([exitCode, out], [64, '']);
    assert.match(err, /npm run create-slack-app -- /);
  });

test('the link is one that browsers and Slack take: below 4,000 characters', () => {
  assert.ok(typed().out.length < 4_000, `${typed().out.length}`);
});

test('the link in the README is the one for manifest.yml', () => {
  const [, inReadme] = /^\[create the app\]: (\S+)$/m.exec(readFileSync('README.md', 'utf8')) ?? [];
  assert.ok(typed().out.includes(`\n${inReadme}\n`), 'npm run create-slack-app prints it');
});

test('the command runs by itself', () => {
  const said = execFileSync(process.execPath, ['src/create-slack-app-command/main.ts', '--json'], { encoding: 'utf8' });
  assert.deepEqual(JSON.parse(said), parse(source));
});
