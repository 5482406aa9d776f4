import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { type DemoProcess, startDemo } from '../demo-process.ts';

async function addressOf({ prints, stdout }: DemoProcess): Promise<string> {
  await prints('Ctrl+C');
  return /^Open (http:\/\/127\.0\.0\.1:\d+\/)\n/.exec(stdout())?.[1] ?? '';
}

test('the page alone is served until somebody ends it, and leaves nothing behind', async () => {
  const demo = startDemo('page');
  const address = await addressOf(demo);
  const html = await (await fetch(address)).text();
  const [, script = ''] = /<script type="module" src="([^"]+)"/.exec(html) ?? [];
  const [, style = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec(html) ?? [];
  for (const [path, type] of [
    [script, 'text/javascript'],
    [style, 'text/css'],
  ] as const) {
    const response = await fetch(new URL(path, address));
    assert.equal(response.status, 200, path);
    assert.match(response.headers.get('content-type') ?? '', new RegExp(`^${type}`));
    assert.ok((await response.text()).length > 1_000, path);
  }
  const screens = await fetch(new URL('/screen?as=agent', address));
  demo.child.kill('SIGTERM');
  const { status, stderr, left } = await demo.ended;
  await assert.rejects(screens.text(), 'the tab is told');
  assert.deepEqual({ status, stderr, left }, { status: 0, stderr: '', left: [] });
});

test('a port that is taken is said, and nothing is left behind either', async () => {
  await using taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const address = taken.address();
  assert.ok(address !== null && typeof address === 'object');
  const { status, stdout, stderr, left } = await startDemo('page', '--port', `${address.port}`).ended;
  assert.match(stderr, /^The page cannot be shown. .*EADDRINUSE/);
  assert.deepEqual({ status, stdout, left }, { status: 1, stdout: '', left: [] });
});
