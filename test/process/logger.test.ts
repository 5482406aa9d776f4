import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { test } from 'node:test';
import { boltLoggerOf, createLogger, tracesOf } from '../../src/logger.ts';

/** A log at the given level, and the lines in it. */
function log(level = 'trace') {
  const lines: Record<string, unknown>[] = [];
  const destination = new Writable({
    write(chunk, _encoding, done) {
      lines.push(JSON.parse(String(chunk)));
      done();
    },
  });
  return { logger: createLogger(level, destination), lines };
}

test('a line is JSON with a level and a time, and says nothing about the machine', () => {
  const { logger, lines } = log();
  logger.info({ port: 3000 }, 'started');
  const [{ time, ...line } = {}] = lines;
  assert.deepEqual(line, { level: 30, port: 3000, msg: 'started' });
  assert.match(String(time), /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
});

const remarks: readonly [said: readonly unknown[], kept: string][] = [
  [['Now connected to Slack'], 'Now connected to Slack'],
  [['An incoming event was not acknowledged within 3 seconds.'], 'An incoming event was not acknowledged within'],
  [['http request failed', 'secretword'], 'http request failed'],
  [['Failed to retrieve a new WSS URL (error: secretword)'], 'Failed to retrieve a new WSS URL'],
  [['https://hooks.slack.com/secretword'], 'https'],
  [['{"text":"secretword"}'], ''],
  [['<html>secretword</html>'], ''],
  [[{ text: 'secretword' }, 'only this'], 'only this'],
  [[{ text: 'secretword' }], ''],
  [[], ''],
  [['x'.repeat(500)], 'x'.repeat(80)],
];

for (const [said, kept] of remarks) {
  test(`of the SDK's ${JSON.stringify(said).slice(0, 60)} the log keeps "${kept.slice(0, 60)}"`, () => {
    const { logger, lines } = log();
    boltLoggerOf(logger).warn(...said);
    assert.deepEqual([lines.length, lines[0]?.slackSdk, lines[0]?.level], [1, kept, 40]);
    assert.doesNotMatch(JSON.stringify(lines), /secretword/);
  });
}

test('of an error the SDK logs, name and code are kept; not its message, nor what hangs on it', () => {
  const { logger, lines } = log();
  const error = Object.assign(new TypeError('secretword'), { code: 'ECONNRESET', data: { token: 'secretword' } });
  boltLoggerOf(logger).error('it broke:', error);
  assert.deepEqual([lines[0]?.errorName, lines[0]?.errorCode, lines[0]?.level], ['TypeError', 'ECONNRESET', 50]);
  assert.doesNotMatch(JSON.stringify(lines), /secretword/);
});

test("the SDK's debug lines, which hold whole messages, are dropped at every level of ours", () => {
  const { logger, lines } = log('trace');
  const sdk = boltLoggerOf(logger);
  sdk.debug('secretword', { text: 'secretword' });
  sdk.setName('secretword');
  assert.deepEqual(lines, []);
  assert.equal(sdk.getLevel(), 'info', 'the SDK does not even put them together');
});

test('of an error nobody expected the log keeps kind, code and place, and never its message', () => {
  const error = Object.assign(new RangeError('secretword\nsecond secretword'), { code: 'E1', cause: 'secretword' });
  const traces = tracesOf(error);
  assert.doesNotMatch(JSON.stringify(traces), /secretword/);
  assert.match(JSON.stringify(traces), /"errorName":"RangeError","errorCode":"E1","stack":\["at .*logger\.test\.ts/);
});

test('something thrown that is no error is named by its type only', () => {
  for (const thrown of ['secretword', { secretword: 1 }, null, undefined, 7])
    assert.deepEqual(tracesOf(thrown), { errorName: typeof thrown });
});

test('an error without a stack, or with a code that is no text, does not trip the log up', () => {
  const error = Object.assign(new Error('x'), { code: 23 });
  delete error.stack;
  assert.deepEqual(tracesOf(error), { errorName: 'Error', errorCode: undefined, stack: [] });
});
