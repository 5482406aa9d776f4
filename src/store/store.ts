import type { AuditEntry, AuditRecord } from './audit-entry.ts';

/** Which entries to read; what is left out does not matter. */
export interface AuditQuery {
  /** Entries of this time and later. */
  readonly since?: Date;
  readonly personId?: string;
  readonly extensionNumber?: string;
}

/** Whether the log is still the one that was written. */
export type AuditCheck =
  | {
      readonly isIntact: true;
      readonly entries: number;
      /** The last entry's number and hash. Noted somewhere else, they also betray a log that was rewritten as a whole. */
      readonly head: { readonly number: number; readonly hash: string };
    }
  | { readonly isIntact: false; readonly number: number; readonly problem: 'altered' | 'missing' };

/** Who decided and did what. Entries are added and, after their time, forgotten; nothing is ever changed. */
export interface AuditLog {
  /** Resolves when the entry is on the disk. If it throws, what was to be recorded must not happen. */
  record(entry: AuditEntry): Promise<void>;
  /** Oldest first, fetched as they are read. */
  read(query?: AuditQuery): AsyncIterable<AuditRecord>;
  /** Forgets everything before the first entry of this time or later, and tells how many entries that were. */
  forgetBefore(date: Date): Promise<number>;
  verify(): Promise<AuditCheck>;
}

/** A PBX and how we sign in there: whose token, and whose refusals. The secret itself is never stored. */
export interface PbxAccount {
  /** Which PBX: host and port. */
  readonly pbx: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** The PBX's pair of tokens. Times by the wall clock, because they outlive the process that got them. */
export interface StoredToken {
  readonly accessToken: string;
  readonly refreshToken: string | null;
  readonly renewAt: Date;
  readonly endsAt: Date;
  readonly refreshUntil: Date;
}

/** The right to ask the PBX for a new token. */
export interface TokenTurn {
  /** Lets the next process have it. */
  end(): Promise<void>;
}

/** Keeps one account's tokens, sealed with a key that is made of its secret. */
export interface TokenVault {
  /** Null where there is none, or none that this account's secret opens. */
  load(): Promise<StoredToken | null>;
  save(token: StoredToken): Promise<void>;
  forget(): Promise<void>;
  /**
   * Of several processes one at a time asks for a new token. Null while another has the turn; a turn that nobody ends,
   * because its process died, is over after `longestMs`.
   */
  takeTurn(now: Date, longestMs: number): Promise<TokenTurn | null>;
}

/** Why the PBX is left alone for a while; the codes of our errors. */
export const restReasons = [
  'pbx_sign_in_refused',
  'pbx_address_blocked',
  'pbx_address_not_allowed',
  'pbx_tokens_used_up',
] as const;

/** Until when the PBX is left alone, by the wall clock. */
export interface Rest {
  readonly until: Date;
  readonly reason: (typeof restReasons)[number];
}

/** What stands against an account. */
export interface SignInHistory {
  /** Attempts the PBX refused. */
  readonly refused: number;
  /**
   * Attempts whose end nobody recorded: still running, or their process died. They count like refused ones, because the
   * PBX may have refused them; a success, or whoever knows better, strikes them out.
   */
  readonly unanswered: number;
  readonly rest: Rest | null;
}

/** An attempt that is already counted. Whoever made it says how it ended; unsaid, it stays counted. */
export interface SignInAttempt {
  /** The PBX refused the credentials. */
  refused(): Promise<void>;
  /** It ended in a way that says nothing about the credentials; it is no longer counted. */
  withdraw(): Promise<void>;
  /** The PBX accepted the credentials: nothing stands against them any more. */
  succeeded(): Promise<void>;
}

/** Remembers refused sign-ins of one account across restarts and processes. Another secret begins with a clean sheet. */
export interface SignInRecord {
  history(): Promise<SignInHistory>;
  /** Counts an attempt before it is made. Null when `most` are counted already: then none may be made. */
  begin(most: number): Promise<SignInAttempt | null>;
  restUntil(rest: Rest): Promise<void>;
  /** Strikes out everything that stands against the account. */
  clear(): Promise<void>;
}

/**
 * Everything the app keeps. Every method of its parts may throw a `StoreError`, within two and a half seconds, and the
 * next call tries anew.
 */
export interface Store {
  readonly audit: AuditLog;
  tokensOf(account: PbxAccount): TokenVault;
  signInsOf(account: PbxAccount): SignInRecord;
  /** Opens the store, making it where there is none. Everything else would do so too; at the start it tells early. */
  open(): Promise<void>;
  /** Waits for what is being written and closes. */
  close(): Promise<void>;
}
