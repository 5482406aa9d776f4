import type { Paragraph, Part, Section, SummaryDocument } from '../services/summary-document.ts';
import { isFollowUpTitle, numberActions } from './follow-up-actions.ts';
import { actionsWithOwnBlock } from './limits.ts';

/** A section as we show it: actions numbered, an empty one with a sentence in it. */
export interface ShownSection {
  readonly title: string | null;
  readonly parts: readonly Part[];
  /** Each action stands in a block of its own. */
  readonly hasActionBlocks: boolean;
  /** How many parts of the summary it holds; the sentence in an empty section is none. */
  readonly points: number;
}

const noneNoted: Paragraph = { kind: 'paragraph', runs: [{ text: 'None noted.' }] };

/** The sections of a summary as we show them. */
export function shownSections({ sections }: SummaryDocument): ShownSection[] {
  return sections.map(shownSection);
}

/** Whether a part begins a block of its own where actions have one each; what is nested stays with its action. */
export function beginsAction(part: Part): boolean {
  return part.kind === 'paragraph' || part.depth === 0;
}

function shownSection({ title, parts }: Section): ShownSection {
  if (parts.length === 0) return { title, parts: [noneNoted], hasActionBlocks: false, points: 0 };
  const isFollowUp = isFollowUpTitle(title);
  const hasActionBlocks = isFollowUp && parts.filter(beginsAction).length <= actionsWithOwnBlock;
  return { title, parts: isFollowUp ? numberActions(parts) : parts, hasActionBlocks, points: parts.length };
}
