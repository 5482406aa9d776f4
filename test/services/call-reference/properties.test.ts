import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isCallSummaryError } from '../../../src/errors.ts';
import { parseCallReference } from '../../../src/services/call-reference/parse.ts';

const digits = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...'0 1 2 3 4 5 6 7 8 9'.split(' ')), minLength, maxLength });
const hexadecimal = fc.string({
  unit: fc.constantFrom(...'0 1 2 3 4 5 6 7 8 9 A B C D E F'.split(' ')),
  minLength: 5,
  maxLength: 5,
});
const legId = fc.tuple(digits(14, 14), hexadecimal).map(([time, rest]) => `${time}-${rest}`);
const extensionNumber = digits(1, 10);

const anyText = fc.array(fc.nat(0xffff), { maxLength: 200 }).map((codes) => String.fromCharCode(...codes));

const junk = fc.oneof(
  anyText,
  fc.string({ maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        '<',
        '>',
        '|',
        '@',
        '#',
        '!',
        'https://',
        'ext',
        '-',
        '_',
        '*',
        '3202',
        '20260513223234-3EE9E',
        ' ',
      ),
    )
    .map((pieces) => pieces.join('')),
);

/** What comes of a line: a reference, or the kind of problem. */
function outcomeOf(typed: string): unknown {
  try {
    return parseCallReference(typed);
  } catch (thrown) {
    return isCallSummaryError(thrown, 'usage') ? thrown.details.problem.kind : thrown;
  }
}

test('whatever is typed, it is either a reference or a usage problem', () => {
  fc.assert(
    fc.property(junk, (typed) => {
      try {
        const reference = parseCallReference(typed);
        assert.match(reference.cdrId, /^[0-9A-Za-z]+([-_][0-9A-Za-z]+)+$/);
        assert.match(reference.extensionNumber, /^\d{1,10}$/);
      } catch (thrown) {
        assert.ok(isCallSummaryError(thrown, 'usage'), String(thrown));
      }
    }),
    { numRuns: 1_000 },
  );
});

test('what is understood stood there: nothing is invented, and no number is cut out of a longer one', () => {
  fc.assert(
    fc.property(junk, legId, extensionNumber, (words, cdrId, number) => {
      const typed = `${words} ${cdrId} ${number}`;
      try {
        const reference = parseCallReference(typed);
        assert.ok(typed.toUpperCase().includes(reference.cdrId.toUpperCase()));
        assert.match(typed.normalize('NFKC'), new RegExp(`(?<!\\d)${reference.extensionNumber}(?!\\d)`));
      } catch (thrown) {
        assert.ok(isCallSummaryError(thrown, 'usage'), String(thrown));
      }
    }),
  );
});

const brackets = fc.constantFrom(
  ['', ''],
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['<', '>'],
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['“', '”'],
  ['«', '»'],
  ['*', '*'],
  ['_', '_'],
  ['~', '~'],
  ['*_', '_*'],
);
const gap = fc.constantFrom(' ', '  ', '\t', '\n', '\u00A0', ', ', ' ; ', ' | ', ' - ', '\u200B ');
const filler = fc.constantFrom(
  '',
  'call',
  'leg',
  'cdr_id:',
  'for ext',
  'extension',
  'Please',
  '<@U0LEO>',
  '@leo',
  'the summary of',
);
const isLower = fc.boolean();
const isReversed = fc.boolean();

test('a reference survives quotes, brackets, fillers, either case and either order', () => {
  const decoration = fc.record({ brackets, otherBrackets: brackets, gap, filler, isLower, isReversed });
  fc.assert(
    fc.property(legId, extensionNumber, decoration, (cdrId, number, how) => {
      const first = how.brackets.join(how.isLower ? cdrId.toLowerCase() : cdrId);
      const second = how.otherBrackets.join(number);
      const typed = (how.isReversed ? [second, first] : [first, second]).join(how.gap);
      assert.deepEqual(parseCallReference(`${how.filler} ${typed}`), { cdrId, extensionNumber: number });
    }),
    { numRuns: 500 },
  );
});

test('two different leg ids, or two different numbers, are never chosen between', () => {
  fc.assert(
    fc.property(legId, legId, extensionNumber, extensionNumber, (one, two, mine, yours) => {
      fc.pre(one !== two && mine !== yours);
      assert.equal(outcomeOf(`${one} ${mine} ${two}`), 'several_cdr_ids');
      assert.equal(outcomeOf(`${mine} ${one} ${yours}`), 'several_extension_numbers');
    }),
  );
});

/** The fastest of a few tries, in milliseconds: a busy machine makes things slower, never faster. */
function fastest(work: () => unknown): number {
  const tries = Array.from({ length: 5 }, () => {
    const startedAt = performance.now();
    try {
      work();
    } catch {
      // How long it takes is the question here, not what comes of it.
    }
    return performance.now() - startedAt;
  });
  return Math.min(...tries);
}

const tiresome = [
  '*',
  '_',
  '<@',
  '<https:',
  '<https:|',
  '<',
  '|',
  '1',
  '1-',
  '11111-',
  'a1_',
  'https://',
  '<http:/|',
  '@',
  '\u200B',
  '\uFDFA',
  'ext ',
  '20260513223234-3EE9E',
];

test('two thousand characters of junk take a few milliseconds, whatever they are', () => {
  for (const unit of tiresome) {
    const typed = unit.repeat(2_000).slice(0, 2_000);
    const took = Math.max(...[typed, `${typed.slice(1)}x`].map((line) => fastest(() => parseCallReference(line))));
    assert.ok(took < 40, `${JSON.stringify(unit)} took ${took} ms`);
  }
});

test('what is pasted beyond two thousand characters is not even looked at', () => {
  const typed = `20260513223234-3EE9E 3202 ${' '.repeat(2_000)}${'3203 '.repeat(1_000_000)}`;
  assert.equal(parseCallReference(typed).extensionNumber, '3202');
  assert.ok(fastest(() => parseCallReference(typed)) < 40);
});

test('a line that is cut at two thousand characters is not cut through a number or an id', () => {
  const leg = '20260513223234-3EE9E';
  for (let digitsLeft = 0; digitsLeft <= 5; digitsLeft += 1) {
    const typed = `${leg}${' '.repeat(2_000 - leg.length - digitsLeft)}3202`;
    const expected = digitsLeft < 4 ? 'extension_number_missing' : { cdrId: leg, extensionNumber: '3202' };
    assert.deepEqual(outcomeOf(typed), expected, `${digitsLeft} digits before the cut`);
  }
  assert.equal(outcomeOf(`${leg} `.repeat(2_000)), 'extension_number_missing');
});
