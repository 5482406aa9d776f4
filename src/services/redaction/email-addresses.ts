import { type Finding, withBlanks } from './mask.ts';

// What may stand in an address (RFC 5322, with the letters of every script). A text is looked at stretch by stretch, so
// that it costs no more than its length.
const stretch = /[\p{L}\p{M}\p{N}.@!#$%&'’"*+/=?^_`{|}~-]+/gu;
const firstSign = /[\p{L}\p{M}\p{N}]/u;
const untilLastSign = /^.*[\p{L}\p{M}\p{N}]/su;
const dottedName = /[\p{L}\p{M}\p{N}]\.[\p{L}\p{M}\p{N}]/u;

const word = String.raw`[\p{L}\p{M}\p{N}_%+'-]+`;
const wordBegins = String.raw`(?<![\p{L}\p{M}\p{N}_%+'-])`;
const topLevel = String.raw`[\p{L}\p{M}]{2}[\p{L}\p{M}\p{N}_%+'-]*`;
const inBrackets = (words: string) => String.raw`\p{Zs}?[(\[{]\p{Zs}?(?:${words})\p{Zs}?[)\]}]\p{Zs}?`;
const spokenDot = String.raw`\p{Zs}(?:dot|punkt|punto)\p{Zs}`;
const dot = String.raw`(?:\.|${inBrackets(String.raw`dot|punkt|punto|\.`)}|${spokenDot})`;
const joint = String.raw`(?:${dot}|\p{Zs}(?:underscore|minus|dash|hyphen|plus)\p{Zs})`;
const at = String.raw`(?:\p{Zs}?@\p{Zs}?|${inBrackets('at|ät|arroba|@')})`;
const words = `${word}(?:${joint}${word}){0,5}`;
// "at" and a domain alone are everyday words ("the error at example.com"), except where so many have their mailbox.
const mailboxes = '(?:gmail|googlemail|outlook|hotmail|yahoo|icloud|gmx|web|proton|protonmail|aol|live|msn)';
const anyAt = /@|\bat\b|ät|arroba/iu;
const spelled = new RegExp(
  [
    `${words}${at}${words}${dot}${topLevel}`,
    String.raw`${words}(?:${at}|\p{Zs}(?:at|ät|arroba)\p{Zs})${words}${spokenDot}${topLevel}`,
    String.raw`${words}\p{Zs}(?:at|ät)\p{Zs}${mailboxes}\.(?:co\.)?${topLevel}`,
  ]
    .map((form) => wordBegins + form)
    .join('|'),
  'giu',
);

/** Finds e-mail addresses: as they are written, and, best effort, spelled as in "leo (at) example dot com". */
export function findEmailAddresses(text: string): readonly Finding[] {
  if (!anyAt.test(text)) return [];
  const written = Array.from(text.matchAll(stretch), ({ 0: found, index }) => writtenAddress(found, index)).flat();
  const rest = withBlanks(text, written);
  const spoken = Array.from(rest.matchAll(spelled), ({ 0: found, index }) => address(index, index + found.length));
  return [...written, ...spoken].toSorted((one, other) => one.start - other.start);
}

/** A stretch that holds an address is masked as a whole, but for the marks around it. */
function writtenAddress(found: string, index: number): Finding | [] {
  const sides = found.split('@');
  const isAddress = sides.some((side, place) => firstSign.test(side) && dottedName.test(sides[place + 1] ?? ''));
  if (!isAddress) return [];
  return address(index + found.search(firstSign), index + (untilLastSign.exec(found)?.[0].length ?? found.length));
}

const address = (start: number, end: number): Finding => ({ kind: 'email_address', start, end });
