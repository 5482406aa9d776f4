import type { Freshness } from './access/people-directory.ts';
import type { CdrId, ExtensionNumber } from './call-summary.ts';

/** An extension as a phone system knows it. `id` is internal to it, and changes when a number is given away anew. */
export interface Extension {
  readonly id: number;
  readonly number: ExtensionNumber;
}

/** One party's summary as the phone system keeps it: untrusted HTML, and a name nobody has cleaned. */
export interface RecordedSummary {
  readonly extensionNumber: string;
  readonly name: string;
  readonly html: string;
  readonly summarisedAt: Date | null;
}

/** From when to when calls are of interest. */
export interface CallWindow {
  readonly from: Date;
  readonly until: Date;
}

/** One call leg of which the phone system has a summary. Names and numbers are as it wrote them: untrusted texts. */
export interface RecordedCall {
  readonly cdrId: CdrId;
  /** Null where the phone system gave no readable time. */
  readonly startedAt: Date | null;
  readonly direction: 'inbound' | 'outbound' | 'internal' | null;
  readonly from: string;
  readonly to: string;
  readonly durationSeconds: number | null;
  /** The parties that may be extensions of this phone system, the likeliest first. Never empty. */
  readonly extensionNumbers: readonly [ExtensionNumber, ...ExtensionNumber[]];
}

/** Calls in no particular order; `isCut` where the phone system had more than we take. */
export interface RecordedCalls {
  readonly calls: readonly RecordedCall[];
  readonly isCut: boolean;
}

/** What the use cases need of a phone system. A second make of PBX would implement exactly this. */
export interface PhoneSystem {
  /** @throws {CallSummaryError} `extension_not_found`, or one of the `pbx_…` codes */
  findExtension(number: ExtensionNumber): Promise<Extension>;
  /** @throws {CallSummaryError} `summary_not_found`, `summary_not_ready`, or one of the `pbx_…` codes */
  findSummary(cdrId: CdrId, extension: Extension): Promise<RecordedSummary>;
  /**
   * The calls of a window that have a summary.
   * @throws {CallSummaryError} `pbx_not_set_up` or `pbx_refused` where the phone system offers no such list, or one of the
   * other `pbx_…` codes
   */
  findCalls(window: CallWindow): Promise<RecordedCalls>;
  /**
   * The numbers of all extensions that bear this e-mail address, whatever the case of its letters: as they were within
   * the last five minutes, or as they are now.
   * @throws {CallSummaryError} one of the `pbx_…` codes
   */
  numbersWithEmail(email: string, freshness: Freshness): Promise<readonly string[]>;
}
