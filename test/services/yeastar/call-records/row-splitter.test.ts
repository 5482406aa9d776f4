import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isCallSummaryError } from '../../../../src/errors.ts';
import { createRowSplitter } from '../../../../src/services/yeastar/call-records/row-splitter.ts';

interface Split {
  readonly rows: readonly (string | null)[];
  readonly rest: string | null;
}

/** Splits a text that arrives in chunks of these sizes, over and over. */
function split(text: string, sizes: readonly number[] = [text.length * 4 + 1], longestRow = 10_000): Split {
  const splitter = createRowSplitter(longestRow);
  const bytes = new TextEncoder().encode(text);
  const rows: (string | null)[] = [];
  for (let start = 0, turn = 0; start < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    rows.push(...splitter.rowsIn(bytes.subarray(start, start + size)));
    start += size;
  }
  return { rows, rest: splitter.end() };
}

const values = ({ rows }: Split) => rows.map((row) => (row === null ? null : JSON.parse(row)));
const isNotJson = (thrown: unknown) =>
  isCallSummaryError(thrown, 'pbx_unexpected') && thrown.details.fault === 'not JSON';

const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 });
const spaces = fc.constantFrom('', ' ', '\n', '\t\r\n  ');

test('however a list is cut into chunks, its rows are the same', () => {
  const rows = fc.array(fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' }), { maxLength: 12 });
  fc.assert(
    fc.property(rows, fc.constantFrom(0, 2), sizes, spaces, (list, indent, chunks, space) => {
      const text = `${space}${JSON.stringify(list, null, indent)}${space}`;
      const { rows: found, rest } = split(text, chunks);
      assert.deepEqual(
        found.map((row) => JSON.parse(row ?? '')),
        JSON.parse(JSON.stringify(list)),
      );
      assert.equal(rest, null);
    }),
    { numRuns: 500 },
  );
});

test('brackets, commas, quotation marks and backslashes inside texts end no row', () => {
  const nasty = fc.array(
    fc.string({ unit: fc.constantFrom('"', '\\', '[', ']', '{', '}', ',', 'ü', '中', '🙂', 'x') }),
  );
  fc.assert(
    fc.property(nasty, sizes, (texts, chunks) => {
      const list = texts.map((text) => ({ [text]: [text, { text }] }));
      assert.deepEqual(values(split(JSON.stringify(list), chunks)), list);
    }),
    { numRuns: 500 },
  );
});

test('a list without its end is never taken for whole', () => {
  const text = JSON.stringify([{ leg_id: '20260513223234-3EE9E', said: ['"]', '\\'] }, [1, [2]], 'three']);
  for (let length = 1; length < text.length; length += 1)
    assert.throws(() => split(text.slice(0, length), [7]), isNotJson, text.slice(0, length));
  assert.equal(split(text, [7]).rows.length, 3);
});

for (const text of ['[1}', '[{}}', '[1] [2]', '[1],', '[] x', '[1]]', '[{]}]', '[{"a":1]}]', '['])
  test(`${text} is refused`, () => assert.throws(() => split(text), isNotJson));

for (const text of ['[1,]', '[,]', '[1 2]', '[NaN]', '[{"a":1]]', "['a']"])
  test(`${text} is cut into rows of which one is not JSON`, () =>
    assert.throws(() => values(split(text)), SyntaxError));

for (const text of ['[]', ' [ ] ', '\n[\n]\n'])
  test(`${JSON.stringify(text)} has no row`, () => assert.deepEqual(split(text), { rows: [], rest: null }));

for (const text of ['{"errcode":10004}', '<html>[1,2]</html>', 'null', '""', '1', ''])
  test(`what is no list is handed back as it is: ${text}`, () =>
    assert.deepEqual(split(` ${text}`, [3]), { rows: [], rest: text }));

test('a byte order mark before the list is overlooked', () => {
  assert.deepEqual(split('\uFEFF[1,2]', [1]).rows, ['1', '2']);
});

test('a letter that is not whole is replaced and costs nobody a row', () => {
  const splitter = createRowSplitter(100);
  const bytes = Buffer.from('[{"a":"\xCA"},{"b":1}]', 'latin1');
  assert.deepEqual([...splitter.rowsIn(bytes)], ['{"a":"\uFFFD"}', '{"b":1}']);
});

test('a row that is too long is left out, and the rows around it are not', () => {
  const list = ['a', 'x'.repeat(98), 'y'.repeat(99), ['z'.repeat(500)], 'b'];
  for (const chunks of [[1], [64], [1_000]])
    assert.deepEqual(split(JSON.stringify(list), chunks, 100).rows, ['"a"', `"${'x'.repeat(98)}"`, null, null, '"b"']);
});
