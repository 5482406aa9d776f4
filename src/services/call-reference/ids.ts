import type { CdrId, ExtensionNumber } from '../call-summary.ts';

// Only this form was ever seen of a leg id, but no page promises it; ids that merely resemble it are asked for as given.
const usualLegId = /(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)-[0-9A-F]{5}/i;
const usualLegIdAlone = new RegExp(`^${usualLegId.source}$`, 'i');
const usualLegIds = new RegExp(`(?<![0-9A-Z])${usualLegId.source}(?![0-9A-Z])`, 'gi');
const anyLegId = /^(?=(?:.*\d){6})[0-9A-Za-z]+(?:[-_][0-9A-Za-z]+)+$/;
const longestLegId = 64;
const wholeCallId = /^\d{14}[0-9A-Fa-f]{5}$/;
const dialable = /^\d{1,10}$/;

/** Every leg id of the usual form in a text, also inside links and brackets, each once, in the PBX's upper case. */
export function findLegIds(text: string): readonly CdrId[] {
  const found = Array.from(text.matchAll(usualLegIds), ([match]) => match.toUpperCase() as CdrId);
  return [...new Set(found)];
}

/** The text with every leg id of the usual form taken out. */
export const withoutLegIds = (text: string): string => text.replaceAll(usualLegIds, ' ');

/** The digits at the beginning of a leg id of the usual form, which are a moment by the PBX's own clock. */
export interface LegIdParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
  readonly second: string;
}

/** What a leg id of the usual form spells; null where a text is none. Whether there is such a moment is not looked at. */
export function usualLegIdParts(text: string): LegIdParts | null {
  const found = usualLegIdAlone.exec(text);
  if (found === null) return null;
  const [, year = '', month = '', day = '', hour = '', minute = '', second = ''] = found;
  return { year, month, day, hour, minute, second };
}

/** A word that is built like a leg id: of the usual form, or of one that resembles it. */
export const parseLegId = (word: string): CdrId | null =>
  word.length <= longestLegId && anyLegId.test(word) ? (word as CdrId) : null;

/** A word that people could dial to reach an extension. */
export const parseExtensionNumber = (word: string): ExtensionNumber | null =>
  dialable.test(word) ? (word as ExtensionNumber) : null;

/** Whether a word is the id of a whole call (the PBX's `uid`), which looks much like a leg id without its dash. */
export const isWholeCallId = (word: string): boolean => wholeCallId.test(word);
