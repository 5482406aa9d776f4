import type { Transaction } from 'kysely';
import type { Link } from './audit-chain.ts';
import { entriesAfter } from './audit-reading.ts';
import { recordOf } from './audit-rows.ts';
import { verifyAuditLog } from './audit-verification.ts';
import { createAuditWriter } from './audit-writing.ts';
import type { Database } from './database.ts';
import type { AuditLog } from './store.ts';
import type { Tables } from './tables.ts';

/** The audit log over any database Kysely speaks to. */
export function createAuditLog(database: Database): AuditLog {
  return {
    record: createAuditWriter(database),
    async *read(query = {}) {
      for await (const row of entriesAfter(database, 0, query)) yield recordOf(row);
    },
    async forgetBefore(date) {
      const forgotten = await database.use((db) =>
        db.transaction().execute((transaction) => forgetBefore(transaction, date)),
      );
      if (forgotten > 0) await database.scrub();
      return forgotten;
    },
    verify: () => verifyAuditLog(database),
  };
}

async function forgetBefore(transaction: Transaction<Tables>, date: Date): Promise<number> {
  const firstKept = await transaction
    .selectFrom('audit_entries')
    .select('number')
    .where('at', '>=', date.toISOString())
    .orderBy('number')
    .limit(1)
    .executeTakeFirst();
  const lastForgotten = await transaction
    .selectFrom('audit_entries')
    .select(['number', 'hash'])
    .where('number', '<', firstKept?.number ?? Number.MAX_SAFE_INTEGER)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return lastForgotten === undefined ? 0 : await forgetUpTo(transaction, lastForgotten);
}

/** Moves the chain's beginning forward first: entries before it are the only ones the database lets go. */
async function forgetUpTo(transaction: Transaction<Tables>, { number, hash }: Link): Promise<number> {
  await transaction.updateTable('audit_chain').set({ anchor_number: number, anchor_hash: hash }).execute();
  const { numDeletedRows } = await transaction
    .deleteFrom('audit_entries')
    .where('number', '<=', number)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
