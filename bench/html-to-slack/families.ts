import { slowHtml } from '../../test/services/summary-html/slow-html.ts';

/** HTML made to be slow, by its family's name, for a length in characters: those the tests know, and one of the peers'. */
export const families: Readonly<Record<string, (length: number) => string>> = {
  ...slowHtml,
  'emphasis around entries': (length) => '<ul><b><li><i>x'.repeat(Math.ceil(length / 15)).slice(0, length),
};

/** The length of the adversarial inputs: as much as callsummary reads of a summary. Characters. */
export const hostileLength = 64 * 1_024;

/** The families everybody is measured with; the others we keep to ourselves, for there is time for so many. */
export const comparedFamilies: readonly string[] = [
  'nested lists',
  'emphasis around entries',
  'misnested emphasis',
  'unclosed emphasis',
  'deep quotes',
  'no-break spaces',
  'escaped brackets',
  'bare brackets',
  'line breaks',
  'many links',
  'many attributes',
  'many headings',
  'unclosed comments',
  'unclosed scripts',
];
