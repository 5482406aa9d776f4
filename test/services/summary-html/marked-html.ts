import fc from 'fast-check';
import { harmlessNames, tag } from './wild-html.ts';

/** HTML in which every list entry has a mark of its own: `«1»`, `«2»` …, as many as `marks` says. */
export interface MarkedHtml {
  readonly html: string;
  readonly marks: number;
}

const words = fc.constantFrom('word ', '', 'x'.repeat(400), '&amp; ', 'The caller asked for a refund. '.repeat(40));

/** Marked entries among tags in any order that hide nothing. */
export const markedTangle: fc.Arbitrary<MarkedHtml> = fc
  .array(fc.tuple(fc.oneof(tag(harmlessNames), fc.constantFrom('', '</li>', '<br>')), words), {
    maxLength: 80,
    size: 'max',
  })
  .map((entries) => ({
    html: entries.map(([piece, said], index) => `${piece}<li>«${index + 1}» ${said}`).join(''),
    marks: entries.length,
  }));

const said = fc.constantFrom('', 'plain', '<b>bold</b>', '<p>block</p>', 'The caller asked for a refund. '.repeat(60));

/** Marked entries of well-formed lists in lists. */
export const markedLists: fc.Arbitrary<MarkedHtml> = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 10 }), fc.boolean(), said), { minLength: 1, maxLength: 100, size: 'max' })
  .map((entries) => ({ html: listsOf(entries), marks: entries.length }));

function listsOf(entries: readonly (readonly [depth: number, isOrdered: boolean, words: string])[]): string {
  const open: string[] = [];
  const pieces = entries.map(([wantedDepth, isOrdered, said], index) => {
    const isDeeper = wantedDepth >= open.length;
    const closed = isDeeper ? '' : `${closing(open.splice(wantedDepth + 1))}</li>`;
    const name = isOrdered ? 'ol' : 'ul';
    if (isDeeper) open.push(name);
    return `${closed}${isDeeper ? `<${name}>` : ''}<li>«${index + 1}» ${said}`;
  });
  return pieces.join('') + closing(open);
}

function closing(names: readonly string[]): string {
  return names
    .toReversed()
    .map((name) => `</li></${name}>`)
    .join('');
}

/** The marks in a text, in their order. */
export function marksIn(text: string): number[] {
  return Array.from(text.matchAll(/«(\d+)»/g), ([, mark]) => Number(mark));
}

/** One, two, three … up to a number. */
export function counting(to: number): number[] {
  return Array.from({ length: to }, (_nothing, index) => index + 1);
}
