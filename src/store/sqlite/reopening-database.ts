import type { Database } from '../database.ts';
import { StoreError } from '../store-error.ts';
import { isSpoilt, storeErrorOf } from './faults.ts';
import { emptyJournal } from './kysely.ts';
import type { Session } from './session.ts';

/** A database that is opened when it is needed, and again when it has become unusable. */
export interface ReopeningDatabase extends Database {
  open(): Promise<void>;
  /** Waits for the work that runs; later work fails as `closed`. */
  close(): Promise<void>;
}

/**
 * `open` gives a fresh session. Only the first one may begin with an empty database: one that vanishes while we run is a
 * fault, and not the beginning of a new audit log.
 */
export function createReopeningDatabase(open: (isFirst: boolean) => Promise<Session>): ReopeningDatabase {
  const sessions = createSessions(open);
  const running = new Set<Promise<unknown>>();
  const attempt: Database['use'] = async (work) => {
    const session = await sessions.current();
    try {
      return await work(session.db);
    } catch (thrown) {
      throw sessions.faultOf(thrown, session);
    }
  };
  const use: Database['use'] = async (work) => {
    const run = attempt(work);
    running.add(run);
    return await run.finally(() => running.delete(run));
  };
  return {
    use,
    scrub: () => use(emptyJournal),
    open: () => use(async () => {}),
    async close() {
      sessions.admitNoMore();
      await Promise.allSettled(running);
      await sessions.close();
    },
  };
}

function createSessions(open: (isFirst: boolean) => Promise<Session>) {
  let session: Session | null = null;
  let opening: Promise<Session> | null = null;
  let closing: Promise<void> = Promise.resolve();
  let wasOpen = false;
  let isClosed = false;

  const drop = () => {
    closing = session?.close().catch(() => {}) ?? closing;
    session = null;
  };
  // A journal that is still lying there would be taken for that of the next file.
  const openAnew = async () => {
    await closing;
    session = await open(!wasOpen);
    wasOpen = true;
    return session;
  };
  const usable = async () => {
    if (isClosed) throw new StoreError('closed');
    if (session?.isInPlace() === true) return session;
    drop();
    opening ??= openAnew().finally(() => {
      opening = null;
    });
    return await opening;
  };
  return {
    current: () =>
      usable().catch((thrown: unknown) => {
        throw storeErrorOf(thrown);
      }),
    /** What to throw for something that went wrong in a session, which is given up if it is of no more use. */
    faultOf(thrown: unknown, failed: Session): unknown {
      const fault = storeErrorOf(thrown);
      if (failed === session && isSpoilt(fault)) drop();
      else if (failed !== session && !(fault instanceof StoreError))
        return new StoreError(isClosed ? 'closed' : 'failed');
      return fault;
    },
    admitNoMore() {
      isClosed = true;
    },
    async close() {
      drop();
      await closing;
    },
  };
}
