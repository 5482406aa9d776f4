import type { CdrId, ExtensionNumber } from '../call-summary.ts';
import { findLegIds, parseExtensionNumber, withoutLegIds } from './ids.ts';
import { foldLookAlikes } from './words.ts';

/** What a message seems to be about: proposals for a form a person then looks at, never something to act upon. */
export interface SuggestedReference {
  readonly cdrId: CdrId | null;
  readonly extensionNumber: ExtensionNumber | null;
}

const legMark = '\uFFFC';
const labelled = /\bext(?:ension)?\b[.:#=\s]{0,3}(\d{1,8})\b/gi;
const inBrackets = /\((\d{1,8})\)/g;
// A time or a share beside the id is no extension.
const besideLegId = /(?:\uFFFC[\s,/·|]{0,3}(\d{1,8})\b(?![:.,]\d|\s?%)|(?<![:.,\d])\b(\d{1,8})[\s,/·|]{0,3}\uFFFC)/g;

/**
 * The one leg id and the one extension a text holds; null where it holds none, or several. What is called an extension
 * counts before what stands in brackets, and that before what stands beside the leg id.
 */
export function suggestReference(text: string): SuggestedReference {
  const folded = foldLookAlikes(text);
  const rest = withoutLegIds(folded);
  const places = [matches(rest, labelled), matches(rest, inBrackets), matches(markLegIds(folded), besideLegId)];
  const number = only(places.find((found) => found.length > 0) ?? []);
  return { cdrId: only(findLegIds(folded)), extensionNumber: number === null ? null : parseExtensionNumber(number) };
}

const markLegIds = (text: string) =>
  findLegIds(text).reduce((marked, id) => marked.replaceAll(new RegExp(id, 'gi'), legMark), text);
const matches = (text: string, pattern: RegExp) => [
  ...new Set(Array.from(text.matchAll(pattern), ([, first, second]) => first ?? second ?? '')),
];
const only = <T>(found: readonly T[]): T | null => (found.length === 1 ? (found[0] ?? null) : null);
