import fc from 'fast-check';
import { attackStrings } from './attack-strings.ts';

/** Names of elements that hide nothing of what stands in them. */
export const harmlessNames =
  'ul ol li p b i em strong code h2 h3 div blockquote table tr td th dl dt dd span pre section font a'.split(' ');
const droppedNames = 'script style svg template textarea head title noscript math iframe'.split(' ');
const swallowers = ['<!--', '<p title="', "<a href='", '<![CDATA[', '</', '<', '&', '<plaintext>'];
const attributes = ['', ' start="7"', ' href="https://evil.example/a"', ' class="x"', ' value=3', ' a="<b>"', ' /'];

/** An opening or closing tag. */
export function tag(names: readonly string[]): fc.Arbitrary<string> {
  const opened = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...attributes));
  return fc.oneof(
    opened.map(([name, given]) => `<${name}${given}>`),
    fc.constantFrom(...names).map((name) => `</${name}>`),
  );
}

const commonWords = [
  'login',
  'The caller asked.',
  'Key Points:',
  'Follow-Up Actions',
  ' ',
  '\n',
  '&nbsp;',
  '12',
  '登录问题',
  'שלום',
];
const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...commonWords) },
  { weight: 3, arbitrary: fc.constantFrom(...attackStrings) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
);

const element = fc.tuple(fc.constantFrom(...harmlessNames), word).map(([name, words]) => `<${name}>${words}</${name}>`);
const hidden = fc.tuple(fc.constantFrom(...droppedNames), word).map(([name, words]) => `<${name}>${words}</${name}>`);
const repeated = fc
  .tuple(fc.oneof(element, fc.constantFrom(...commonWords)), fc.integer({ min: 2, max: 600 }))
  .map(([piece, times]) => piece.repeat(times));

/** Anything at all: tags in any order, closed or not, with whatever text, and some pieces many times. */
export const wildHtml: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 20, arbitrary: tag(harmlessNames) },
      { weight: 20, arbitrary: word },
      { weight: 8, arbitrary: element },
      { weight: 4, arbitrary: repeated },
      { weight: 2, arbitrary: hidden },
      { weight: 1, arbitrary: fc.oneof(tag(droppedNames), fc.constantFrom(...swallowers)) },
    ),
    { maxLength: 50, size: 'max' },
  )
  .map((pieces) => pieces.join(''));
