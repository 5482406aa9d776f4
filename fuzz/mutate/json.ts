import fc from 'fast-check';
import { attackStrings } from '../../test/services/summary-html/attack-strings.ts';
import { type Edit, place, textEdit } from './text.ts';

/** Makes another value of a JSON value. */
export type JsonEdit = (value: unknown) => unknown;

// Written in place of a value and replaced once the JSON is a text: no value in memory would be written like this.
const written: Readonly<Record<string, string>> = {
  '#huge': '1e400',
  '#tiny': '-1e-400',
  '#long': '9'.repeat(400),
  '#deep': `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
  '#deepObject': `${'{"a":'.repeat(2_000)}1${'}'.repeat(2_000)}`,
};

/** The value as text, with the numbers and depths that only a text can have. */
export const jsonTextOf = (value: unknown): string =>
  (JSON.stringify(value) ?? 'null').replaceAll(/"(#\w+)"/g, (whole, name) => written[name] ?? whole);

const oddNumbers = [0, -0, -1, 0.5, 1e21, 2 ** 53, -(2 ** 63), 1e308, 5e-324, 99999999999999];
const oddTexts = [
  '',
  ' ',
  '0',
  '-1',
  'null',
  'NaN',
  '\u0000',
  '\uD800',
  '__proto__',
  'constructor',
  '../..',
  'x'.repeat(5_000),
];
const odd = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], { toString: 1 }, { length: 1e9 }, ...oddNumbers),
  fc.constantFrom<unknown>(...oddTexts, ...Object.keys(written)),
  fc.constantFrom<unknown>(...attackStrings),
  fc.jsonValue({ maxDepth: 3 }),
);
const keys = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then', '0', 'length', ''];

type Change = (parent: Container, key: string) => void;
type Container = Record<string, unknown>;

const put = (parent: Container, key: string, value: unknown): void => {
  if (Array.isArray(parent) && !/^\d+$/.test(key)) return;
  Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true });
};

const rewriting =
  (edit: Edit): Change =>
  (parent, key) => {
    const text = parent[key];
    if (typeof text === 'string') put(parent, key, edit(text));
  };

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 4, arbitrary: textEdit(attackStrings).map(rewriting) },
  {
    weight: 5,
    arbitrary: odd.map(
      (value): Change =>
        (parent, key) =>
          put(parent, key, structuredClone(value)),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constant<Change>((parent, key) => {
      delete parent[key];
    }),
  },
  { weight: 1, arbitrary: fc.constant<Change>((parent, key) => put(parent, key, [parent[key]])) },
  { weight: 1, arbitrary: fc.constant<Change>((parent, key) => put(parent, key, JSON.stringify(parent[key]))) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...keys), odd).map(
      ([name, value]): Change =>
        (parent) =>
          put(parent, name, structuredClone(value)),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constant<Change>((parent, key) => {
      if (Array.isArray(parent)) parent.push(...parent.map((each) => structuredClone(each)));
      else put(parent, `${key}2`, structuredClone(parent[key]));
    }),
  },
);

/** Every place in a value, each by what it stands in. */
function placesIn(value: unknown): readonly (readonly [Container, string])[] {
  if (typeof value !== 'object' || value === null) return [];
  const container = value as Container;
  return Object.keys(container).flatMap((key) => [[container, key] as const, ...placesIn(container[key])]);
}

/** Something in a value, wherever it stands, is another, missing, doubled, wrapped, or named like a part of the language. */
export const jsonEdit: fc.Arbitrary<JsonEdit> = fc.tuple(place, change).map(([at, apply]) => (value) => {
  const changed = structuredClone({ root: value });
  const places = placesIn(changed);
  const [parent, key] = places[at % places.length] ?? [changed, 'root'];
  apply(parent, key);
  return changed.root;
});

/** One of these values after a few edits, as text. */
export const mutatedJson = (sources: readonly unknown[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...sources), fc.array(jsonEdit, { maxLength: 5 }))
    .map(([source, edits]) => jsonTextOf(edits.reduce((value, edit) => edit(value), source)));
