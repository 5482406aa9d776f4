/** A day such as `2026-03-01` in the phone system's own calendar. Days compare as texts. */
export type Day = string;

/** The access file gives one person one extension, all of its calls or those from one day to another, both included. */
export interface Tie {
  readonly personId: string;
  readonly extensionNumber: string;
  readonly from: Day | null;
  readonly until: Day | null;
  /** Where it stands in the access file. */
  readonly line: number;
}

/** Extension numbers from `first` to `last`, both included and of equal length; a single number is both. */
export interface NumberRange {
  readonly first: string;
  readonly last: string;
}

/** The access file makes everybody in a user group lead of some extensions. */
export interface Lead {
  readonly groupId: string;
  readonly extensions: readonly NumberRange[];
  /** Where it stands in the access file. */
  readonly line: number;
}

/** Who may read what, and where it may be posted, as the administrator decided. */
export interface AccessRules {
  /** Changes whenever anything in the rules does. */
  readonly version: string;
  /** A line for people who were refused: who can help. */
  readonly contact: string | null;
  /** Whether an equal e-mail address in the chat and on the phone system makes an extension one's own. */
  readonly matchesEmail: boolean;
  readonly admins: ReadonlySet<string>;
  readonly ties: readonly Tie[];
  readonly leads: readonly Lead[];
  /** Channels in which nothing is ever posted. */
  readonly closedChannels: ReadonlySet<string>;
  /** Channels for which phone numbers and the like are masked in a post, unless the person who posts switches that off. */
  readonly redactedChannels: ReadonlySet<string>;
  /** Whether something may be posted where another organisation reads along, once that was confirmed. */
  readonly allowsExternal: boolean;
}
