// A text in which all digits are ASCII is read here. Every pattern is bounded, so that none can become slow.
const noDigitAfter = '(?![./-]?[0-9])';
const alone = String.raw`(?<![0-9+)][./\p{Zs}\p{Pd}]{0,2})`;
const aloneAfter = String.raw`(?![./\p{Zs}\p{Pd}]{0,2}[0-9(])`;
const between = String.raw`\p{Zs}?[\p{Pd}/]\p{Zs}?`;

const year = '(?:19|20)[0-9]{2}';
const month = '(?:0?[1-9]|1[0-2])';
const day = '(?:0?[1-9]|[12][0-9]|3[01])';
const hour = '(?:[01]?[0-9]|2[0-3])';
const minute = '[0-5][0-9]';
const octet = '(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])';
const amount = String.raw`[1-9][0-9]{0,8}(?:[\p{Zs}.,'’][0-9]{3}){0,4}(?:[.,][0-9]{1,8})?`;
const currency = String.raw`(?:\p{Sc}|\b(?:EUR|USD|GBP|CHF)\b)`;

const phoneWord = '(?:tele?|tlf|fax|mob(?:ile?)?|m[oó]vil|cell(?:ular)?|celular|handy|gsm|call|phone|fono?)';
const numberWord = '(?<![A-Za-z])(?:no|nr|num|number|ph)';
const extensionWord = String.raw`\b(?:extensions?|extensi[oó]n(?:es)?|extn?s?|nebenstellen?|durchwahl(?:en)?|postes?)\b`;
const extensionList = String.raw`(?:[0-9]{2,5}(?:\p{Zs}?[\p{Pd}/,&]\p{Zs}?|\p{Zs}(?:and|or|to|und|et)\p{Zs})){0,8}`;
const rangeWords = String.raw`[\p{Zs}.:(]{0,3}(?:(?:numbers?|ranges?|from|between|are|in)[\p{Zs}:(]{1,2}){0,2}`;
const machine = `${octet}(?:\\.${octet}){3}${noDigitAfter}`;
const nearAddress = String.raw`\b(?:IPs?|IPv4|address(?:es)?)\b(?:(?!${phoneWord})[^0-9,;[\]\n\0]){0,16}`;

const patterns: readonly string[] = [
  // Dates: 2026-05-13, 13.05.2026, 5/13/26
  `(?<![0-9][./-]?)(?:${year}-${month}-${day}|${day}-${day}-(?:${year}|[0-9]{2}))${noDigitAfter}`,
  `(?<![0-9][./]?)${year}(?<ymd>[./])${month}\\k<ymd>${day}(?![./]?[0-9])`,
  `(?<![0-9][./]?)${day}(?<dmy>[./])${day}\\k<dmy>(?:${year}|[0-9]{2})(?![./]?[0-9])`,
  // Times: 22:33:44, 10.30-11.45
  `(?<![0-9:])${hour}:${minute}(?::${minute})?(?![0-9:])`,
  `${alone}${hour}\\.${minute}${between}${hour}\\.${minute}${aloneAfter}`,
  // From one year to another: 2025/2026
  `${alone}${year}${between}${year}${aloneAfter}`,
  // From one extension number to another, where it says so: extensions 3200-3299. Alone it may be a phone number.
  `(?=[0-9]{4,5}${between}[0-9]{4,5}${aloneAfter})${alone}(?<=${extensionWord}${rangeWords}${extensionList})(?<from>[0-9]{4,5})${between}(?<to>[0-9]{4,5})`,
  // Money and shares: 1.234.567,00 €, $1200000, 99.99999 %
  `${currency}\\p{Zs}?${amount}(?![0-9])`,
  `(?<![0-9+][\\p{Zs}.,'’-]?)${amount}\\p{Zs}?(?:%|‰|${currency}(?!\\p{Zs}?[0-9])|\\b(?:euros?|dollars?|pounds?|percent)\\b)`,
  // Addresses of machines: 192.168.100.200. With parts of two digits, as in 22.33.44.55, only where it says so.
  `(?<![0-9+)][\\p{Zs}.-]?)(?=(?:[0-9]{1,2}\\.){0,3}[0-9]{3})${machine}`,
  `(?=[0-9])(?<![0-9+)][\\p{Zs}.-]?)(?<=${nearAddress})${machine}`,
  // Versions, which phone numbers hardly resemble: 10.0.19045.3803
  `(?<![0-9+)][\\p{Zs}.-]?)[0-9]{1,4}(?:\\.[0-9]{1,6}){0,2}\\.[0-9](?:\\.[0-9]{1,6}){1,2}${noDigitAfter}`,
  // Names of things: leg ids, CVE-2026-22036, INC0012345; not T-5551234 nor tel5551234
  '(?<![0-9A-Za-z+])20[0-9]{12}-[0-9A-Fa-f]{4,6}(?![0-9A-Za-z])',
  '(?<![A-Za-z])CVE-[0-9]{4}-[0-9]{4,7}(?![0-9])',
  `(?=[0-9])(?<=[A-Za-z]{2}[-_]?)(?<!(?:${phoneWord}|${numberWord})[-_]?)[0-9]{7,9}(?![\\p{Zs}./\\p{Pd}]{0,2}[0-9(])`,
];
const ordinary = new RegExp(patterns.join('|'), 'giu');

/**
 * The text with blanks where a number is plainly a date, a time, a price, a version or the name of something, so that it
 * is not taken for a phone number. Each character stays at its place.
 */
export const withoutOrdinaryNumbers = (text: string): string =>
  text.replace(ordinary, (found, ...rest: readonly unknown[]) =>
    descends(rest.at(-1)) ? found : '\0'.repeat(found.length),
  );

/** Whether what was found has bounds, and the second is not above the first: then it is no range. */
function descends(groups: unknown): boolean {
  const { from, to } = Object(groups);
  return typeof from === 'string' && typeof to === 'string' && Number(to) <= Number(from);
}
