import { cardsAmong, isCardNumber } from './card-numbers.ts';
import { digitsIn } from './digits.ts';
import type { Finding, MaskedKind } from './mask.ts';
import { withoutOrdinaryNumbers } from './ordinary-numbers.ts';

// What stands between the digits of one number: a dot, a space, a dash or slash with or without spaces, an area code in
// parentheses. A dot and a space end a sentence.
const between = String.raw`(?:[.·]|\p{Zs}?[\p{Pd}\u2212/]\p{Zs}?|\p{Zs}{1,2})?`;
const areaCode = String.raw`\(\p{Zs}?\+?(?:\p{Nd}\p{Zs}?){1,6}\)(?=${between}\p{Nd})`;
const row = new RegExp(String.raw`(?:\+\p{Zs}?)?(?:${areaCode}|\p{Nd})(?:${between}(?:${areaCode}|\p{Nd}))*`, 'gu');
const international = /^\(?\p{Zs}?\+/u;

/**
 * How many digits a phone number has. Fewer are an extension number, a year or a count; more are no phone number (E.164:
 * at most 15, and two for the prefix 00).
 */
const phoneDigits = { least: 7, leastInternational: 6, most: 12, mostWithPrefix: 17 };

/** Finds phone and card numbers, and numbers too long to be anything harmless, in a text whose digits are plain. */
export function findNumbers(text: string): readonly Finding[] {
  const rows = withoutOrdinaryNumbers(text).matchAll(row);
  return Array.from(rows, ({ 0: found, index }) => numbersIn(found, index)).flat();
}

/** A row of digits is one number, or holds card numbers with something before and after them. */
function numbersIn(found: string, index: number): readonly Finding[] {
  const kind = kindOf(digitsIn(found), international.test(found));
  if (kind === null) return [];
  const cards = kind === 'long_number' ? cardsAmong(found) : [];
  if (cards.length === 0) return [{ kind, start: index, end: index + found.length }];
  const others = [...cards, null].map((card, place) => {
    const from = cards[place - 1]?.end ?? 0;
    return Array.from(found.slice(from, card?.start).matchAll(row), (rest) =>
      numbersIn(rest[0], index + from + rest.index),
    ).flat();
  });
  const ofCards = cards.map(
    ({ start, end }) => ({ kind: 'card_number', start: index + start, end: index + end }) as const,
  );
  return [...ofCards, ...others.flat()];
}

function kindOf(digits: string, isInternational: boolean): MaskedKind | null {
  if (digits.length < (isInternational ? phoneDigits.leastInternational : phoneDigits.least)) return null;
  const hasPrefix = isInternational || digits.startsWith('0');
  if (!hasPrefix && isCardNumber(digits)) return 'card_number';
  return digits.length <= (hasPrefix ? phoneDigits.mostWithPrefix : phoneDigits.most) ? 'phone_number' : 'long_number';
}
