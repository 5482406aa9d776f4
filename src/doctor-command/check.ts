import type { Patient } from './patient.ts';
import type { Verdict } from './verdict.ts';

/** One thing that is looked at. */
export interface Check {
  /** For machines; stays what it is. */
  readonly id: string;
  /** For people. */
  readonly what: string;
  /** Ids of the checks above it that must not have failed or been skipped. */
  readonly needs: readonly string[];
  /** Looks, for some seconds at most. Rejects only by a mistake of ours. */
  look(patient: Patient): Promise<Verdict>;
}
