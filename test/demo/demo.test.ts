import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { demo, startDemo } from './demo-process.ts';

test('the demo shows the documented call as the person in Slack sees it', async () => {
  const { status, stdout, left } = await demo([]);
  const picture = readFileSync('test/gallery/summary-documented-call.txt', 'utf8').trimEnd();
  assert.ok(stdout.includes(picture), stdout);
  assert.match(stdout, /Leo Ball types\n\n {2}\/callsummary 20260513223234-3EE9E 3202/);
  assert.ok(!stdout.includes('\u001b'), 'no colours where they could not be seen');
  assert.equal(status, 0);
  assert.deepEqual(left, []);
});

test('the demo does one command and exits as it went', async () => {
  const [shown, refused] = await Promise.all([
    demo(['/callsummary 20260513223234-3EE9E 3202']),
    demo(['/callsummary 20260513223234-3EE9E 9999']),
  ]);
  assert.equal(shown.status, 0);
  assert.match(refused.stdout, /outside what you can read/);
  assert.equal(refused.status, 1);
});

test('the demo says what it takes to whoever asks for something else', async () => {
  const { status, stderr } = await demo(['constructor']);
  assert.match(stderr, /Try: npm run demo -- "\/callsummary/);
  assert.equal(status, 1);
});

test('the demo ends with everything it has started when somebody presses Ctrl+C', async () => {
  const { child, prints, ended } = startDemo('-');
  await prints('Leo Ball ›');
  child.kill('SIGINT');
  const { status, stderr, left } = await ended;
  assert.equal(status, 130, 'as shells expect');
  assert.equal(stderr, '');
  assert.deepEqual(left, []);
});
