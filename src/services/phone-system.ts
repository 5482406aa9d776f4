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

/** What the use cases need of a phone system. A second make of PBX would implement exactly this. */
export interface PhoneSystem {
  /** @throws {CallSummaryError} `extension_not_found`, or one of the `pbx_…` codes */
  findExtension(number: ExtensionNumber): Promise<Extension>;
  /** @throws {CallSummaryError} `summary_not_found`, `summary_not_ready`, or one of the `pbx_…` codes */
  findSummary(cdrId: CdrId, extension: Extension): Promise<RecordedSummary>;
}
