/**
 * What a person did, or was about to do, or was kept from. `asked`: was let through to the phone system with a question
 * about a call, and has read nothing yet; `listed`: saw which calls have a summary, without reading one; `refused`:
 * wanted to read or to list.
 */
export type AuditAct =
  | 'asked'
  | 'read'
  | 'listed'
  | 'refused'
  | 'shared'
  | 'share_refused'
  | 'retracted'
  | 'retract_refused';

/**
 * How it ended. `allowed` and `denied` are decisions, written before what they decide. An act that can still fail after
 * its decision gets a second entry: `done`, `failed`, or `unconfirmed` where nobody can know.
 */
export type AuditOutcome = 'allowed' | 'denied' | 'done' | 'failed' | 'unconfirmed';

/** A conversation something was posted into, or taken out of. */
export interface AuditTarget {
  readonly channelId: string;
  readonly threadTs: string | null;
}

/**
 * One decision or act. Ids only: each text is a single word of at most 64 letters, digits and `_.:/-`, and the store
 * refuses anything else, so that no summary, name or sentence of a caller can get in.
 */
export interface AuditEntry {
  readonly at: Date;
  /** Slack member id. */
  readonly personId: string;
  /** Slack workspace id; null where the payload named none. */
  readonly teamId: string | null;
  readonly act: AuditAct;
  /** Null where it is about no particular call. */
  readonly cdrId: string | null;
  /** Null where it is about no particular extension. */
  readonly extensionNumber: string | null;
  /** The access rule that decided, for or against: `own_extension`, `guest`; null where no rule was asked. */
  readonly rule: string | null;
  /** Which version of the access rules that was. */
  readonly rulesVersion: string | null;
  /** Where the person did it, by the name it has in the log: `/callsummary`, a callback id, an action id. */
  readonly surface: string;
  /** Null for what only the person saw. */
  readonly target: AuditTarget | null;
  readonly outcome: AuditOutcome;
  /** The id under which the log and the person's message speak of it. */
  readonly referenceId: string;
}

/** An entry as it stands in the log. Each hash covers the entry, its number and the hash before it. */
export interface AuditRecord extends AuditEntry {
  /** Counts from 1, without gaps. */
  readonly number: number;
  readonly hash: string;
}
