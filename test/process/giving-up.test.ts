import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startApp } from './spawned-app.ts';

/** Something that goes wrong where nobody catches it, when the process gets a signal; its words must not reach the log. */
const mistakes = {
  'an exception nobody caught': 'throw new RangeError(process.env.WORDS)',
  'a rejection nobody handled': 'Promise.reject(new RangeError(process.env.WORDS))',
} as const;

for (const [what, mistake] of Object.entries(mistakes)) {
  test(`after ${what} the program says where, not what, and ends with exit code 70`, async () => {
    const code = `process.on('SIGWINCH', () => { ${mistake} })`;
    const nodeArguments = ['--import', `data:text/javascript,${encodeURIComponent(code)}`];
    await using app = await startApp({ nodeArguments, env: { WORDS: 'hushhush' } });
    app.child.kill('SIGWINCH');
    assert.deepEqual(await app.ended, [70, null]);
    assert.match(app.said(), /"level":60.*"gave up"/);
    assert.doesNotMatch(app.said(), /hushhush/);
  });
}
