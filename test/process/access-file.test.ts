import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { askUntil } from '../transports/raw-http.ts';
import { asks } from './at-work.ts';
import { canaries } from './canaries.ts';
import { type RunningApp, runProgram, startApp } from './spawned-app.ts';
import { openStoreFolder } from './store-folder.ts';

const agentMayRead = 'ties: [{ person: U0AGENT3202, extension: 3202 }]';
const bothMayRead = `${agentMayRead}\nadmins: [U0COLLEAG08]`;
const nobodyMayRead = 'match_email: false';
const brokenText = [
  'match_email: perhaps',
  'admins:',
  '  - U0AGENT3202',
  '  - leo.ball@helpdesk.example',
  'ties:',
  '  - person: U0AGENT3202',
  '    from: 2026-02-30',
  'colour: red',
].join('\n');
const brokenLines = [
  /line 1 \(match_email\): .*true or false/,
  /line 4 \(admins, entry 2\): .*member ID/,
  /line 6 \(ties, entry 1, extension\): is missing/,
  /line 7 \(ties, entry 1, from\): .*is not a day/,
  /line 8\b.* key/,
];

/** An access file in a folder of its own. */
function openAccessFile(text: string) {
  const { folder, [Symbol.dispose]: dispose } = openStoreFolder();
  const path = join(folder, 'access.yml');
  const write = (changed: string) => writeFileSync(path, changed);
  write(text);
  const env = { CALLSUMMARY_ACCESS_FILE: path, CALLSUMMARY_ADMINS: '' };
  return { path, write, env, [Symbol.dispose]: dispose };
}

interface Remark {
  readonly msg: string;
  readonly problems?: readonly string[];
}

/** What the log says about access files, a line for each. */
const remarks = ({ said }: RunningApp): readonly Remark[] =>
  said()
    .split('\n')
    .filter((line) => line.includes('"access file '))
    .map((line) => JSON.parse(line));

/** Says that the file has changed; gives what the log then has about it. */
async function hangsUp(app: RunningApp) {
  const before = remarks(app).length;
  app.child.kill('SIGHUP');
  return await app.until(() => remarks(app)[before]);
}

/** The same where earlier hangups may still be on their way: waits for what is wanted. */
async function hangsUpUntil(app: RunningApp, isWanted: (remark: Remark) => boolean): Promise<void> {
  const before = remarks(app).length;
  app.child.kill('SIGHUP');
  await app.until(() => remarks(app).slice(before).find(isWanted));
}

/** A question whose answer the PBX keeps back; gives what the agent reads in the end. */
async function asksWhilePbxHolds(app: RunningApp): Promise<{ readonly answer: Promise<string> }> {
  app.pbx.script('cdr/getaisummary', { kind: 'hold' });
  const answer = asks(app, app.slack.people.agent);
  await app.pbx.until(() => app.pbx.held === 1, 5_000);
  return { answer };
}

test('on SIGHUP a changed access file counts at once, also for an answer on its way, and drops none', async () => {
  using access = openAccessFile(agentMayRead);
  await using app = await startApp(access);
  const { agent, colleague } = app.slack.people;
  assert.match(await asks(app, colleague), /outside what you can read/);
  const allowed = await asksWhilePbxHolds(app);
  access.write(bothMayRead);
  assert.equal((await hangsUp(app)).msg, 'access file taken');
  app.pbx.release();
  assert.match(await allowed.answer, /Leo Ball \(3202\)/);
  assert.match(await asks(app, colleague), /Leo Ball \(3202\)/);
  const forbidden = await asksWhilePbxHolds(app);
  access.write(nobodyMayRead);
  await hangsUp(app);
  app.pbx.release();
  assert.doesNotMatch(await forbidden.answer, /login loop|Leo Ball/);
  assert.match(await forbidden.answer, /outside what you can read/);
  for (let count = 0; count < 50; count += 1) {
    access.write(count % 2 === 0 ? nobodyMayRead : bothMayRead);
    app.child.kill('SIGHUP');
  }
  access.write(brokenText);
  await hangsUpUntil(app, ({ problems }) => problems?.length === brokenLines.length);
  access.write(agentMayRead);
  await hangsUpUntil(app, ({ msg }) => msg === 'access file taken');
  assert.match(await asks(app, colleague), /outside what you can read/);
  assert.match(await asks(app, agent), /Leo Ball \(3202\)/, 'the last of them counts');
});

test('a broken, empty or vanished access file keeps the old rules, and each time one log line says everything', async () => {
  using access = openAccessFile(agentMayRead);
  await using app = await startApp(access);
  const { agent, colleague } = app.slack.people;
  const refusals: readonly [change: () => void, problems: readonly RegExp[]][] = [
    [() => access.write(brokenText), brokenLines],
    [() => access.write('contact: "x'), [/^line 1: lacks a closing quote or bracket$/]],
    [() => access.write(''), [/^CALLSUMMARY_ACCESS_FILE names an empty file$/]],
    [() => rmSync(access.path), [/^CALLSUMMARY_ACCESS_FILE names a file that cannot be read$/]],
  ];
  for (const [change, expected] of refusals) {
    change();
    const { msg, problems = [] } = await hangsUp(app);
    assert.equal(msg, 'access file not taken, the old rules stay; npm run access tells more');
    assert.equal(problems.length, expected.length, problems.join('\n'));
    for (const [index, words] of expected.entries()) assert.match(problems[index] ?? '', words);
  }
  assert.equal(remarks(app).length, refusals.length);
  assert.doesNotMatch(app.said(), /leo\.ball@/, 'nothing that was written by mistake is repeated in the log');
  assert.match(await asks(app, agent), /Leo Ball \(3202\)/);
  assert.match(await asks(app, colleague), /outside what you can read/);
  access.write(bothMayRead);
  assert.equal((await hangsUp(app)).msg, 'access file taken');
  assert.match(await asks(app, colleague), /Leo Ball \(3202\)/);
});

test('without an access file a hangup ends nothing and says so; fifty in a row, also while stopping, do no harm', async () => {
  await using app = await startApp();
  assert.deepEqual((await hangsUp(app)).problems, ['CALLSUMMARY_ACCESS_FILE is not set']);
  const { answer } = await asksWhilePbxHolds(app);
  for (let count = 0; count < 50; count += 1) app.child.kill('SIGHUP');
  await hangsUp(app);
  app.child.kill('SIGTERM');
  await askUntil(app.port, '/readyz', 503);
  for (let count = 0; count < 50; count += 1) app.child.kill('SIGHUP');
  app.pbx.release();
  assert.match(await answer, /Leo Ball \(3202\)/);
  assert.deepEqual(await app.ended, [0, null]);
});

test('with a broken access file the program does not start: exit code 78, and every problem with its line', async () => {
  using access = openAccessFile(brokenText);
  const { ended, said } = runProgram(access.env);
  assert.deepEqual(await ended, [78, null]);
  for (const words of brokenLines) assert.match(said(), words);
  assert.match(said(), /CALLSUMMARY_ACCESS_FILE names a file that has to be mended/);
  assert.doesNotMatch(said(), /\n +at /);
});

/** Texts of an access file, each wrong in another way where the word stands. */
const quoting = (word: string): readonly string[] => [
  `admins:\n  - 'a "${word}" b'`,
  `ties: *${word}`,
  `%${word} x\n---\nadmins: []`,
  `"${word}, x": 1`,
  `contact: >${word}\n x`,
  `%YAML ${word}\n---\n`,
];

test('whatever is wrong with an access file, the log does not quote from it', async () => {
  using place = openStoreFolder();
  const path = join(place.folder, 'access.yml');
  writeFileSync(path, 'match_email: true');
  await using app = await startApp({ env: { CALLSUMMARY_ACCESS_FILE: path } });
  const refusals = () => app.said().match(/access file not taken/g)?.length ?? 0;
  for (const [count, text] of quoting(canaries.contact).entries()) {
    writeFileSync(path, text);
    app.child.kill('SIGHUP');
    await app.until(() => refusals() > count || undefined);
  }
  const quoted = app
    .said()
    .split('\n')
    .filter((line) => line.includes(canaries.contact));
  assert.deepEqual(quoted, []);
});
