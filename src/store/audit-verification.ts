import { type Link, problemAfter } from './audit-chain.ts';
import { entriesAfter } from './audit-reading.ts';
import type { Database } from './database.ts';
import type { AuditCheck } from './store.ts';

/**
 * Follows the chain from its beginning to its end as it is now. Entries may be added meanwhile; if some were forgotten,
 * it starts again.
 */
export async function verifyAuditLog(database: Database): Promise<AuditCheck> {
  const { anchor, head } = await endsOf(database);
  const check = await follow(database, anchor, head);
  if (check.isIntact || (await endsOf(database)).anchor.number === anchor.number) return check;
  return await verifyAuditLog(database);
}

async function endsOf(database: Database): Promise<{ readonly anchor: Link; readonly head: Link }> {
  const chain = await database.use((db) => db.selectFrom('audit_chain').selectAll().executeTakeFirstOrThrow());
  return {
    anchor: { number: chain.anchor_number, hash: chain.anchor_hash },
    head: { number: chain.head_number, hash: chain.head_hash },
  };
}

async function follow(database: Database, anchor: Link, head: Link): Promise<AuditCheck> {
  let last = anchor;
  for await (const row of entriesAfter(database, anchor.number, {})) {
    if (last.number === head.number) break;
    const problem = problemAfter(last, row);
    if (problem !== null) return { isIntact: false, number: last.number + 1, problem };
    last = { number: row.number, hash: row.hash };
  }
  if (last.number !== head.number) return { isIntact: false, number: last.number + 1, problem: 'missing' };
  if (last.hash !== head.hash) return { isIntact: false, number: last.number, problem: 'altered' };
  return { isIntact: true, entries: last.number - anchor.number, head };
}
