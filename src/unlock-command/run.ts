import type { Environment, ReadTextFile } from '../config/files.ts';
import { createSqliteStore, type SqliteStoreOptions } from '../store/sqlite-store.ts';
import type { SignInRecord } from '../store/store.ts';
import { StoreError } from '../store/store-error.ts';
import { historyLines } from './history-words.ts';
import { readSettings, type UnlockSettings } from './settings.ts';

/** As sysexits.h names them. */
const exitCodes = { ok: 0, usage: 64, noInput: 66, io: 74, configuration: 78 } as const;

const usage = [
  'npm run unlock     lets the app sign in at the PBX again',
  '',
  'After two refused sign-ins the app stops trying, because the PBX blocks an address after five. Mend first what the',
  'PBX refused: the client ID and secret, the list of allowed IPs, the blocked IPs. A changed secret needs no unlocking.',
].join('\n');

/** What the command is given from outside. */
export interface Surroundings {
  readonly words: readonly string[];
  readonly env: Environment;
  readonly readTextFile: ReadTextFile;
  readonly now: () => Date;
  readonly say: (line: string) => void;
  readonly complain: (line: string) => void;
}

/** Strikes out the refused sign-ins and rests of the account that is configured. Gives the exit code. */
export async function runUnlockCommand(surroundings: Surroundings): Promise<number> {
  const { words, env, readTextFile, say, complain } = surroundings;
  const isHelp = words.length === 1 && /^(-h|--help)$/.test(words[0] ?? '');
  if (isHelp) return told(say, [usage], exitCodes.ok);
  if (words.length > 0) return told(complain, [usage], exitCodes.usage);
  const settings = readSettings(env, readTextFile);
  if ('problems' in settings) return told(complain, settings.problems, exitCodes.configuration);
  try {
    return told(say, await unlock(settings, surroundings.now()), exitCodes.ok);
  } catch (thrown) {
    if (!(thrown instanceof StoreError)) throw thrown;
    return told(complain, storeLines(thrown, settings), thrown.fault === 'gone' ? exitCodes.noInput : exitCodes.io);
  }
}

function told(say: (line: string) => void, lines: readonly string[], exitCode: number): number {
  for (const line of lines) say(line);
  return exitCode;
}

/** Looks before it touches anything, so that no store is made where there was none. */
async function unlock(settings: UnlockSettings, now: Date): Promise<readonly string[]> {
  const history = await withSignIns(settings, { isReadOnly: true }, (signIns) => signIns.history());
  const { pbx } = settings.account;
  if (history.refused + history.unanswered === 0 && history.rest === null)
    return [`Nothing stands against this client ID and secret at ${pbx}.`];
  await withSignIns(settings, {}, (signIns) => signIns.clear());
  return [
    `At ${pbx}, with this client ID and secret:`,
    ...historyLines(history, now).map((line) => `  ${line}`),
    'Forgotten. The app signs in again when it needs to, without a restart.',
  ];
}

async function withSignIns<T>(
  { account, storeFile }: UnlockSettings,
  options: SqliteStoreOptions,
  work: (signIns: SignInRecord) => Promise<T>,
): Promise<T> {
  const store = createSqliteStore(storeFile, options);
  try {
    return await work(store.signInsOf(account));
  } finally {
    await store.close();
  }
}

const storeLines = ({ message }: StoreError, { storeFile }: UnlockSettings) => [
  `${storeFile}: ${message}.`,
  'CALLSUMMARY_STORE_FILE says where the store is; the app makes it when it starts.',
];
