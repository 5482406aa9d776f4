import type { SummaryDocument } from './summary-document.ts';

declare const brand: unique symbol;

/** The id of one call leg, as the PBX writes it: `20260513223234-3EE9E`. Made only by parsing, never by casting. */
export type CdrId = string & { readonly [brand]: 'CdrId' };

/** The number people dial to reach an extension: `3202`. Not the PBX's internal extension id. */
export type ExtensionNumber = string & { readonly [brand]: 'ExtensionNumber' };

/** Which summary a person asks for: one call leg, as one extension's party saw it. */
export interface CallReference {
  readonly cdrId: CdrId;
  readonly extensionNumber: ExtensionNumber;
}

/** One party's AI summary of one call leg. */
export interface CallSummary {
  readonly reference: CallReference;
  /** The PBX's display text for the extension, role and name mixed: `Human Agent - Leo Ball`. Clean, may be empty. */
  readonly name: string;
  /** When the PBX wrote the summary; null where it gave no readable time. */
  readonly summarisedAt: Date | null;
  readonly document: SummaryDocument;
  /** Changes whenever what is shown would change; equal for equal summaries. */
  readonly fingerprint: string;
}
