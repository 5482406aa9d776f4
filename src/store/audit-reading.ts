import type { Kysely } from 'kysely';
import type { Database } from './database.ts';
import type { AuditQuery } from './store.ts';
import type { AuditRow, Tables } from './tables.ts';

const rowsAtOnce = 500;

/**
 * The entries after the one with this number, oldest first; in pieces, so that nobody who wants to write has to wait for a
 * long reading.
 */
export async function* entriesAfter(database: Database, number: number, query: AuditQuery): AsyncIterable<AuditRow> {
  let after = number;
  for (;;) {
    const rows = await database.use((db) => someAfter(db, after, query));
    yield* rows;
    if (rows.length < rowsAtOnce) return;
    after = rows.at(-1)?.number ?? after;
  }
}

const someAfter = (db: Kysely<Tables>, number: number, { since, personId, extensionNumber }: AuditQuery) =>
  db
    .selectFrom('audit_entries')
    .selectAll()
    .where((is) =>
      is.and([
        is('number', '>', number),
        ...(since === undefined ? [] : [is('at', '>=', since.toISOString())]),
        ...(personId === undefined ? [] : [is('person_id', '=', personId)]),
        ...(extensionNumber === undefined ? [] : [is('extension_number', '=', extensionNumber)]),
      ]),
    )
    .orderBy('number')
    .limit(rowsAtOnce)
    .execute();
