import type { SummaryDocument } from '../services/summary-document.ts';
import { summaryLimits } from '../services/summary-html/limits.ts';
import type { Pages } from './summary-pages.ts';

/** Longer than any sentence about what is left. Characters. */
export const longestMoreSentence = 120;

/** What the first page leaves out, counted, and the way to read it; null when it holds everything. */
export function moreSentence([{ pointsAfter, endsInside }, ...others]: Pages, wayToRead: string): string | null {
  if (others.length === 0) return null;
  const points = `${pointsAfter} more ${pointsAfter === 1 ? 'point' : 'points'}`;
  if (endsInside) return `The last point goes on${pointsAfter === 0 ? '' : `, then ${points}`}: ${wayToRead}.`;
  return `${pointsAfter === 0 ? 'More' : points}: ${wayToRead}.`;
}

/** What a reader must know of the document as a whole: that it is empty, or that it goes on where we cannot read. */
export function documentRemarks({ sections, isCut }: SummaryDocument): string[] {
  if (isCut)
    return [`There is more in this summary than callsummary reads (${readSize}): read the rest in the phone system.`];
  return sections.length === 0 ? ['The summary is empty.'] : [];
}

const readSize = `${summaryLimits.htmlCharacters / 1024} KiB of HTML`;
