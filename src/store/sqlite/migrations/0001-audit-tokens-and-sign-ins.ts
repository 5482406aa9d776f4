import { type RawBuilder, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** One word of ids and codes. Nothing a person said or is called by fits in. */
const word = (column: string) =>
  sql.raw(`text check (length(${column}) between 1 and 64 and ${column} not glob '*[^A-Za-z0-9_.:/-]*')`);
const hash = (column: string) =>
  sql.raw(`text not null check (length(${column}) = 64 and ${column} not glob '*[^0-9a-f]*')`);
const time = (column: string) => sql.raw(`text check (${column} glob '????-??-??T??:??:??.???Z')`);

const auditEntries = sql`
  create table audit_entries (
    number integer not null primary key,
    at ${time('at')} not null,
    person_id ${word('person_id')} not null,
    team_id ${word('team_id')},
    act ${word('act')} not null,
    cdr_id ${word('cdr_id')},
    extension_number ${word('extension_number')},
    rule ${word('rule')},
    rules_version ${word('rules_version')},
    surface ${word('surface')} not null,
    channel_id ${word('channel_id')},
    thread_ts ${word('thread_ts')},
    outcome ${word('outcome')} not null,
    reference_id ${word('reference_id')} not null,
    previous_hash ${hash('previous_hash')},
    hash ${hash('hash')}
  ) strict`;

const auditChain = sql`
  create table audit_chain (
    id integer not null primary key check (id = 1),
    anchor_number integer not null,
    anchor_hash ${hash('anchor_hash')},
    head_number integer not null,
    head_hash ${hash('head_hash')}
  ) strict`;

const beginning = '0'.repeat(64);
const emptyChain = sql`insert into audit_chain values (1, 0, ${sql.lit(beginning)}, 0, ${sql.lit(beginning)})`;

const entriesAreAddedAtTheEnd = sql`
  create trigger audit_entries_are_added_at_the_end before insert on audit_entries
  when new.number <> (select head_number from audit_chain)
    or new.previous_hash <> (select head_hash from audit_chain)
    or exists (select 1 from audit_entries where number = new.number)
  begin select raise(abort, 'audit entries are only added at the end'); end`;

const entriesNeverChange = sql`
  create trigger audit_entries_never_change before update on audit_entries
  begin select raise(abort, 'audit entries never change'); end`;

const entriesLeaveByRetention = sql`
  create trigger audit_entries_leave_by_retention before delete on audit_entries
  when old.number > (select anchor_number from audit_chain)
  begin select raise(abort, 'audit entries only leave by retention'); end`;

const chainMovesForward = sql`
  create trigger audit_chain_moves_forward before update on audit_chain
  when new.head_number not in (old.head_number, old.head_number + 1)
    or new.anchor_hash is not case new.anchor_number
      when old.anchor_number then old.anchor_hash
      else (select hash from audit_entries where number = new.anchor_number) end
  begin select raise(abort, 'the audit chain only moves forward'); end`;

const chainIsOne = sql`
  create trigger audit_chain_is_one before insert on audit_chain
  begin select raise(abort, 'there is one audit chain'); end`;

const chainStays = sql`
  create trigger audit_chain_stays before delete on audit_chain
  begin select raise(abort, 'the audit chain stays'); end`;

const pbxTokens = sql`
  create table pbx_tokens (
    pbx text not null primary key,
    sealed text not null
  ) strict`;

const tokenTurns = sql`
  create table token_turns (
    pbx text not null primary key,
    holder text not null,
    until ${time('until')} not null
  ) strict`;

const signIns = sql`
  create table sign_ins (
    pbx text not null,
    fingerprint text not null,
    refused integer not null check (refused >= 0),
    unanswered integer not null check (unanswered >= 0),
    rest_until ${time('rest_until')},
    rest_reason text,
    primary key (pbx, fingerprint)
  ) strict`;

const statements: readonly RawBuilder<unknown>[] = [
  auditEntries,
  auditChain,
  emptyChain,
  entriesAreAddedAtTheEnd,
  entriesNeverChange,
  entriesLeaveByRetention,
  chainMovesForward,
  chainIsOne,
  chainStays,
  pbxTokens,
  tokenTurns,
  signIns,
];

/** The audit log with what keeps it append-only, the PBX's tokens, and the record of sign-ins; in SQLite's words. */
export const auditTokensAndSignIns: Migration = {
  async up(db) {
    for (const statement of statements) await statement.execute(db);
  },
};
