import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { access } from './terminal.ts';

test('a line that is no question is answered with how to ask', async () => {
  const odd = [
    '',
    'who',
    'who leo',
    'who 3202 3203',
    'can',
    'can U0LEO',
    'can leo 3202',
    'can U0LEO leo',
    'can U0LEO 3202 x',
    'may U0LEO 3202',
  ];
  for (const line of odd) {
    const { exitCode, out, err } = await access(line);
    assert.deepEqual([exitCode, out], [64, ''], line);
    assert.match(err, /^npm run access -- who 3202/);
  }
});

test('every problem of the file and the settings is named at once', async () => {
  const file = 'admins: [leo]\nties: [{ person: U0LEO, extension: 0321 }]\n';
  const env = { SLACK_BOT_TOKEN: 'xapp-wrong', CALLSUMMARY_ADMINS: 'kim' };
  const { exitCode, out, err } = await access('who 3202', { file, env });
  assert.deepEqual([exitCode, out], [78, '']);
  assert.deepEqual(err.split('\n'), [
    'SLACK_BOT_TOKEN is not a bot token, which starts with xoxb-',
    'CALLSUMMARY_ADMINS holds something that is not a Slack member ID',
    'access.yml, line 1 (admins, entry 1): "leo" is not a member ID such as U012ABC3DEF',
    'access.yml, line 2: "0321" is a number that begins with a zero; put quotation marks around it',
  ]);
});

test('a file that cannot be read is a problem, not an empty file', async () => {
  const { exitCode, err } = await access('who 3202', { env: { CALLSUMMARY_ACCESS_FILE: 'elsewhere.yml' } });
  assert.deepEqual([exitCode, err], [78, 'CALLSUMMARY_ACCESS_FILE names a file that cannot be read']);
});

test('an access file without a word in it counts as a mistake, because it closes everything', async () => {
  assert.equal((await access('who 3202', { file: '\n' })).exitCode, 78);
});

test('the command runs by itself and ends', { timeout: 20_000 }, async () => {
  const run = (...words: string[]) =>
    spawn(process.execPath, ['src/access-command/main.ts', ...words], { env: { CALLSUMMARY_ADMINS: 'U0BOSS' } });
  const command = run('can', 'U0BOSS', '3202');
  const [out, [exitCode]] = await Promise.all([text(command.stdout), once(command, 'exit')]);
  assert.match(out, /^U0BOSS may read calls of extension 3202/);
  assert.equal(exitCode, 0);
  const lost = run('nonsense');
  const [err, [lostCode]] = await Promise.all([text(lost.stderr), once(lost, 'exit')]);
  assert.match(err, /npm run access/);
  assert.equal(lostCode, 64);
});
