/** Times as `2026-05-13T22:33:00.000Z`: they sort as text, and people can read them. */
type Time = string;

interface AuditEntriesTable {
  readonly number: number;
  readonly at: Time;
  readonly person_id: string;
  readonly team_id: string | null;
  readonly act: string;
  readonly cdr_id: string | null;
  readonly extension_number: string | null;
  readonly rule: string | null;
  readonly rules_version: string | null;
  readonly surface: string;
  readonly channel_id: string | null;
  readonly thread_ts: string | null;
  readonly outcome: string;
  readonly reference_id: string;
  readonly previous_hash: string;
  readonly hash: string;
}

/** One row, with id 1: where the chain of entries begins (the last one forgotten) and where it ends. */
interface AuditChainTable {
  readonly id: number;
  readonly anchor_number: number;
  readonly anchor_hash: string;
  readonly head_number: number;
  readonly head_hash: string;
}

interface PbxTokensTable {
  readonly pbx: string;
  readonly sealed: string;
}

/** Which process asks the PBX for a new token at the moment. */
interface TokenTurnsTable {
  readonly pbx: string;
  readonly holder: string;
  readonly until: Time;
}

interface SignInsTable {
  readonly pbx: string;
  readonly fingerprint: string;
  readonly refused: number;
  readonly unanswered: number;
  readonly rest_until: Time | null;
  readonly rest_reason: string | null;
}

interface MigrationsTable {
  readonly name: string;
  readonly timestamp: string;
}

/** What is stored, column by column. */
export interface Tables {
  readonly audit_entries: AuditEntriesTable;
  readonly audit_chain: AuditChainTable;
  readonly pbx_tokens: PbxTokensTable;
  readonly token_turns: TokenTurnsTable;
  readonly sign_ins: SignInsTable;
  readonly store_migrations: MigrationsTable;
}

export type AuditRow = AuditEntriesTable;
