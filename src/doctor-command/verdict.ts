/** How a check can end. */
export type State = 'ok' | 'warning' | 'failed' | 'skipped';

/** What a check has found. Nothing in it is confidential: it goes to terminals, tickets and logs. */
export interface Verdict {
  readonly state: State;
  /** In a sentence. */
  readonly found: string;
  /** More of the same, a line each. */
  readonly details?: readonly string[];
  /** What to do about it. */
  readonly todo?: string;
}

/** All is well; `found` says what was seen. */
export const ok = (found: string): Verdict => ({ state: 'ok', found });

/** The app works, perhaps less well or not for long. */
export const warning = (found: string, todo: string): Verdict => ({ state: 'warning', found, todo });

/** The app cannot work like this. */
export const failed = (found: string, todo: string, details: readonly string[] = []): Verdict => ({
  state: 'failed',
  found,
  details,
  todo,
});

/** Not looked at, and why. */
export const skipped = (found: string): Verdict => ({ state: 'skipped', found });
