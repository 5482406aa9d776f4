import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  mkdirSync,
  openSync,
  rmSync,
  type Stats,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreError } from '../store-error.ts';

/** `create`: read and write, made if missing. `write`: read and write what is there. `read`: change nothing. */
export type FileAccess = 'create' | 'write' | 'read';

/** The name under which SQLite keeps a database in memory only. */
const inMemory = ':memory:';

/** An open database file. */
export interface DatabaseFile {
  readonly handle: DatabaseSync;
  /** Makes SQLite, and the file's mode, what we want them to be for writing. */
  settle(): void;
  /** Whether the path still leads to the file that is open, unshortened: what is written past it would be lost. */
  isInPlace(): boolean;
  close(): void;
}

/** Opens a database file; one that is made here is for its owner alone. @throws what the file system and SQLite throw */
export function openDatabaseFile(path: string, access: FileAccess): DatabaseFile {
  if (path === inMemory) return inMemoryOnly(new DatabaseSync(path));
  if (access === 'create') createFile(path);
  const opened = fileAt(path);
  if (opened === undefined) throw new StoreError('gone');
  return watched(path, opened, new DatabaseSync(path, { readOnly: access === 'read' }));
}

const inMemoryOnly = (handle: DatabaseSync): DatabaseFile => ({
  handle,
  settle: () => setPragmas(handle),
  isInPlace: () => true,
  close: () => handle.close(),
});

function watched(path: string, opened: Stats, handle: DatabaseSync): DatabaseFile {
  const journalPath = `${path}-wal`;
  let journal: Stats | undefined;
  let size = 1;
  return {
    handle,
    settle() {
      accessSync(path, constants.W_OK); // SQLite opens what may only be read all the same, and fails at the first entry
      if ((opened.mode & 0o077) !== 0) chmodSync(path, 0o600);
      setPragmas(handle);
    },
    isInPlace() {
      const found = fileAt(path);
      if (found === undefined || !isSameFile(found, opened) || found.size < size) return false;
      journal = fileAt(journalPath);
      size = found.size;
      return true;
    },
    close() {
      handle.close();
      // SQLite leaves the journal of a file that was moved, and would read it into the one that took its place.
      const isReplaced = !isSameFile(fileAt(path) ?? opened, opened);
      if (isReplaced && isSameFile(fileAt(journalPath), journal))
        for (const end of ['-wal', '-shm']) rmSync(path + end, { force: true });
    },
  };
}

const fileAt = (path: string) => statSync(path, { throwIfNoEntry: false });
const isSameFile = (one: Stats | undefined, other: Stats | undefined) =>
  one !== undefined && one.ino === other?.ino && one.dev === other.dev;

/** SQLite gives its journal the mode of the database, so that one has to be right from the first moment. */
function createFile(path: string): void {
  if (fileAt(path) !== undefined) return;
  makeFolder(dirname(path));
  closeSync(openSync(path, 'a', 0o600));
}

/** One folder at a time: where none can be made, such as under /proc, `recursive` tries for ever. */
function makeFolder(folder: string): void {
  if (fileAt(folder) !== undefined) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

/** On the disk before SQLite says so, and gone when it is deleted. Journal mode first: it may have to wait for others. */
const pragmas = [
  'journal_mode = wal',
  'synchronous = full',
  'secure_delete = on',
  'foreign_keys = on',
  'recursive_triggers = on',
  'trusted_schema = off',
];

function setPragmas(handle: DatabaseSync): void {
  for (const pragma of pragmas) handle.exec(`pragma ${pragma}`);
}
