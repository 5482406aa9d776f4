const digit = /\p{Nd}/u;
const foreignDigit = /[\p{Nd}--[0-9]]/gv;
const fullWidth = /[\uFF01-\uFF5E]/g;
/** Digits met so far; there are some hundreds. */
const values = new Map<string, number>();

/** The digits of a text, in whatever script they are written, as 0 to 9. */
export const digitsIn = (text: string): string =>
  text.replace(/\P{Nd}+/gu, '').replace(foreignDigit, (found) => String(digitValue(found)));

/**
 * The text with digits of every script, and full-width signs, written in ASCII. Each character stays at its place, so
 * that what is found here can be masked there; digits that take two places (mathematical ones) stay as they are.
 */
export const inPlainDigits = (text: string): string =>
  text
    .replace(fullWidth, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(foreignDigit, (found) => (found.length === 1 ? String(digitValue(found)) : found));

function digitValue(found: string): number {
  const known = values.get(found) ?? valueInScript(found);
  values.set(found, known);
  return known;
}

// Unicode: the decimal digits of a script stand beside each other, from 0 to 9; a few sets of ten follow one another.
function valueInScript(found: string): number {
  const codePoint = found.codePointAt(0) ?? 0;
  let zero = codePoint;
  while (digit.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (codePoint - zero) % 10;
}
