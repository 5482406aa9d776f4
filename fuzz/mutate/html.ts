import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { allCalls } from '../../simulators/pbx/sample-calls/index.ts';
import { attackStrings } from '../../test/services/summary-html/attack-strings.ts';
import { harmlessNames } from '../../test/services/summary-html/wild-html.ts';
import { type Edit, inserting, mutated, place, placeIn, textEdit } from './text.ts';

const folder = new URL('../../test/services/summary-html/fixtures/', import.meta.url);
const fixtures = readdirSync(folder).map(
  (name) => readFileSync(new URL(name, folder), 'utf8').split(/^====\n/m)[0] ?? '',
);
const samples = allCalls.flatMap((call) => ('parties' in call ? call.parties.map(({ summary }) => summary ?? '') : []));

/** Real summaries: those of the simulated PBX, and those kept for the sake of their HTML. */
export const realHtml: readonly string[] = [...samples, ...fixtures].filter((html) => html.length < 4_000);

const tags = /<[^<>]*>/g;

/** Two tags change places. */
const swapping =
  (one: number, other: number): Edit =>
  (html) => {
    const found: readonly string[] = html.match(tags) ?? [];
    if (found.length === 0) return html;
    const [first = 0, second = 0] = [one, other].map((at) => at % found.length);
    const swapped = found.with(first, found[second] ?? '').with(second, found[first] ?? '');
    let index = 0;
    return html.replaceAll(tags, () => swapped[index++] ?? '');
  };

/** A part of another summary stands in the middle of this one. */
const splicing =
  (other: string, from: number, to: number, at: number): Edit =>
  (html) =>
    inserting(other.slice(...[placeIn(other, from), placeIn(other, to)].sort((a, b) => a - b)), at)(html);

const tag = fc
  .tuple(fc.constantFrom(...harmlessNames, 'script', 'style', 'title', 'noscript'), fc.constantFrom('<', '</'))
  .map(([name, opening]) => `${opening}${name}>`);

const htmlEdit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 6, arbitrary: textEdit(attackStrings) },
  { weight: 2, arbitrary: fc.tuple(place, place).map(([one, other]) => swapping(one, other)) },
  { weight: 2, arbitrary: fc.tuple(tag, place).map(([piece, at]) => inserting(piece, at)) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...realHtml), place, place, place)
      .map(([other, from, to, at]) => splicing(other, from, to, at)),
  },
);

/** A real summary with a few things wrong. */
export const mutatedHtml: fc.Arbitrary<string> = mutated(realHtml, htmlEdit);
