import type { CallReference, ExtensionNumber } from '../call-summary.ts';
import { parseExtensionNumber } from './ids.ts';
import { parseCallReference } from './parse.ts';

/** What somebody wants who typed a command: how it works, one call, or calls to choose from. */
export type CommandWish =
  | { readonly kind: 'help' }
  | { readonly kind: 'call'; readonly reference: CallReference }
  /** One extension's calls, the person's own, or, with null, all that they may read. */
  | { readonly kind: 'list'; readonly whose: ExtensionNumber | 'mine' | null };

/** Reads what stands behind a command. @throws {CallSummaryError} `usage` for what is none of these */
export function parseCommandText(text: string): CommandWish {
  const typed = text.trim();
  if (typed === '') return { kind: 'list', whose: null };
  if (/^(help|hilfe|aide|ayuda|\?)$/i.test(typed)) return { kind: 'help' };
  if (/^(me|my|mine|ich|moi|yo)$/i.test(typed)) return { kind: 'list', whose: 'mine' };
  const extensionNumber = parseExtensionNumber(typed);
  if (extensionNumber !== null) return { kind: 'list', whose: extensionNumber };
  return { kind: 'call', reference: parseCallReference(text) };
}
