import { digitsIn } from './digits.ts';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

// How card numbers are written: without a gap, by fours, 4-6-5 (American Express) and 4-6-4 (Diners Club).
const forms = ['13,19', '4 4 4 4', '4 6 5', '4 6 4'].map((form) => {
  const groups = form.split(' ').map((length) => `\\p{Nd}{${length}}`);
  return new RegExp(`(?<!\\p{Nd})(?=(${groups.join('\\P{Nd}{1,3}')})(?!\\p{Nd}))`, 'gu');
});
const doubled = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9];

/** Whether digits are those of a payment card: 13 to 19 of them that fit their check digit (ISO/IEC 7812-1). */
export const isCardNumber = (digits: string): boolean => /^[1-9][0-9]{12,18}$/.test(digits) && fitsCheckDigit(digits);

/** Where card numbers stand within a longer row of digits, in its order. */
export function cardsAmong(row: string): readonly Stretch[] {
  const candidates = forms.flatMap((form) =>
    Array.from(row.matchAll(form), ({ 1: found = '', index }) => ({ found, index })),
  );
  const cards = candidates
    .filter(({ found }) => isCardNumber(digitsIn(found)))
    .map(({ found, index }) => ({ start: index, end: index + found.length }))
    .toSorted((one, other) => one.start - other.start);
  let end = 0;
  return cards.filter((card) => {
    const isApart = card.start >= end;
    if (isApart) end = card.end;
    return isApart;
  });
}

function fitsCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let place = 1; place <= digits.length; place += 1) {
    const value = digits.charCodeAt(digits.length - place) - 48;
    sum += place % 2 === 1 ? value : (doubled[value] ?? 0);
  }
  return sum % 10 === 0;
}
