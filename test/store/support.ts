import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { AuditEntry, AuditRecord } from '../../src/store/audit-entry.ts';
import { createSqliteStore, type SqliteStoreOptions } from '../../src/store/sqlite-store.ts';
import type { AuditLog, AuditQuery, PbxAccount, Store, StoredToken } from '../../src/store/store.ts';

/** No test of the store takes longer. */
export const bounded = { timeout: 30_000 };

/** A folder of the test's own, gone afterwards. */
export function folderOf(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'callsummary-store-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const fileOf = (t: TestContext): string => join(folderOf(t), 'callsummary.db');

/** A store that is closed when the test is over. */
export function storeOf(t: TestContext, file: string, options?: SqliteStoreOptions): Store {
  const store = createSqliteStore(file, options);
  t.after(() => store.close());
  return store;
}

/** An agent reading their own call, unless something else is said. */
export const entryOf = (differences: Partial<AuditEntry> = {}): AuditEntry => ({
  at: new Date('2026-05-13T22:33:00.000Z'),
  personId: 'U012ABC',
  teamId: 'T012ABC',
  act: 'read',
  cdrId: '20260513223234-3EE9E',
  extensionNumber: '3202',
  rule: 'own_extension',
  rulesVersion: '0123456789ab',
  surface: '/callsummary',
  target: null,
  outcome: 'allowed',
  referenceId: 'K7Q2M9XD',
  ...differences,
});

export const account: PbxAccount = {
  pbx: 'pbx.example.com:8088',
  clientId: 'callsummary',
  clientSecret: 'the secret of the PBX',
};

export const tokenOf = (differences: Partial<StoredToken> = {}): StoredToken => ({
  accessToken: 'access token',
  refreshToken: 'refresh token',
  renewAt: new Date('2026-05-13T22:24:00.000Z'),
  endsAt: new Date('2026-05-13T22:30:00.000Z'),
  refreshUntil: new Date('2026-05-14T22:00:00.000Z'),
  ...differences,
});

/** Everything a reading gives. */
export async function readAll(audit: AuditLog, query?: AuditQuery): Promise<readonly AuditRecord[]> {
  const records: AuditRecord[] = [];
  for await (const record of audit.read(query)) records.push(record);
  return records;
}

/** Another process at work on a store. */
export interface OtherProcess {
  /** The next line it prints; null when there are no more. */
  nextLine(): Promise<string | null>;
  /** Tells it that it may go, and waits until it has: its exit code, or the signal's name. */
  finish(): Promise<number | string>;
  kill(): Promise<void>;
}

/** Starts one of the programs beside this file; as nobody in particular if `isUnprivileged`. It ends with the test. */
export const startProcess = (
  t: TestContext,
  program: string,
  words: readonly string[],
  isUnprivileged = false,
): OtherProcess => startScript(t, new URL(`processes/${program}.ts`, import.meta.url), words, isUnprivileged);

/** The same for a program that stands elsewhere. */
export function startScript(
  t: TestContext,
  script: URL,
  words: readonly string[],
  isUnprivileged = false,
): OtherProcess {
  const identity = isUnprivileged && process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  const child = spawn(process.execPath, [fileURLToPath(script), ...words], {
    stdio: ['pipe', 'pipe', 'inherit'],
    ...identity,
  });
  t.after(() => child.kill('SIGKILL'));
  return otherProcess(child);
}

const nobody = 65_534;

/** Makes a file that of whoever an unprivileged process runs as. */
export function giveToUnprivileged(path: string): void {
  if (process.getuid?.() === 0) chownSync(path, nobody, nobody);
}

function otherProcess(child: ChildProcessByStdio<Writable, Readable, null>): OtherProcess {
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = once(child, 'exit').then(([code, signal]) => code ?? signal);
  return {
    nextLine: async () => (await lines.next()).value ?? null,
    async finish() {
      child.stdin.end();
      return await ended;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
