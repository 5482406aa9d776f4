import fc from 'fast-check';

/** Makes another text of a text. */
export type Edit = (text: string) => string;

/** A place in a text of any length. */
export const place = fc.nat(0xffff_ffff);

/** The place in this text; where they are equal texts, equal places. */
export const placeIn = (text: string, at: number): number => Math.floor((at / 0x1_0000_0000) * (text.length + 1));

/** From one place to a later one, at most so far. */
const stretch = (longest: number) => fc.record({ at: place, length: fc.nat(longest) });
type Stretch = { readonly at: number; readonly length: number };

const cutting =
  ({ at, length }: Stretch): Edit =>
  (text) =>
    text.slice(0, placeIn(text, at)) + text.slice(placeIn(text, at) + length);

const repeating =
  ({ at, length }: Stretch, times: number): Edit =>
  (text) => {
    const start = placeIn(text, at);
    return text.slice(0, start) + text.slice(start, start + length).repeat(times) + text.slice(start + length);
  };

const moving =
  ({ at, length }: Stretch, to: number): Edit =>
  (text) => {
    const moved = text.slice(placeIn(text, at), placeIn(text, at) + length);
    return inserting(moved, to)(cutting({ at, length })(text));
  };

/** Puts a piece somewhere. */
export const inserting =
  (piece: string, at: number): Edit =>
  (text) =>
    text.slice(0, placeIn(text, at)) + piece + text.slice(placeIn(text, at));

/** Takes something out, puts something of these in, doubles, multiplies or moves a stretch. */
export const textEdit = (pieces: readonly string[]): fc.Arbitrary<Edit> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.tuple(fc.constantFrom(...pieces), place).map(([piece, at]) => inserting(piece, at)) },
    { weight: 3, arbitrary: stretch(30).map(cutting) },
    { weight: 1, arbitrary: stretch(2_000).map(cutting) },
    { weight: 2, arbitrary: fc.tuple(stretch(60), place).map(([from, to]) => moving(from, to)) },
    {
      weight: 2,
      arbitrary: fc.tuple(stretch(60), fc.integer({ min: 2, max: 20 })).map(([part, times]) => repeating(part, times)),
    },
  );

/** One of these texts after a few edits. */
export const mutated = (sources: readonly string[], edit: fc.Arbitrary<Edit>, most = 6): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...sources), fc.array(edit, { minLength: 1, maxLength: most }))
    .map(([source, edits]) => edits.reduce((text, change) => change(text), source));
