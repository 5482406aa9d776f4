import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

/** Runs the demo as npm does; its terminal is not one, so it takes no further commands. */
const demo = (...args: string[]) =>
  spawnSync(process.execPath, ['demo/main.ts', ...args], {
    encoding: 'utf8',
    timeout: 30_000,
    env: { ...process.env, TZ: 'UTC' },
  });

test('the demo shows the documented call as the person in Slack sees it', () => {
  const { status, stdout } = demo();
  const picture = readFileSync('test/gallery/summary-documented-call.txt', 'utf8').trimEnd();
  assert.ok(stdout.includes(picture), stdout);
  assert.match(stdout, /Leo Ball types\n\n {2}\/callsummary 20260513223234-3EE9E 3202/);
  assert.ok(!stdout.includes('\u001b'), 'no colours where they could not be seen');
  assert.equal(status, 0);
});

test('the demo does one command and exits as it went', () => {
  assert.equal(demo('/callsummary 20260513223234-3EE9E 3202').status, 0);
  const refused = demo('/callsummary 20260513223234-3EE9E 9999');
  assert.match(refused.stdout, /no extension 9999/);
  assert.equal(refused.status, 1);
});
