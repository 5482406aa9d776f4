import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely';
import { isBusy } from './faults.ts';
import { createTurnstile } from './turnstile.ts';

/** What the driver needs of an open database. */
export type SqliteHandle = Pick<DatabaseSync, 'prepare' | 'isTransaction'>;

/** How long to wait before asking a busy database again, in milliseconds. */
const pauseMs = 10;

/**
 * Kysely's driver over Node's own SQLite: one connection, one unit of work at a time. SQLite's way of waiting for a lock
 * would stop the whole process, so it is told not to wait, and the waiting is done here. `patienceMs` is for a whole
 * unit of work: for its turn, and for other processes.
 */
export function createSqliteDriver(handle: SqliteHandle, patienceMs: number): Driver {
  const turnstile = createTurnstile();
  const prepare = preparedOnce(handle);
  let giveUpAt = 0;
  let leave = () => {};
  const connection: DatabaseConnection = {
    executeQuery: <Row>(query: CompiledQuery) => patiently(() => execute<Row>(prepare, query), giveUpAt),
    streamQuery: () => {
      throw new Error('the store reads in pieces, not in streams');
    },
  };
  const say = (sql: string) => patiently(() => prepare(sql).statement.run(), giveUpAt);
  return {
    init: async () => {},
    async acquireConnection() {
      const until = performance.now() + patienceMs;
      leave = await turnstile.enter(until);
      giveUpAt = until;
      return connection;
    },
    // SQLite keeps the event loop while it works: whoever comes next lets it turn once before.
    releaseConnection: async () => void setImmediate(leave),
    // The write lock from the beginning: one that is wanted later could be refused without waiting.
    beginTransaction: async () => void (await say('begin immediate')),
    commitTransaction: async () => void (await say('commit')),
    // After a full disk or a read error SQLite has rolled back by itself (sqlite.org/lang_transaction.html).
    rollbackTransaction: async () => void (handle.isTransaction && (await say('rollback'))),
    /** Waits for whoever is inside; closing the database is left to whoever opened it. */
    destroy: () => turnstile.enter(performance.now() + patienceMs).then(ignore, ignore),
  };
}

const ignore = () => {};

/** Tries again while another process holds a lock, and leaves the event loop free meanwhile. */
export async function patiently<T>(attempt: () => T, giveUpAt: number): Promise<T> {
  for (;;) {
    try {
      return attempt();
    } catch (thrown) {
      if (!isBusy(thrown) || performance.now() >= giveUpAt) throw thrown;
    }
    await setTimeout(pauseMs);
  }
}

type Prepare = (sql: string) => Prepared;

interface Prepared {
  readonly statement: StatementSync;
  readonly givesRows: boolean;
}

/** The store's statements are few, as values are not part of them; to read one anew takes longer than to run it. */
function preparedOnce(handle: SqliteHandle): Prepare {
  const known = new Map<string, Prepared>();
  const prepare: Prepare = (sql) => {
    const statement = handle.prepare(sql);
    const prepared = { statement, givesRows: statement.columns().length > 0 };
    known.set(sql, prepared);
    return prepared;
  };
  return (sql) => known.get(sql) ?? prepare(sql);
}

type Parameter = string | number | null;

function execute<Row>(prepare: Prepare, { sql, parameters }: CompiledQuery): QueryResult<Row> {
  const { statement, givesRows } = prepare(sql);
  const values = parameters as readonly Parameter[];
  if (givesRows) return { rows: statement.all(...values) as Row[] };
  const { changes } = statement.run(...values);
  return { rows: [], numAffectedRows: BigInt(changes) };
}
