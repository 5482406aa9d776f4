import { isObject, type JsonObject, stringIn } from '../../simulators/slack/json.ts';

/** The words on a button or an entry. */
export const labelOf = ({ text }: JsonObject): string => (isObject(text) ? (stringIn(text, 'text') ?? '') : '');

/** Words as people type them: without regard for case, and for the "…" after them. */
export const plainly = (words: string): string =>
  words
    .trim()
    .toLowerCase()
    .replace(/(…|\.\.\.)$/, '');

/** Things by name, for somebody who named another one. */
export const listed = (names: readonly string[]): string =>
  names.length === 0 ? 'none' : [...new Set(names)].map((name) => `“${name}”`).join(', ');
