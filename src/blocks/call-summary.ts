import type { KnownBlock } from '@slack/types';
import type { CallSummary } from '../services/call-summary.ts';
import { aiNote, headerBlock, momentBlock } from './call-heading.ts';
import { callSummaryText } from './call-summary-text.ts';
import { smallPrint } from './kit.ts';
import { messageBudget, modalBudget } from './limits.ts';
import type { Message } from './message.ts';
import { richTextLine } from './rich-text.ts';
import { blockSizes, sectionBlocks } from './section-blocks.ts';
import { shownSections } from './shown-section.ts';
import { summaryButtons } from './summary-buttons.ts';
import { dealPages } from './summary-pages.ts';
import { documentRemarks, moreSentence } from './summary-remarks.ts';

/** How a summary is shown: to one person, who may share it, or in a conversation, where somebody has. */
export interface CallSummaryOptions {
  /** The Slack user id of the person who shares the summary; they are named in the first line. */
  readonly sharedBy?: string;
}

/**
 * A call summary as a message. Within Slack's limits whatever the summary holds, with room for five more blocks; what
 * does not fit is counted, and a button opens it. Equal summaries give equal messages.
 */
export function callSummaryMessage(summary: CallSummary, { sharedBy }: CallSummaryOptions = {}): Message {
  const pages = dealPages(shownSections(summary.document), messageBudget, blockSizes, 'first');
  const more = moreSentence(pages, 'open the full summary');
  const remarks = [more ?? [], documentRemarks(summary.document)].flat();
  const blocks: KnownBlock[] = [
    ...(sharedBy === undefined ? [] : [richTextLine('Shared by ', { type: 'user', user_id: sharedBy })]),
    headerBlock(summary),
    ...pages[0].sections.flatMap(sectionBlocks),
    ...remarks.map((remark) => richTextLine(remark)),
    momentBlock(summary),
    summaryButtons(summary.reference, { sharedBy, isShortened: more !== null }),
    smallPrint(aiNote),
  ];
  return { text: callSummaryText(summary, sharedBy, `open the ${more === null ? 'message' : 'full summary'}`), blocks };
}

/** One page of a summary at full length; `page` counts from 1. */
export interface SummaryPage {
  readonly blocks: KnownBlock[];
  readonly page: number;
  readonly pages: number;
}

/**
 * A page of the full summary, for a modal. A number beyond the pages there are gives the nearest one: the summary may
 * have changed since the button that names it was drawn. Within a modal's limits, with room for ten more blocks.
 */
export function summaryPage(summary: CallSummary, pageNumber: number): SummaryPage {
  const pages = dealPages(shownSections(summary.document), modalBudget, blockSizes, 'all');
  const page = Math.min(Math.max(Math.trunc(pageNumber) || 1, 1), pages.length);
  const { sections } = pages[page - 1] ?? pages[0];
  const position = pages.length === 1 ? [] : `Page ${page} of ${pages.length}`;
  const remarks = page === pages.length ? documentRemarks(summary.document) : [];
  const blocks: KnownBlock[] = [
    headerBlock(summary),
    ...sections.flatMap(sectionBlocks),
    ...[remarks, position].flat().map((line) => richTextLine(line)),
    momentBlock(summary),
    smallPrint(aiNote),
  ];
  return { blocks, page, pages: pages.length };
}
