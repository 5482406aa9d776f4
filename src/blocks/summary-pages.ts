import type { Part } from '../services/summary-document.ts';
import type { ShownSection } from './shown-section.ts';
import { half, isWithin, nothing, type Size, sum } from './size.ts';
import { splitPart } from './split-part.ts';

/**
 * What fits beside each other, and how much of the summary stands before and after it. A point is a part of the
 * summary.
 */
export interface Page {
  readonly sections: readonly PageSection[];
  /** Points that begin on earlier pages, on this one, on later ones. */
  readonly pointsBefore: number;
  readonly points: number;
  readonly pointsAfter: number;
  /** The last point goes on on the next page. */
  readonly endsInside: boolean;
}

/** What stands of a section on one page. */
export interface PageSection {
  readonly title: string | null;
  readonly hasActionBlocks: boolean;
  readonly parts: readonly Part[];
}

/** What things take where they are shown; never less than they really do. */
export interface Sizes {
  /** The beginning of a section: its title, and what holds its parts together. */
  sectionStart(section: PageSection): Size;
  /** One more part of a section, behind those it has. */
  part(part: Part, section: PageSection): Size;
}

/** Pages in their order; even an empty summary has one. */
export type Pages = readonly [Page, ...Page[]];

/**
 * Deals a summary into pages that each stay within a budget. Only a part that is larger than a page is divided. Stops
 * early for whoever wants to know only the first page and whether there are others.
 */
export function dealPages(
  sections: readonly ShownSection[],
  budget: Size,
  sizes: Sizes,
  wanted: 'all' | 'first',
): Pages {
  const pages: OpenPages = [emptyPage()];
  for (const piece of piecesOf(sections)) {
    let rest: Piece | null = piece;
    while (rest !== null) rest = placeOnLastPage(pages, rest, budget, sizes);
    if (wanted === 'first' && pages.length > 1) break;
  }
  return countedPages(pages, sections);
}

function* piecesOf(sections: readonly ShownSection[]): Generator<Piece> {
  for (const source of sections) {
    const points = source.points === 0 ? 0 : 1;
    for (const [index, part] of source.parts.entries()) yield { source, part, points, isContinued: index > 0 };
  }
}

type OpenPages = [OpenPage, ...OpenPage[]];

interface OpenPage {
  readonly sections: OpenSection[];
  size: Size;
  points: number;
  endsInside: boolean;
}

interface OpenSection extends PageSection {
  readonly source: ShownSection;
  readonly parts: Part[];
}

/** A part on its way to a page, or what is left of one. */
interface Piece {
  readonly source: ShownSection;
  readonly part: Part;
  /** One, or none for what is left of a part that has been counted. */
  readonly points: number;
  /** The section has begun before this piece. */
  readonly isContinued: boolean;
}

/** Puts a piece, or as much of it as belongs there, on the last page, and gives what is left of it. */
function placeOnLastPage(pages: OpenPages, piece: Piece, budget: Size, sizes: Sizes): Piece | null {
  const page = pages.at(-1) ?? pages[0];
  const size = sizeWith(page, piece, sizes);
  if (isWithin(size, budget)) {
    put(page, piece, size);
    return null;
  }
  pages.push(emptyPage());
  const isLargerThanPage = !isWithin(sizeWith(emptyPage(), piece, sizes), budget);
  if (!isLargerThanPage || !isWithin(page.size, half(budget))) return piece;
  const sizeWithOnly = (part: Part) => sizeWith(page, { ...piece, part }, sizes);
  const [first, rest] = splitPart(piece.part, budget.textCharacters, (part) => isWithin(sizeWithOnly(part), budget));
  put(page, { ...piece, part: first }, sizeWithOnly(first));
  page.endsInside = true;
  return { ...piece, part: rest, points: 0, isContinued: true };
}

/** `size` is that of the page with the piece on it. */
function put(page: OpenPage, piece: Piece, size: Size): void {
  page.size = size;
  page.points += piece.points;
  const section = sectionFor(page, piece);
  if (section.parts.length === 0) page.sections.push(section);
  section.parts.push(piece.part);
}

function sizeWith(page: OpenPage, piece: Piece, sizes: Sizes): Size {
  const section = sectionFor(page, piece);
  const start = section.parts.length === 0 ? sizes.sectionStart(section) : nothing;
  return sum(page.size, start, sizes.part(piece.part, section));
}

/** The section a piece goes to: the one the page ends with, or a new one, which is not on the page yet. */
function sectionFor(page: OpenPage, { source, isContinued }: Piece): OpenSection {
  const last = page.sections.at(-1);
  if (last?.source === source) return last;
  const title = isContinued && source.title !== null ? `${source.title} (continued)` : source.title;
  return { title, hasActionBlocks: source.hasActionBlocks, parts: [], source };
}

function emptyPage(): OpenPage {
  return { sections: [], size: nothing, points: 0, endsInside: false };
}

function countedPages(pages: OpenPages, sections: readonly ShownSection[]): Pages {
  let pointsAfter = sections.reduce((count, { points }) => count + points, 0);
  let pointsBefore = 0;
  const counted = ({ sections, points, endsInside }: OpenPage): Page => {
    pointsAfter -= points;
    const page = { sections, points, pointsBefore, pointsAfter, endsInside };
    pointsBefore += points;
    return page;
  };
  const [first, ...others] = pages;
  return [counted(first), ...others.map(counted)];
}
