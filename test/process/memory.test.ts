import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { ask, openSocket } from '../transports/raw-http.ts';
import { documentedCall, windowSays } from './at-work.ts';
import { residentBytes } from './resident-bytes.ts';
import { type RunningApp, startApp } from './spawned-app.ts';
import { openStoreFolder } from './store-folder.ts';

const mebibyte = 1_024 * 1_024;
const fiveMebibytes = Buffer.alloc(5 * mebibyte, 'a');

/** Sends the beginning of a request and five mebibytes of its body, as far as the app takes them, and leaves. */
async function pours(port: number, heading: string): Promise<void> {
  const { socket, received } = await openSocket(port);
  socket.write(`POST /slack/events HTTP/1.1\r\nhost: x\r\n${heading}\r\n\r\n`);
  if (heading.includes('chunked')) socket.write('500000\r\n');
  socket.write(fiveMebibytes);
  while (received() === '') await once(socket, 'data');
  assert.match(received(), /^HTTP\/1\.1 413 /);
  socket.destroy();
}

const headings = [
  'transfer-encoding: chunked',
  `content-length: ${5 * mebibyte}`,
  `content-length: ${1_024 * mebibyte}`,
];
const aWave = (port: number) =>
  Promise.all(Array.from({ length: 30 }, (_, index) => pours(port, headings[index % headings.length] ?? '')));

test('waves of requests too large to be true do not fill the memory', {
  skip: process.platform !== 'linux',
}, async () => {
  await using app = await startApp();
  await aWave(app.port);
  const before = residentBytes(app.child.pid);
  for (let count = 0; count < 4; count += 1) await aWave(app.port);
  const grownBy = residentBytes(app.child.pid) - before;
  assert.ok(grownBy < 96 * mebibyte, `${Math.round(grownBy / mebibyte)} MiB after 600 were poured in`);
  assert.equal((await ask(app.port, { path: '/healthz' })).status, 200);
});

/** Somebody types so often into the menu of recent calls, each time something else, and asks for summaries so often. */
async function hammers({ slack }: RunningApp, letters: number, commands: number): Promise<void> {
  const { agent } = slack.people;
  const { support } = slack.channels;
  const types = async (count: number) => {
    const menu = await slack.typesInto(agent, 'view', 'recent_calls', `${letters - count}`);
    assert.equal(menu.failure, undefined);
  };
  const answers = () => slack.seenBy(agent, support).filter(({ text }) => /login loop/.test(text)).length;
  const before = answers();
  for (let count = 0; count < letters; count += 20)
    await Promise.all(Array.from({ length: 20 }, (_, index) => types(count + index)));
  for (let count = 0; count < commands; count += 5) {
    await Promise.all(Array.from({ length: 5 }, () => slack.types(agent, support, documentedCall)));
    await slack.until(() => answers() === before + count + 5 || undefined);
  }
}

test('thousands of letters typed into the menu of calls, and hundreds of commands, do not fill the memory', {
  skip: process.platform !== 'linux',
}, async () => {
  using place = openStoreFolder();
  await using app = await startApp({ env: place.env, slack: { transport: 'socket' }, pbx: { recentCalls: 200 } });
  const { agent } = app.slack.people;
  await app.slack.choosesGlobalShortcut(agent, 'find_call_summary');
  await windowSays(app, agent, /Recent call/);
  await hammers(app, 300, 50);
  const before = residentBytes(app.child.pid);
  await hammers(app, 2_000, 300);
  const grownBy = residentBytes(app.child.pid) - before;
  assert.ok(grownBy < 64 * mebibyte, `${Math.round(grownBy / mebibyte)} MiB after 2,000 letters and 300 commands`);
});
