import { parseExtensionNumber, parseLegId } from '../services/call-reference/ids.ts';

/** What an administrator wants explained. */
export type Question =
  | { readonly kind: 'who'; readonly extensionNumber: string }
  | {
      readonly kind: 'can';
      readonly personId: string;
      readonly extensionNumber: string;
      /** With a leg id the answer is for that call; without one, for the extension. */
      readonly cdrId: string | null;
    };

export const usage = [
  'npm run access -- who 3202                     who may read the calls of extension 3202',
  'npm run access -- can U012ABC3DEF 3202         whether this person may, and which rule says so',
  'npm run access -- can U012ABC3DEF 3202 20260513223234-3EE9E     the same for one call',
].join('\n');

/** The words behind `npm run access --`; null where they are no question. */
export function readQuestion(words: readonly string[]): Question | null {
  const [verb, ...rest] = words;
  if (verb === 'who') return who(rest);
  return verb === 'can' ? can(rest) : null;
}

function who([number = '', ...more]: readonly string[]): Question | null {
  const extensionNumber = parseExtensionNumber(number);
  return extensionNumber === null || more.length > 0 ? null : { kind: 'who', extensionNumber };
}

function can([personId = '', number = '', legId, ...more]: readonly string[]): Question | null {
  const extensionNumber = parseExtensionNumber(number);
  const cdrId = legId === undefined ? null : parseLegId(legId);
  const isLegId = legId === undefined || cdrId !== null;
  const isPerson = /^[UW][A-Z0-9]+$/.test(personId);
  if (extensionNumber === null || !isLegId || !isPerson || more.length > 0) return null;
  return { kind: 'can', personId, extensionNumber, cdrId };
}
