import type { SummaryDocument } from '../summary-document.ts';
import { summaryLimits } from './limits.ts';
import { withListLines } from './list-lines.ts';
import { readBlocks } from './read-blocks.ts';
import { sectionsOf } from './sections.ts';

/**
 * Turns the PBX's HTML, or a plain text, into a document of clean text. Never throws, reads a bounded amount in time
 * linear to it, and gives a document without sections when there is nothing to see.
 */
export function parseSummaryHtml(html: string): SummaryDocument {
  const read = html.slice(0, summaryLimits.htmlCharacters);
  const asHtml = readBlocks(read, 'space');
  const { blocks, isCut } = asHtml.hasStructure ? asHtml : readBlocks(read, 'block');
  const sections = sectionsOf(asHtml.hasStructure ? blocks : withListLines(blocks));
  return { sections, isCut: isCut || html.length > read.length };
}
