import { accessSync, constants, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { createSqliteStore } from '../../store/sqlite-store.ts';
import { StoreError } from '../../store/store-error.ts';
import type { Check } from '../check.ts';
import { failed, ok, type Verdict, warning } from '../verdict.ts';

const setting = 'CALLSUMMARY_STORE_FILE says where it is.';
const asTheApp = 'Run the app and the doctor as the same user.';

/** Whether the store can be used, or made; it is opened for reading only. */
export const store: Check = {
  id: 'store',
  what: 'Store',
  needs: ['settings'],
  async look(patient) {
    const { storeFile } = patient.installation().config;
    if (storeFile === ':memory:')
      return warning(
        'it is kept in memory only, and forgotten at every start.',
        'Set CALLSUMMARY_STORE_FILE to a file.',
      );
    const file = statOf(storeFile);
    return file === undefined ? aboutToBeMade(storeFile) : ((await unreadable(storeFile)) ?? modesOf(file, storeFile));
  },
};

function aboutToBeMade(storeFile: string): Verdict {
  const folder = nearestFolder(dirname(storeFile));
  const isUsable = statOf(folder)?.isDirectory() === true && mayUse(folder, constants.W_OK | constants.X_OK);
  return isUsable
    ? ok('not there yet; it will be made when it is needed.')
    : failed('it is not there yet, and cannot be made: its folder cannot be written to.', `${setting} ${asTheApp}`);
}

async function unreadable(storeFile: string): Promise<Verdict | null> {
  const opened = createSqliteStore(storeFile, { isReadOnly: true });
  try {
    await opened.open();
    return null;
  } catch (thrown) {
    if (!(thrown instanceof StoreError)) throw thrown;
    return thrown.fault === 'gone' ? ok('still empty.') : verdictOn(thrown);
  } finally {
    await opened.close();
  }
}

const verdictOn = ({ fault, message }: StoreError) =>
  fault === 'older_schema'
    ? warning('an older callsummary has written it.', 'Start the app once: it brings the store up to date.')
    : failed(`${message}.`, setting);

function modesOf({ mode, uid }: Stats, storeFile: string): Verdict {
  if (!mayUse(storeFile, constants.R_OK | constants.W_OK))
    return failed('it can be read and not written to.', asTheApp);
  if (uid !== (process.getuid?.() ?? uid)) return warning('it belongs to another user than this one.', asTheApp);
  const isOpen = process.platform !== 'win32' && (mode & 0o077) !== 0;
  return isOpen
    ? warning('others on this machine may read it.', 'Start the app once, or chmod 600 the file and those beside it.')
    : ok('there, and for its owner alone.');
}

/** Undefined where there is nothing, or nothing that this process may see. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function nearestFolder(path: string): string {
  return statOf(path) !== undefined || dirname(path) === path ? path : nearestFolder(dirname(path));
}

function mayUse(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}
