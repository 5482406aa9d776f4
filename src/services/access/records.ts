import type { Decision, Phase } from './decision.ts';

/** Whose calls, and which of them; without a leg id the day of the call is not known. */
export interface CallInQuestion {
  readonly extensionNumber: string;
  readonly cdrId: string | null;
}

/** A decision as it is written down, before anything is done about it. */
export interface DecisionRecord extends CallInQuestion {
  readonly readerId: string;
  readonly teamId: string | null;
  readonly phase: Phase;
  /** Where it would be posted; null for an answer to the reader alone. */
  readonly channelId: string | null;
  /** The thread there; null for the conversation itself, and for an answer to the reader alone. */
  readonly threadTs: string | null;
  readonly decision: Decision;
  /** The version of the rules that decided. */
  readonly rulesVersion: string;
}

/** A list of calls that somebody asked for, as it is written down before it is shown. */
export interface ListingRecord {
  readonly readerId: string;
  readonly teamId: string | null;
  /** Whose calls; null for all that the reader may read. */
  readonly extensionNumber: string | null;
  readonly decision: Decision | { readonly allowed: true; readonly rule: null };
  readonly rulesVersion: string;
}
