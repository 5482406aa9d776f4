import type { SpellMoment } from './spelled-dates.ts';

/** A call as a search sees it. */
export interface SearchableCall {
  /** Folded words, each after a space: the other party's name and number, the extension number. */
  readonly words: string;
  /** The other party's number, digits only. */
  readonly digits: string;
  /** Folded leg id. */
  readonly legId: string;
  readonly startedAt: Date | null;
}

const longestSearch = 200;
const mostWords = 12;

// Two digits are a day, or how a number begins: as a part of any number they would find nearly everything.
const fewDigits = /^\d{1,2}$/;
const numberLike = /^[+\d()./-]+$/;
const fewestDigits = 3;

/** Text in which case, accents and letter forms make no difference. */
export const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Text as digits alone. */
export const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** Whether a call has every word that was typed: in its names, numbers, leg id, or in how its moment is spelled. */
export function createMatcher(search: string, spellMoment: SpellMoment): (call: SearchableCall) => boolean {
  const words = folded(search.slice(0, longestSearch))
    .split(/[\s,;·]+/)
    .filter((word) => word !== '')
    .slice(0, mostWords)
    .map(wordMatcher);
  return (call) => words.every((matches) => matches(call, spellMoment));
}

type WordMatcher = (call: SearchableCall, spellMoment: SpellMoment) => boolean;

function wordMatcher(word: string): WordMatcher {
  const momentHas = (part: string, { startedAt }: SearchableCall, spellMoment: SpellMoment) =>
    startedAt !== null && spellMoment(startedAt).includes(part);
  if (fewDigits.test(word))
    return (call, spellMoment) => call.words.includes(` ${word}`) || momentHas(` ${word} `, call, spellMoment);
  const digits = numberLike.test(word) ? digitsOf(word) : '';
  return (call, spellMoment) =>
    call.words.includes(word) ||
    (digits.length >= fewestDigits && call.digits.includes(digits)) ||
    (word.length >= fewestDigits && call.legId.startsWith(word)) ||
    momentHas(word, call, spellMoment);
}
