import type { Part, Section, TextRun } from '../summary-document.ts';
import { type FlatBlock, type FlatItem, type FlatParagraph, isSameStyle, type Line } from './flat-block.ts';
import { summaryLimits } from './limits.ts';
import { wordsOf } from './readable-lines.ts';

interface OpenSection {
  readonly title: string | null;
  /** 1 to 6 for `h1` to `h6`; a paragraph that is a title ranks below them. */
  readonly level: number;
  readonly parts: Part[];
  hasList: boolean;
}

const paragraphLevel = 7;

/**
 * Finds the sections by structure, in whatever language: a heading is a title, and so is a short block, or the last
 * line of one, directly before a list, unless it ends like a sentence. What comes before the first title has none.
 */
export function sectionsOf(blocks: readonly FlatBlock[]): Section[] {
  const sections: OpenSection[] = [];
  for (const [index, block] of blocks.entries()) {
    const isBeforeList = blocks[index + 1]?.kind === 'list';
    if (block.kind === 'list') currentSection(sections).hasList = true;
    else if (block.kind === 'heading') addTitle(sections, block.lines, block.level);
    else if (block.kind === 'paragraph' && isBeforeList) addIntroduction(sections, block);
    else addPart(sections, partOf(block, block.lines));
  }
  return sections
    .filter(({ title, parts }) => title !== null || parts.length > 0)
    .map(({ title, parts }) => ({ title, parts }));
}

function addIntroduction(sections: OpenSection[], { lines }: FlatParagraph): void {
  const last = lines.at(-1) ?? [];
  const isTitle = !/[.!?…。！？]["'”’»)]*$/u.test(wordsOf(last)) && titleOf([last]) !== null;
  const text = isTitle ? lines.slice(0, -1) : lines;
  if (text.length > 0) addPart(sections, { kind: 'paragraph', runs: runsOf(text) });
  if (isTitle) addTitle(sections, [last], paragraphLevel);
}

function addTitle(sections: OpenSection[], lines: readonly Line[], level: number): void {
  const title = titleOf(lines);
  if (title === null || sections.length >= summaryLimits.sections) {
    addPart(sections, { kind: 'paragraph', runs: runsOf(lines).map(inBold) });
    return;
  }
  takeBackOverallTitle(sections, level);
  sections.push({ title, level, parts: [], hasList: false });
}

/**
 * A title right above a lower one, "Call Summary" above "Key Points", is no empty section: it becomes a line above it.
 */
function takeBackOverallTitle(sections: OpenSection[], level: number): void {
  const last = sections.at(-1);
  if (last === undefined || last.title === null || last.parts.length > 0 || last.hasList || last.level >= level) return;
  sections.pop();
  const above = sections.at(-1);
  const part: Part = { kind: 'paragraph', runs: [{ text: last.title, bold: true }] };
  if (above?.title === null) above.parts.push(part);
  else sections.push({ title: null, level: paragraphLevel, parts: [part], hasList: false });
}

function titleOf(lines: readonly Line[]): string | null {
  const words = lines.map(wordsOf).join(' ');
  const title = words.replace(/\s*[:：﹕]$/u, '');
  return title === '' || title.length > summaryLimits.titleCharacters ? null : title;
}

function addPart(sections: OpenSection[], part: Part): void {
  currentSection(sections).parts.push(part);
}

function currentSection(sections: OpenSection[]): OpenSection {
  const last = sections.at(-1);
  if (last !== undefined) return last;
  const untitled: OpenSection = { title: null, level: paragraphLevel, parts: [], hasList: false };
  sections.push(untitled);
  return untitled;
}

function partOf(block: FlatItem | FlatParagraph, lines: readonly Line[]): Part {
  const runs = runsOf(lines);
  return block.kind === 'item'
    ? { kind: 'item', runs, depth: block.depth, number: block.number }
    : { kind: 'paragraph', runs };
}

function runsOf(lines: readonly Line[]): TextRun[] {
  const [first = [], ...others] = lines;
  const runs = [...first];
  for (const line of others) for (const run of [{ text: '\n' }, ...line]) appendJoined(runs, run);
  return runs;
}

/** Joins what carries no emphasis, so that a line break between plain lines needs no run of its own. */
function appendJoined(runs: TextRun[], run: TextRun): void {
  const last = runs.at(-1);
  if (last !== undefined && isSameStyle(last, {}) && isSameStyle(run, {}))
    runs[runs.length - 1] = { text: last.text + run.text };
  else runs.push(run);
}

function inBold(run: TextRun): TextRun {
  return { ...run, bold: true };
}
