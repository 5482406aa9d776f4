import type { Transaction } from 'kysely';
import { hashOf, type Link } from './audit-chain.ts';
import type { AuditEntry } from './audit-entry.ts';
import { rowOf } from './audit-rows.ts';
import type { Database } from './database.ts';
import { StoreError } from './store-error.ts';
import type { Tables } from './tables.ts';

/** So many share one way to the disk; while their statements run, nothing else does. */
const mostAtOnce = 50;

interface Waiting {
  readonly entry: AuditEntry;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Writes entries in the order in which they come; each promise resolves once its entry is on the disk. The way there is
 * what takes time, so those who wait when it is free go together. Where the store cannot be used, all who wait hear so
 * at once: told one after the other, the last of them would wait far too long.
 */
export function createAuditWriter(database: Database): (entry: AuditEntry) => Promise<void> {
  const queue = createQueue();
  let isWriting = false;
  const writeAll = async () => {
    isWriting = true;
    while (!queue.isEmpty()) await writeSome(database, queue);
    isWriting = false;
  };
  return (entry) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    queue.add({ entry, resolve, reject });
    if (!isWriting) void writeAll();
    return promise;
  };
}

type Queue = ReturnType<typeof createQueue>;

function createQueue() {
  const waiting: Waiting[] = [];
  let goingAlone = 0;
  return {
    isEmpty: () => waiting.length === 0,
    add: (one: Waiting) => void waiting.push(one),
    next() {
      if (goingAlone === 0) return waiting.splice(0, mostAtOnce);
      goingAlone -= 1;
      return waiting.splice(0, 1);
    },
    all: () => waiting.splice(0),
    /** These go first again, each by itself. */
    separate(batch: readonly Waiting[]) {
      waiting.unshift(...batch);
      goingAlone = batch.length;
    },
  };
}

async function writeSome(database: Database, queue: Queue): Promise<void> {
  let batch: readonly Waiting[] = [];
  try {
    // Who goes along is decided when the database is ours: until then others may still come.
    await inTransaction(database, (within) => {
      batch = queue.next();
      return append(within, batch);
    });
    for (const { resolve } of batch) resolve();
  } catch (thrown) {
    const isAboutAnEntry = batch.length > 0 && !(thrown instanceof StoreError);
    // An entry that is refused for what is in it must not take its neighbours along.
    if (isAboutAnEntry && batch.length > 1) return queue.separate(batch);
    for (const { reject } of isAboutAnEntry ? batch : [...batch, ...queue.all()]) reject(thrown);
  }
}

const inTransaction = (database: Database, work: (within: Transaction<Tables>) => Promise<void>) =>
  database.use((db) => db.transaction().execute(work));

async function append(within: Transaction<Tables>, batch: readonly Waiting[]): Promise<void> {
  let head: string | undefined;
  for (const { entry } of batch) {
    const { number, hash: previousHash } = await nextLink(within, head);
    const row = rowOf(entry, number, previousHash);
    head = hashOf(row);
    await within
      .insertInto('audit_entries')
      .values({ ...row, hash: head })
      .execute();
  }
  if (head !== undefined) await within.updateTable('audit_chain').set({ head_hash: head }).execute();
}

/**
 * The next number, and the hash before it, which `sealed` puts there first. Locks the chain's row, so that on every
 * database one adds after the other.
 */
async function nextLink(within: Transaction<Tables>, sealed: string | undefined): Promise<Link> {
  const { head_number: number, head_hash: hash } = await within
    .updateTable('audit_chain')
    .set((column) => ({
      head_number: column('head_number', '+', 1),
      ...(sealed === undefined ? {} : { head_hash: sealed }),
    }))
    .returning(['head_number', 'head_hash'])
    .executeTakeFirstOrThrow();
  return { number, hash };
}
