import type { Message } from '../message.ts';
import { objectsIn, readAloud, shownStrings } from './slack-strings.ts';

/** An entry of a list as people see it, and how far it is indented: spaces, or levels of a rich text. */
export interface ShownEntry {
  readonly words: string;
  readonly indent: number;
}

const entryLine = /^( *)(?:[•◦▪‣*+-]|\d+[.)]) +(.*\S)/;

/** The entries of lists that a message shows: lines that begin with a bullet or number, and entries of rich text lists. */
export function shownEntries(message: Message): ShownEntry[] {
  return [...shownStrings(message).flatMap((string) => linesOf(readAloud(string))), ...richEntries(message)];
}

/** How many of these entries a message shows as entries of a list. */
export function entriesKept(message: Message, entries: readonly string[]): number {
  const shown = new Set(shownEntries(message).map(({ words }) => words));
  return entries.filter((entry) => shown.has(entry)).length;
}

function linesOf(text: string): ShownEntry[] {
  return text.split('\n').flatMap((line) => {
    const [, indent, words] = entryLine.exec(line) ?? [];
    return indent === undefined || words === undefined ? [] : { words, indent: indent.length };
  });
}

function richEntries({ blocks }: Message): ShownEntry[] {
  return objectsIn(blocks)
    .filter(({ type }) => type === 'rich_text_list')
    .flatMap(({ elements, indent }) =>
      Array.isArray(elements) ? elements.map((entry) => ({ words: wordsOf(entry), indent: Number(indent ?? 0) })) : [],
    );
}

function wordsOf(entry: unknown): string {
  return objectsIn(entry)
    .map(({ text }) => (typeof text === 'string' ? text : ''))
    .join('')
    .trim();
}
