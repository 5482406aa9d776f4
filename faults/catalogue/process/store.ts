import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync, copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Fault } from '../../fault.ts';
import { auditIsWhole } from '../../ledger.ts';
import { asks, asksAndReads, command, readsSummary } from '../../person.ts';
import type { Scene } from '../../scene.ts';

const cannotRecord = /can’t keep my records just now, so nothing was shown or posted/;

/** Something happens to the store while the app runs, and is undone after a while. */
const trouble = (id: string, says: string, happens: (scene: Scene) => (() => void) | string): Fault => ({
  id,
  says,
  expected: 'nothing is shown, and said so within 5 s; afterwards as before, without a restart, the audit log whole',
  setting: {},
  async inject(scene) {
    await readsSummary(scene);
    const undo = happens(scene);
    if (typeof undo === 'string') return { notHere: undo };
    scene.defer(undo);
    const { reads, ms } = await asksAndReads(scene, cannotRecord);
    assert.ok(ms < 5_000, `after ${ms} ms`);
    undo();
    await readsSummary(scene);
    await auditIsWhole(scene);
    return { reads, also: `after ${Math.round(ms)} ms` };
  },
});

/** Only the first call does something. */
function once(work: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    work();
  };
}

const locked = trouble('D1a', 'another process keeps the store locked', ({ storeFile }) => {
  const database = new DatabaseSync(storeFile);
  database.exec('begin immediate');
  return once(() => {
    database.exec('rollback');
    database.close();
  });
});

const gone = trouble('D1b', 'the store is moved away', ({ storeFile }) => {
  renameSync(storeFile, `${storeFile}.away`);
  return once(() => renameSync(`${storeFile}.away`, storeFile));
});

const folderGone = trouble('D1c', 'the store’s folder is moved away', ({ storeFile }) => {
  renameSync(dirname(storeFile), `${dirname(storeFile)}.away`);
  return once(() => renameSync(`${dirname(storeFile)}.away`, dirname(storeFile)));
});

const replaced = trouble('D1d', 'the store is replaced by something that is no database', ({ storeFile }) => {
  const ends = ['', '-wal', '-shm'].filter((end) => existsSync(storeFile + end));
  for (const end of ends) copyFileSync(storeFile + end, `${storeFile}.saved${end}`);
  writeFileSync(`${storeFile}.new`, 'Dear diary, '.repeat(1_000));
  renameSync(`${storeFile}.new`, storeFile);
  return once(() => {
    for (const end of ends) renameSync(`${storeFile}.saved${end}`, storeFile + end);
  });
});

const onlyRoot = 'only root can make a file immutable (chattr +i), and not on every file system';

/** Makes the store's files with these endings immutable; gives the way back, or null where this machine does not let us. */
function madeImmutable({ storeFile }: Scene, ends: readonly string[]): (() => void) | null {
  const files = ends.map((end) => storeFile + end);
  const chattr = (mode: string) => execFileSync('chattr', [mode, ...files], { stdio: 'ignore' });
  return complaintOf(() => chattr('+i')) === null ? once(() => chattr('-i')) : null;
}

const readOnly = trouble(
  'D1e',
  'the store and its journal become read-only',
  (scene) => madeImmutable(scene, ['', '-wal']) ?? onlyRoot,
);

const allReadOnly: Fault = {
  id: 'D1g',
  says: 'all of the store becomes read-only under the app, SQLite’s shared memory included',
  expected:
    'the kernel ends the process (SIGBUS) at the next write; it does not start, and says why, until it is mended',
  setting: {},
  async inject(scene) {
    const { slack, app } = scene;
    await readsSummary(scene);
    const undo = madeImmutable(scene, ['', '-wal', '-shm']);
    if (undo === null) return { notHere: onlyRoot };
    scene.defer(undo);
    await slack.types(slack.people.agent, slack.channels.support, command);
    const [, signal] = await app.ended;
    const program = scene.tries();
    const [code] = await program.ended;
    undo();
    assert.deepEqual([signal, code], ['SIGBUS', 78], program.said());
    await scene.start();
    await auditIsWhole(scene);
    return { also: `ended by SIGBUS, then exit code 78: “${sentenceIn(program.said())}”` };
  },
};

/** Why the store cannot be used, as the app says it when it does not start. */
const sentenceIn = (said: string): string => /cannot be used: (.*)\. CALL/.exec(said)?.[1] ?? said.trim();

function complaintOf(work: () => void): Error | null {
  try {
    work();
    return null;
  } catch (thrown) {
    return thrown instanceof Error ? thrown : new Error(String(thrown));
  }
}

const smallDisk: Fault = {
  id: 'D2',
  says: 'the disk of the store is full',
  expected: 'nothing is shown, and said so within 5 s; healthy within 10 s once there is space, without a restart',
  setting: { isEmpty: true },
  async inject(scene) {
    const disk = join(scene.folder, 'disk');
    mkdirSync(disk);
    const problem = complaintOf(() =>
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'none', disk], { stdio: 'ignore' }),
    );
    if (problem !== null) return { notHere: 'only root can mount a small disk; as root, all of it is provoked' };
    scene.defer(() => execFileSync('umount', ['--lazy', disk], { stdio: 'ignore' }));
    await scene.start({ env: { CALLSUMMARY_STORE_FILE: join(disk, 'callsummary.db') } });
    await readsSummary(scene);
    const filler = join(disk, 'filler');
    for (const size of [64 * 1_024, 4_096, 1])
      while (complaintOf(() => appendFileSync(filler, Buffer.alloc(size))) === null);
    // What the journal already holds can be written over: some entries may still fit.
    for (let asked = 0; asked < 200; asked += 1) if ((await asks(scene)).reads !== 'the summary') break;
    const { reads, ms } = await asksAndReads(scene, cannotRecord);
    assert.ok(ms < 5_000, `after ${ms} ms`);
    rmSync(filler);
    const startedAt = performance.now();
    await readsSummary(scene);
    const recoveredMs = Math.round(performance.now() - startedAt);
    assert.ok(recoveredMs < 10_000, `well ${recoveredMs} ms after there was space`);
    return { reads, also: `after ${Math.round(ms)} ms; well ${recoveredMs} ms after there was space` };
  },
};

/** The store is in a state in which the app does not start at all. */
const refusesToStart = (id: string, says: string, words: RegExp, happens: (scene: Scene) => () => void): Fault => ({
  id,
  says,
  expected: 'does not start: one sentence, exit code 78; starts when it is mended',
  setting: {},
  async inject(scene) {
    await readsSummary(scene);
    scene.app.child.kill('SIGTERM');
    await scene.app.ended;
    const undo = happens(scene);
    const program = scene.tries();
    assert.deepEqual(await program.ended, [78, null]);
    assert.match(program.said(), words);
    undo();
    await scene.start();
    await readsSummary(scene);
    await auditIsWhole(scene);
    return { also: `exit code 78: “${sentenceIn(program.said())}”` };
  },
});

const damaged = refusesToStart('D1f', 'the store is damaged when the app starts', /it is damaged/, ({ storeFile }) => {
  renameSync(storeFile, `${storeFile}.good`);
  writeFileSync(storeFile, 'Dear diary, '.repeat(1_000));
  return () => renameSync(`${storeFile}.good`, storeFile);
});

const newer = refusesToStart(
  'D4',
  'a newer callsummary has written the store',
  /a newer callsummary/,
  ({ storeFile }) => {
    const run = (sql: string) => {
      const database = new DatabaseSync(storeFile);
      database.exec(sql);
      database.close();
    };
    run("insert into store_migrations values ('9999-of-the-future', '2099-01-01T00:00:00.000Z')");
    return () => run("delete from store_migrations where name = '9999-of-the-future'");
  },
);

/** The store cannot be used. */
export const storeFaults: readonly Fault[] = [
  locked,
  gone,
  folderGone,
  replaced,
  readOnly,
  damaged,
  allReadOnly,
  smallDisk,
  newer,
];
