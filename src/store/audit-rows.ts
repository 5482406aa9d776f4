import type { UnsealedRow } from './audit-chain.ts';
import type { AuditAct, AuditEntry, AuditOutcome, AuditRecord } from './audit-entry.ts';
import type { AuditRow } from './tables.ts';

/** An entry as a row that follows the given one. */
export const rowOf = (entry: AuditEntry, number: number, previousHash: string): UnsealedRow => ({
  number,
  at: entry.at.toISOString(),
  person_id: entry.personId,
  team_id: entry.teamId,
  act: entry.act,
  cdr_id: entry.cdrId,
  extension_number: entry.extensionNumber,
  rule: entry.rule,
  rules_version: entry.rulesVersion,
  surface: entry.surface,
  channel_id: entry.target?.channelId ?? null,
  thread_ts: entry.target?.threadTs ?? null,
  outcome: entry.outcome,
  reference_id: entry.referenceId,
  previous_hash: previousHash,
});

/** A row as it was recorded. Acts and outcomes come from `rowOf`; a tampered one is told by `verify`, not here. */
export const recordOf = (row: AuditRow): AuditRecord => ({
  number: row.number,
  at: new Date(row.at),
  personId: row.person_id,
  teamId: row.team_id,
  act: row.act as AuditAct,
  cdrId: row.cdr_id,
  extensionNumber: row.extension_number,
  rule: row.rule,
  rulesVersion: row.rules_version,
  surface: row.surface,
  target: row.channel_id === null ? null : { channelId: row.channel_id, threadTs: row.thread_ts },
  outcome: row.outcome as AuditOutcome,
  referenceId: row.reference_id,
  hash: row.hash,
});
