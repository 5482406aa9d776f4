import { hashOf } from './audit-chain.ts';
import type { AuditEntry } from './audit-entry.ts';
import { rowOf } from './audit-rows.ts';
import { type ChainStatements, createChainStatements, type Within } from './audit-statements.ts';
import type { Database } from './database.ts';
import { StoreError } from './store-error.ts';

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
  const chain = createChainStatements();
  let isWriting = false;
  const writeAll = async () => {
    isWriting = true;
    while (!queue.isEmpty()) await writeSome(database, queue, chain);
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

async function writeSome(database: Database, queue: Queue, chain: ChainStatements): Promise<void> {
  let batch: readonly Waiting[] = [];
  try {
    // Who goes along is decided when the database is ours: until then others may still come.
    await inTransaction(database, (within) => {
      batch = queue.next();
      return append(within, batch, chain);
    });
    for (const { resolve } of batch) resolve();
  } catch (thrown) {
    const isAboutAnEntry = batch.length > 0 && !(thrown instanceof StoreError);
    // An entry that is refused for what is in it must not take its neighbours along.
    if (isAboutAnEntry && batch.length > 1) return queue.separate(batch);
    for (const { reject } of isAboutAnEntry ? batch : [...batch, ...queue.all()]) reject(thrown);
  }
}

const inTransaction = (database: Database, work: (within: Within) => Promise<void>) =>
  database.use((db) => db.transaction().execute(work));

async function append(within: Within, batch: readonly Waiting[], chain: ChainStatements): Promise<void> {
  let head: string | undefined;
  for (const { entry } of batch) {
    const { number, hash: previousHash } = await chain.next(within, head);
    const row = rowOf(entry, number, previousHash);
    head = hashOf(row);
    await chain.add(within, { ...row, hash: head });
  }
  if (head !== undefined) await chain.seal(within, head);
}
